package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.http.Request;
import io.nowbridge.http.Response;
import io.nowbridge.http.Wire;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a request is entrusted to: whoever is certified for the instance's name, whatever the address. */
class TlsTest {

    private static final String NAME = "desk.example";
    private static final Duration DAY = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx();
    private final Authority authority = new Authority();

    TlsTest() throws Exception {}

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aServerThatIsCertifiedForTheInstancesNameIsTrusted() throws Exception {
        try (var instance = new RecordedInstance(authority.server(NAME, DAY))) {
            instance.on("/", json("{}"));

            assertThat(itemOf(call(instance)).status()).isEqualTo(200);
        }
    }

    @Test
    void aServerOfAnotherNameIsNot() throws Exception {
        assertThat(refusal(authority.server("other.example", DAY)))
                .hasMessage("Reading found a certificate for another host name");
    }

    @Test
    void anExpiredCertificateIsNot() throws Exception {
        assertThat(refusal(authority.server(NAME, DAY.negated())))
                .hasMessage("Reading found a certificate that has expired");
    }

    @Test
    void aStrangersCertificateIsNot() throws Exception {
        assertThat(refusal(new Authority().server(NAME, DAY)))
                .hasMessage("Reading found a certificate of an unknown issuer");
    }

    private ServiceNowException refusal(HttpServerOptions options) throws Exception {
        try (var instance = new RecordedInstance(options)) {
            var failure = failureOf(call(instance));

            assertThat(failure).isInstanceOf(Unintelligible.class).returns(true, ServiceNowException::nothingHappened);
            assertThat(instance.received("/")).isEmpty();
            return failure;
        }
    }

    private Uni<Response> call(RecordedInstance instance) throws Exception {
        var http = vertx.createHttpClient(
                Wire.options(Hurried.SHORT.connectTimeout(), 4).setTrustOptions(authority.trust()));
        var line = new Line(new Wire(http, instance::dial, URI.create("https://" + NAME), Hurried.SHORT.callTimeout()));
        return line.send(Attempt.read("Reading"), Request.get("/", Map.of()));
    }
}
