package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.WebhookSignature;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The business rule of {@code docs/setup/servicenow-business-rule.js}, on all tables of tickets: whoever has changed one, the
 * address in the property {@value #URL} is told, after it is stored and once only.
 */
final class Webhook {

    static final String URL = "nowbridge.webhook.url";
    static final String SECRET = "nowbridge.webhook.secret";

    private static final Logger LOG = System.getLogger(Webhook.class.getName());
    private static final String TICKETS = "task";
    // What the script allows itself, of the 30 s that an instance has for a call.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Instance instance;
    private final Vertx vertx;
    private final HttpClient http;
    private final InstantSource clock;

    Webhook(Instance instance, Vertx vertx, InstantSource clock) {
        this.instance = instance;
        this.vertx = vertx;
        this.http =
                vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(Math.toIntExact(PATIENCE.toMillis())));
        this.clock = clock;
    }

    void changed(Row row) {
        var isTicket = instance.schema().table(row.table()).lineage().contains(TICKETS);
        var url = instance.properties().text(URL);
        if (isTicket && !url.isEmpty()) {
            var message = new JsonObject()
                    .put("table", row.table())
                    .put("sys_id", row.sysId())
                    .put("sys_updated_on", row.value("sys_updated_on"));
            // Asynchronously: whoever changes the record does not wait for it.
            vertx.runOnContext(later -> send(url, message));
        }
    }

    void close() {
        http.close();
    }

    private void send(String url, JsonObject message) {
        var body = message.toBuffer();
        var options = new RequestOptions()
                .setAbsoluteURI(url)
                .setMethod(HttpMethod.POST)
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Content-Type", "application/json");
        var secret = instance.properties().text(SECRET);
        WebhookSignature.sign(options.getHeaders(), secret, instance.sysIds().next(), clock.instant(), body);
        http.request(options)
                .compose(request -> request.send(body))
                .map(response -> Integer.toString(response.statusCode()))
                .otherwise(failure -> "no answer: " + failure.getMessage())
                .onSuccess(answer -> LOG.log(Level.INFO, "Told of {0}: {1}", message, answer));
    }
}
