package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.binary;
import static io.nowbridge.dynamodb.Attributes.bytes;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.order.Order;
import io.nowbridge.order.Order.Stage;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders as items: what decides about them and finds them in attributes of their own, and all the rest compressed in one. */
final class OrderItems {

    static final String STAGE = "stage";
    static final String VERSION = "version";

    /** When something is to be done about it; missing if nothing is. */
    static final String DUE = "due";

    static final String DESK = "desk";
    static final String DESK_STAGE = "deskStage";
    static final String DESK_NUMBER = "deskNumber";
    static final String DESK_DISTRIBUTOR_NUMBER = "deskDistributorNumber";
    static final String MADE = "made";

    private static final String ABOUT = "about";

    private final Zipped zipped = new Zipped();

    /** Without its key, its expiry and who has taken it. */
    Map<String, AttributeValue> item(Order order) {
        var desk = order.desk();
        var item = new HashMap<String, AttributeValue>();
        item.put(STAGE, text(order.stage().name()));
        item.put(VERSION, number(order.version()));
        order.next().ifPresent(next -> item.put(DUE, text(OrderKeys.time(next))));
        item.put(DESK, text(desk.value()));
        item.put(DESK_STAGE, text(OrderKeys.inStage(desk, order.stage())));
        item.put(DESK_NUMBER, text(OrderKeys.ofNumber(desk, order.asked().number())));
        item.put(
                DESK_DISTRIBUTOR_NUMBER,
                text(OrderKeys.ofNumber(desk, order.key().number())));
        item.put(MADE, text(OrderKeys.made(order)));
        item.put(ABOUT, binary(zipped.zipWhole("The order " + order.key().number(), OrderJson.write(order))));
        return item;
    }

    Order order(Map<String, AttributeValue> item) {
        return OrderJson.order(
                zipped.unzip(bytes(item, ABOUT)), Stage.valueOf(text(item, STAGE)), number(item, VERSION));
    }
}
