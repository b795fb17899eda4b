package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import java.util.List;
import java.util.stream.Stream;

/** Why an order does not show at its desk as it should; among its reasons these are told by what they are about. */
final class DeskReasons {

    private static final String END = " at the desk";

    private DeskReasons() {}

    /** What they are about. */
    static String subject(Order order) {
        return order.asked().number() + END;
    }

    static List<Failure> of(List<Failure> reasons) {
        return reasons.stream().filter(DeskReasons::isOne).toList();
    }

    /** Those that an order has, beside another. */
    static List<Failure> beside(Order order, Failure why) {
        return Stream.concat(Stream.of(why), of(order.reasons()).stream()).toList();
    }

    /** The others, and these instead. */
    static List<Failure> replaced(List<Failure> reasons, List<Failure> now) {
        return Stream.concat(reasons.stream().filter(reason -> !isOne(reason)), now.stream())
                .toList();
    }

    private static boolean isOne(Failure reason) {
        return reason.subject().endsWith(END);
    }
}
