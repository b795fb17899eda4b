package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The desk's words for how an order stands, as templates map them. */
final class DeskStatus {

    private static final String STATUSES = "statuses";
    private static final String SUBMITTED = "submitted";
    private static final String NOTE = "note";

    private DeskStatus() {}

    /** As the template has it that submits the order; empty where the desk keeps its own. */
    static Optional<String> submitted(Order order, Template creating) {
        var words = words(creating);
        return switch (order.stage()) {
            case PLACED, DONE ->
                first(
                        words,
                        order.standing()
                                .map(Standing::status)
                                .orElse(Status.ACCEPTED)
                                .label(),
                        SUBMITTED);
            case REJECTED -> first(words, Status.REJECTED.label());
            case READY, INVALID, HELD, SUBMITTING, UNCONFIRMED, NEEDS_ATTENTION, HANDLED -> Optional.empty();
        };
    }

    /** As the template has it that follows the order; empty where it has no word for that. */
    static Optional<String> followed(Status status, Template following) {
        var words = words(following);
        return switch (status) {
            case IN_REVIEW, BACKORDERED -> first(words, status.label(), Status.ACCEPTED.label());
            case PARTIALLY_SHIPPED ->
                isNoted(following) ? first(words, Status.ACCEPTED.label()) : first(words, status.label());
            case INVOICED -> first(words, status.label(), Status.SHIPPED.label());
            case ACCEPTED, SHIPPED, REJECTED, DELETED -> first(words, status.label());
        };
    }

    /** That the desk does not show how an order stands, since nobody has mapped it. */
    static Optional<Failure> gap(Order order, Status status, Template following) {
        return followed(status, following).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        DeskReasons.subject(order),
                        "The template %s has no status for orders that are %s: the purchase order keeps the one it has"
                                .formatted(
                                        following.form().name(), status.words().toLowerCase(Locale.ROOT)),
                        WhoCanFix.ADMINISTRATOR,
                        "Edit the template: map a status for %s orders, and the fields that tracking numbers are written to%s."
                                .formatted(
                                        status.label(),
                                        status == Status.PARTIALLY_SHIPPED
                                                ? "; or let partial shipments be written as notes"
                                                : "")));
    }

    /** Whether partial shipments show as notes, and not in the status. */
    static boolean isNoted(Template following) {
        return GetOrderStatus.PARTIAL_SHIPMENT.of(following).equals(NOTE);
    }

    private static Map<String, String> words(Template template) {
        return template.form().mappings().values(STATUSES);
    }

    private static Optional<String> first(Map<String, String> words, String... labels) {
        return Stream.of(labels).filter(words::containsKey).map(words::get).findFirst();
    }
}
