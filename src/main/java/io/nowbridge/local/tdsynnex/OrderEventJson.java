package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.OrderEvent.BackOrder;
import io.nowbridge.local.tdsynnex.OrderEvent.Bill;
import io.nowbridge.local.tdsynnex.OrderEvent.Cancel;
import io.nowbridge.local.tdsynnex.OrderEvent.Release;
import io.nowbridge.local.tdsynnex.OrderEvent.Ship;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is to happen to an order, as it is said from outside: one field, named by what it is. */
final class OrderEventJson {

    private OrderEventJson() {}

    static OrderEvent read(JsonObject json) {
        Controls.refuseUnknown(json, "ship", "cancel", "backorder", "release", "invoice");
        if (json.size() != 1) {
            throw new IllegalArgumentException("One thing happens at a time");
        }
        var name = json.fieldNames().iterator().next();
        var said = Optional.ofNullable(json.getJsonObject(name)).orElseGet(JsonObject::new);
        return switch (name) {
            case "ship" -> ship(said);
            case "cancel" -> new Cancel(line(said), number(said, "quantity"));
            case "backorder" -> new BackOrder(line(said), number(said, "quantity"), eta(said));
            case "release" -> new Release(line(said));
            default -> new Bill();
        };
    }

    private static Ship ship(JsonObject said) {
        Controls.refuseUnknown(said, "line", "quantity", "warehouse", "tracking", "serials", "apart");
        return new Ship(
                line(said),
                number(said, "quantity"),
                said.containsKey("warehouse") ? OptionalInt.of(said.getInteger("warehouse")) : OptionalInt.empty(),
                Optional.ofNullable(said.getString("tracking")),
                Optional.ofNullable(said.getJsonArray("serials")).map(OrderEventJson::texts),
                said.getBoolean("apart", false));
    }

    private static int line(JsonObject said) {
        return number(said, "line");
    }

    private static int number(JsonObject said, String name) {
        return Optional.ofNullable(said.getInteger(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static LocalDate eta(JsonObject said) {
        try {
            return LocalDate.parse(said.getString("eta", ""));
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("eta is a date like 2026-01-05", unreadable);
        }
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
