package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Distributor.Terms;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a purchase order as a whole from being ordered. */
final class OrderFlaws {

    // That of TD SYNNEX (PO specification 3.37), for distributors whose terms do not say.
    private static final int LONGEST_NUMBER = 20;

    private OrderFlaws() {}

    /** Of the purchase order as it is {@code now}. */
    static Stream<Failure> of(Order order, PurchaseOrder now, Way way, Terms terms) {
        return Stream.of(withdrawn(now, way), number(order, terms), empty(now)).flatMap(Optional::stream);
    }

    // Its status is that of one that is ready, or one that we gave it, unless somebody has changed his mind.
    private static Optional<Failure> withdrawn(PurchaseOrder now, Way way) {
        var isOurs = Stream.concat(Stream.of(way.creating()), way.following().stream())
                .anyMatch(template ->
                        template.form().mappings().values("statuses").containsValue(now.status()));
        return isOurs
                ? Optional.empty()
                : Optional.of(flaw(
                        now.number(),
                        "Its status at the desk is %s by now".formatted(now.status()),
                        "If it is to be ordered, set its status to %s.".formatted(Ways.ready(way.creating()))));
    }

    static Failure gone(Order order) {
        return flaw(
                order.asked().number(),
                "There is no such purchase order at the desk any more",
                "Restore it at the desk, or mark the order as handled.");
    }

    private static Optional<Failure> number(Order order, Terms terms) {
        var longest = terms.lengths().getOrDefault("number", LONGEST_NUMBER);
        var number = order.key().number();
        return number.length() <= longest
                ? Optional.empty()
                : Optional.of(new Failure(
                        order.asked().number(),
                        "Its number %s has %d characters, and the distributor takes %d"
                                .formatted(number, number.length(), longest),
                        WhoCanFix.ADMINISTRATOR,
                        "Shorten the prefix of numbers in the template."));
    }

    private static Optional<Failure> empty(PurchaseOrder now) {
        return now.lines().isEmpty()
                ? Optional.of(flaw(now.number(), "It has no lines", "Add what is to be ordered."))
                : Optional.empty();
    }

    private static Failure flaw(String subject, String cause, String resolution) {
        return new Failure(subject, cause, WhoCanFix.CALLER, resolution);
    }
}
