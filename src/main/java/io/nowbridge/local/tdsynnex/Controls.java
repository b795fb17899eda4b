package io.nowbridge.local.tdsynnex;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What tests and the local run order: another catalogue, another day, a day that goes wrong. */
final class Controls {

    private static final String[] KNOWN = {
        "seed", "skus", "day", "region", "changedShare", "malformedShare", "missingShare", "delta", "mostSkus"
    };

    private final Feed feed;

    Controls(Feed feed) {
        this.feed = feed;
    }

    void mount(Router router) {
        router.get("/__catalogue").handler(context -> json(context, 200, shown()));
        router.put("/__catalogue").handler(context -> order(context, this::put));
        router.post("/__catalogue/next-day").handler(context -> order(context, body -> nextDay()));
    }

    JsonObject nextDay() {
        feed.deliver(feed.scenario().on(feed.scenario().day() + 1));
        return shown();
    }

    private JsonObject put(JsonObject body) {
        refuseUnknown(body, KNOWN);
        var next = damaged(dated(sold(feed.scenario(), body), body), body);
        var most = limit(body);
        feed.deliver(next);
        feed.mostSkus(most);
        return shown();
    }

    private JsonObject shown() {
        var scenario = feed.scenario();
        return new JsonObject()
                .put("seed", scenario.seed())
                .put("skus", scenario.skus())
                .put("day", scenario.day())
                .put("date", scenario.date().toString())
                .put("region", scenario.region().name())
                .put("changedShare", scenario.changedShare(scenario.day() + 1))
                .put("malformedShare", scenario.malformedShare())
                .put("missingShare", scenario.missingShare())
                .put("delta", scenario.delta())
                .put("mostSkus", feed.mostSkus().isPresent() ? feed.mostSkus().getAsInt() : null)
                .put("arrived", feed.arrived().toString());
    }

    private static Scenario sold(Scenario now, JsonObject body) {
        var seed = body.getLong("seed", now.seed());
        var skus = body.getInteger("skus", now.skus());
        var same = seed == now.seed() && skus == now.skus();
        return (same ? now : now.selling(seed, skus)).in(region(body).orElse(now.region()));
    }

    private static Optional<Region> region(JsonObject body) {
        return Optional.ofNullable(body.getString("region"))
                .map(name -> Arrays.stream(Region.values())
                        .filter(region -> region.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("region is US or CA")));
    }

    // The share holds from the day after this one: what was, stays as it was.
    private static Scenario dated(Scenario now, JsonObject body) {
        var changing = body.containsKey("changedShare") ? now.changing(body.getDouble("changedShare")) : now;
        var day = body.getInteger("day", now.day());
        return day == changing.day() ? changing : changing.on(day);
    }

    private static Scenario damaged(Scenario now, JsonObject body) {
        return now.delivering(
                body.getDouble("malformedShare", now.malformedShare()),
                body.getDouble("missingShare", now.missingShare()),
                body.getBoolean("delta", now.delta()));
    }

    private OptionalInt limit(JsonObject body) {
        if (!body.containsKey("mostSkus")) {
            return feed.mostSkus();
        }
        var most = body.getInteger("mostSkus");
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    static void refuseUnknown(JsonObject body, String... known) {
        for (var key : body.fieldNames()) {
            if (!Arrays.asList(known).contains(key)) {
                throw new IllegalArgumentException(key + " is not known; known are " + String.join(", ", known));
            }
        }
    }

    static void order(RoutingContext context, Function<JsonObject, JsonObject> work) {
        try {
            var body = Optional.ofNullable(context.body().asJsonObject()).orElseGet(JsonObject::new);
            json(context, 200, work.apply(body));
        } catch (IllegalArgumentException | DecodeException | ClassCastException unfit) {
            json(context, 400, new JsonObject().put("error", String.valueOf(unfit.getMessage())));
        }
    }

    static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
