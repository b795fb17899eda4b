package io.nowbridge.local.tdsynnex;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What tests and the local run order to happen to orders, and what they are told in truth. */
final class OrderControls {

    private static final Set<String> SERVICES = Set.of("PO", "POStatus", "invoice");

    private final OrderBook book;
    private final OrderFailures failures;

    OrderControls(OrderBook book, OrderFailures failures) {
        this.book = book;
        this.failures = failures;
    }

    void mount(Router router) {
        router.get("/__orders").handler(context -> Controls.json(context, 200, truth()));
        router.put("/__orders").handler(context -> Controls.order(context, this::rules));
        router.post("/__orders/errors").handler(context -> Controls.order(context, this::arm));
        router.delete("/__orders/errors").handler(context -> Controls.order(context, body -> clear()));
        router.post("/__orders/advance").handler(context -> Controls.order(context, body -> advance()));
        router.get("/__orders/:number").handler(context -> Controls.order(context, body -> truth(number(context))));
        router.post("/__orders/:number")
                .handler(context -> Controls.order(context, body -> happen(number(context), body)));
        router.post("/__orders/:number/advance")
                .handler(context -> Controls.order(context, body -> advance(number(context))));
    }

    private JsonObject truth() {
        return treatment()
                .put(
                        "orders",
                        new JsonArray(book.all().stream().map(this::truth).toList()));
    }

    private JsonObject truth(String number) {
        return truth(book.existing(number));
    }

    private JsonObject truth(PlacedOrder order) {
        return OrderJson.of(order, book.timesReceived(order.number()));
    }

    /** How orders are treated, and how often each was received. */
    private JsonObject treatment() {
        var kept = book.kept();
        return OrderJson.of(new OrderBook.Kept(kept.rules(), kept.received(), List.of()));
    }

    private JsonObject rules(JsonObject body) {
        Controls.refuseUnknown(body, "statusLagMillis", "addresses", "duplicateCheck", "paceSeconds");
        var now = book.rules();
        book.rules(new OrderRules(
                Duration.ofMillis(
                        body.getLong("statusLagMillis", now.statusLag().toMillis())),
                Optional.ofNullable(body.getJsonArray("addresses"))
                        .map(OrderControls::texts)
                        .orElse(now.addresses()),
                body.getBoolean("duplicateCheck", now.duplicateCheck()),
                Duration.ofSeconds(body.getLong("paceSeconds", now.pace().toSeconds()))));
        return treatment();
    }

    private JsonObject arm(JsonObject body) {
        Controls.refuseUnknown(body, "service", "error", "after", "times");
        var service = body.getString("service", "PO");
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("service is one of " + String.join(", ", SERVICES));
        }
        failures.arm(new OrderFailures.Armed(
                service,
                body.getBoolean("after", false),
                body.getString("error", "Server.Timeout"),
                body.getInteger("times", 1)));
        return body;
    }

    private JsonObject clear() {
        failures.clear();
        return new JsonObject();
    }

    private JsonObject happen(String number, JsonObject body) {
        book.happen(number, OrderEventJson.read(body));
        return truth(number);
    }

    private JsonObject advance(String number) {
        book.advance(book.existing(number));
        return truth(number);
    }

    private JsonObject advance() {
        book.all().forEach(book::advance);
        return truth();
    }

    /** The number in the path of a request that has one. */
    static String number(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("number")).orElseThrow();
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
