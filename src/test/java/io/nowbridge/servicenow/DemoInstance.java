package io.nowbridge.servicenow;

import io.nowbridge.http.Exchange;
import io.nowbridge.local.servicenow.ServiceNowStandIn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The stand-in with its demo data, for one test, and the administrator's and the token endpoint's side of it. */
final class DemoInstance implements AfterEachCallback {

    private final Vertx ours = Vertx.vertx();
    // One thread, so that a test which holds it up holds up every call.
    private final Vertx clients = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServiceNowStandIn standIn = ServiceNowStandIn.start(ours, 0, Optional.empty());

    URI address() {
        return standIn.uri();
    }

    ServiceNowClients clients(ServiceNowConfig config) {
        return new ServiceNowClients(config, InstantSource.system(), new Random(1), this::dial, clients);
    }

    /** The sys_id of the row that a query finds. */
    String find(String table, String query) {
        return rows(table, query).getJsonObject(0).getString("sys_id");
    }

    /** All rows that a query finds. */
    JsonArray rows(String table, String query) {
        return administer("GET", table + "?" + query, "").getJsonArray("result");
    }

    /** Changes a column of a row. */
    void change(String table, String sysId, String column, String value) {
        administer(
                "PATCH",
                table + "/" + sysId,
                new JsonObject().put(column, value).encode());
    }

    /** Asks for a token. */
    JsonObject grant(String form) {
        return send(HttpRequest.newBuilder(address().resolve("/oauth_token.do"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private JsonObject administer(String method, String path, String body) {
        return send(HttpRequest.newBuilder(address().resolve("/api/now/table/" + path))
                .header("Authorization", Pass.basic("admin", "admin").value())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private JsonObject send(HttpRequest.Builder request) {
        var response = Exchange.of(http, request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        return new JsonObject(response.body());
    }

    private Uni<SocketAddress> dial(URI instance) {
        return Uni.createFrom().item(SocketAddress.inetSocketAddress(instance.getPort(), instance.getHost()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        http.close();
        standIn.close();
        clients.close().toCompletionStage().toCompletableFuture().join();
        ours.close().toCompletionStage().toCompletableFuture().join();
    }
}
