package io.nowbridge.local;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;

/** How many read units DynamoDB charges for what is asked of it: each 4 KB, read consistently. */
final class ReadUnits implements Observed.Observer {

    private static final Set<String> READS =
            Set.of("BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems");

    private final DoubleAdder units = new DoubleAdder();

    /** How many since this was asked last. */
    double sinceLastTime() {
        return units.sumThenReset();
    }

    @Override
    public Buffer asked(HttpServerRequest request, Buffer body) {
        return isRead(request)
                ? body.toJsonObject().put("ReturnConsumedCapacity", "TOTAL").toBuffer()
                : body;
    }

    // One table's, or of those that can be about several, a list.
    @Override
    public void answered(HttpServerRequest request, Buffer answer, Duration taken) {
        if (isRead(request)) {
            switch (answer.toJsonObject().getValue("ConsumedCapacity")) {
                case JsonObject one -> add(one);
                case JsonArray several -> several.forEach(one -> add((JsonObject) one));
                case null, default -> {}
            }
        }
    }

    private void add(JsonObject capacity) {
        units.add(capacity.getDouble("CapacityUnits"));
    }

    private static boolean isRead(HttpServerRequest request) {
        var target = request.getHeader("X-Amz-Target");
        return target != null && READS.contains(target.substring(target.indexOf('.') + 1));
    }
}
