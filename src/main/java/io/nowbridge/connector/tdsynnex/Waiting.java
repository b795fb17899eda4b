package io.nowbridge.connector.tdsynnex;

import io.nowbridge.order.Status;
import io.nowbridge.tdsynnex.OrderCode;
import io.nowbridge.tdsynnex.OrderType;
import java.util.List;

/** How something stands of which nothing was shipped. */
final class Waiting {

    private Waiting() {}

    /** What will not come any more. */
    static Status gone(List<OrderCode> codes) {
        return codes.contains(OrderCode.DELETED) ? Status.DELETED : Status.REJECTED;
    }

    /** What is still to come: where parts differ, as that of which somebody has to know. */
    static Status open(List<OrderType> types) {
        if (types.contains(OrderType.QUOTATION)) {
            return Status.IN_REVIEW;
        }
        return types.contains(OrderType.BACK_ORDER) ? Status.BACKORDERED : Status.ACCEPTED;
    }
}
