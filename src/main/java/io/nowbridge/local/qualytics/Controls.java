package io.nowbridge.local.qualytics;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** What tests and the local run order: where the flow sends, and another anomaly. */
final class Controls {

    private final Platform platform;
    private final Changes changes;
    private final Flows flows;

    Controls(Platform platform, Changes changes, Flows flows) {
        this.platform = platform;
        this.changes = changes;
        this.flows = flows;
    }

    void mount(Router router) {
        router.get("/__flows").handler(context -> RestApi.answer(context, 200, shown()));
        router.post("/__flows")
                .handler(context -> order(context, body -> {
                    platform.flow(Optional.of(Flow.of(body)));
                    return shown();
                }));
        router.delete("/__flows").handler(context -> {
            platform.flow(Optional.empty());
            flows.forget();
            context.response().setStatusCode(204).end();
        });
        router.post("/__anomalies").handler(context -> order(context, changes::create));
    }

    // Never the secret, which whoever set it knows.
    private JsonObject shown() {
        var json = new JsonObject()
                .put(
                        "deliveries",
                        new JsonArray(flows.deliveries().stream()
                                .map(Flows.Delivery::json)
                                .toList()));
        platform.flow().map(Flow::json).ifPresent(flow -> {
            flow.remove("secret");
            json.put("flow", flow);
        });
        return json;
    }

    private static void order(RoutingContext context, Function<JsonObject, JsonObject> work) {
        try {
            var body = Optional.ofNullable(context.body().asJsonObject()).orElseGet(JsonObject::new);
            RestApi.answer(context, 200, work.apply(body));
        } catch (IllegalArgumentException | DecodeException | ClassCastException unfit) {
            RestApi.answer(context, 400, new JsonObject().put("error", String.valueOf(unfit.getMessage())));
        }
    }
}
