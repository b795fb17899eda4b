package io.nowbridge.local.tdsynnex;

import java.time.Duration;
import java.util.List;

/**
 * How orders are treated.
 *
 * @param statusLag how long after it was taken the status service does not know an order yet
 * @param addresses from which orders are taken; empty for all
 * @param duplicateCheck whether a purchase order number is taken once only
 * @param pace after which time the next thing happens to an order by itself; zero for never
 */
record OrderRules(Duration statusLag, List<String> addresses, boolean duplicateCheck, Duration pace) {

    OrderRules {
        addresses = List.copyOf(addresses);
    }

    static OrderRules atPace(Duration pace) {
        return new OrderRules(Duration.ZERO, List.of(), true, pace);
    }
}
