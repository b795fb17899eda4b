package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalRunIT {

    private static final World WORLD = World.start(World.Options.passing());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        HTTP.close();
        WORLD.close();
    }

    @Test
    void theTemplatesRouteIsServedToThoseWithAToken() throws Exception {
        try (var functions = FunctionsProcess.start(WORLD)) {
            var token = "Bearer " + WORLD.token("manager", "data-eng");

            assertThat(post(functions, "/anomalies/456/tickets", token)).isNotIn(401, 404, 500, 503);
            assertThat(post(functions, "/anomalies/456/tickets", "Bearer nobody"))
                    .isEqualTo(401);
            assertThat(post(functions, "/elsewhere", token)).isEqualTo(404);
        }
    }

    @Test
    void killedFunctionsComeBackToTheSameWorld() throws Exception {
        var functions = FunctionsProcess.start(WORLD);
        var token = "Bearer " + WORLD.token("member");

        functions.kill();

        assertThatThrownBy(() -> post(functions, "/elsewhere", token)).isInstanceOf(ConnectException.class);
        try (var again = FunctionsProcess.start(WORLD)) {
            assertThat(post(again, "/anomalies/456/tickets", token)).isNotIn(401, 404, 500, 503);
        }
    }

    private static int post(FunctionsProcess functions, String path, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(functions.baseUri().resolve(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
