package io.nowbridge.local.qualytics;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Sends what happens to where the flow says: once, since no retry is documented. */
final class Flows {

    private static final int KEPT = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What was sent, and the answer: a status, or why there was none. */
    record Delivery(Happening happening, Flow flow, String answer) {

        JsonObject json() {
            return new JsonObject()
                    .put("time", happening.at().toString())
                    .put("event", happening.kind().name())
                    .put("anomaly", happening.anomaly().getInteger("id"))
                    .put("url", flow.url().toString())
                    .put("mode", flow.mode().label())
                    .put("answer", answer);
        }
    }

    private final Platform platform;
    private final HttpClient http;
    private final InstantSource clock;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private URI instance = URI.create("http://localhost");

    Flows(Platform platform, Vertx vertx, InstantSource clock) {
        this.platform = platform;
        this.http =
                vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(Math.toIntExact(PATIENCE.toMillis())));
        this.clock = clock;
    }

    /** The instance's own address, which links begin with. */
    void instanceIs(URI address) {
        instance = address;
    }

    /** The newest first. */
    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    void forget() {
        deliveries.clear();
    }

    /** Only what Nowbridge's own schema has a word for is told of comments: no trigger of a flow fires for them. */
    void tell(Happening.Kind kind, JsonObject anomaly, Optional<JsonObject> comment) {
        platform.flow()
                .filter(flow -> kind != Happening.Kind.COMMENTED || flow.mode() == Flow.Mode.SIGNED)
                .ifPresent(flow -> send(
                        flow, new Happening(kind, platform.nextEvent(), clock.instant(), anomaly.copy(), comment)));
    }

    private void send(Flow flow, Happening happening) {
        var message = FlowMessage.of(flow, happening, instance);
        var options = new RequestOptions()
                .setAbsoluteURI(flow.url().toString())
                .setMethod(HttpMethod.POST)
                .setTimeout(PATIENCE.toMillis())
                .setHeaders(message.headers());
        http.request(options)
                .compose(request -> request.send(message.body()))
                .map(response -> Integer.toString(response.statusCode()))
                .otherwise(failure -> "no answer: " + failure.getMessage())
                .onSuccess(answer -> note(new Delivery(happening, flow, answer)));
    }

    private void note(Delivery delivery) {
        if (deliveries.size() == KEPT) {
            deliveries.removeLast();
        }
        deliveries.addFirst(delivery);
    }

    void close() {
        http.close();
    }
}
