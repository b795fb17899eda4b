package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.order.Report.Note;
import io.nowbridge.order.Standing.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a purchase order shows of its submission: whether it was ordered, under which numbers, and why not. */
final class OrderReport {

    // As templates demand it of the column.
    private static final int ROOM_FOR_NUMBERS = 20;
    private static final int ROOM_FOR_MESSAGE = 255;

    private final Order order;
    private final Way way;

    private OrderReport(Order order, Way way) {
        this.order = order;
        this.way = way;
    }

    /** Through the template that submits it; {@code withStatus} where no other one has the status to show. */
    static Report of(Order order, Way way, boolean withStatus) {
        return new OrderReport(order, way).made(withStatus);
    }

    private Report made(boolean withStatus) {
        var mappings = way.creating().form().mappings();
        var columns = new Columns(mappings)
                .withAny("externalOrderNumber", Joined.of(orderNumbers(), ROOM_FOR_NUMBERS))
                .with("message", Joined.cut(String.join(" ", troubles()), ROOM_FOR_MESSAGE));
        if (withStatus) {
            DeskStatus.submitted(order, way.creating()).ifPresent(status -> columns.with("status", status));
        }
        var notes = mappings.column("note").map(column -> notes()).orElse(List.of());
        return new Report(columns.values(), Map.of(), notes, List.of());
    }

    private List<String> orderNumbers() {
        return lines().flatMap(line -> line.orderNumbers().stream()).distinct().toList();
    }

    /** What keeps all of it, or some of its lines, from being ordered. */
    private List<String> troubles() {
        return isOrdered()
                ? rejections()
                : DeskReasons.replaced(order.reasons(), List.of()).stream()
                        .map(OrderReport::words)
                        .toList();
    }

    private boolean isOrdered() {
        return switch (order.stage()) {
            case PLACED, DONE -> true;
            case READY, INVALID, HELD, SUBMITTING, UNCONFIRMED, REJECTED, NEEDS_ATTENTION, HANDLED -> false;
        };
    }

    private static String words(Failure reason) {
        return "%s: %s. %s".formatted(reason.subject(), reason.cause(), reason.resolution());
    }

    private List<String> rejections() {
        return lines().filter(line -> line.status() == Status.REJECTED)
                .map(line -> "Line %d (%s) was not accepted%s"
                        .formatted(line.line(), line.sku(), line.words().isEmpty() ? "." : ": " + line.words()))
                .toList();
    }

    private List<Note> notes() {
        return isOrdered()
                ? order.submission().map(this::submitted).stream().toList()
                : Stream.of(heading())
                        .filter(heading -> !troubles().isEmpty())
                        .map(heading -> Reference.under(
                                Stream.concat(Stream.of(heading), troubles().stream())
                                        .collect(Collectors.joining("\n")),
                                order.id(),
                                order.stage().name(),
                                List.of(order.begun().at(), troubles())))
                        .toList();
    }

    private Note submitted(Submission submission) {
        var what = submission.adopted() ? "Found at %s as %s." : "Ordered from %s as %s.";
        var numbers = orderNumbers();
        var text = Stream.of(
                        Stream.of(what.formatted(
                                way.distributor().name(), order.key().number())),
                        Stream.of("Their order numbers: " + String.join(", ", numbers) + ".")
                                .filter(any -> !numbers.isEmpty()),
                        rejections().stream())
                .flatMap(any -> any)
                .collect(Collectors.joining("\n"));
        return Reference.under(text, order.id(), "submission", submission.at());
    }

    private String heading() {
        return switch (order.stage()) {
            case INVALID -> "It cannot be ordered as it is.";
            case HELD -> "It waits for an approval.";
            case REJECTED ->
                "%s did not accept the order.".formatted(way.distributor().name());
            case NEEDS_ATTENTION -> "Somebody has to find out what became of the order.";
            case READY, SUBMITTING, UNCONFIRMED, PLACED, DONE, HANDLED -> "";
        };
    }

    private Stream<Line> lines() {
        return order.standing().stream().flatMap(standing -> standing.lines().stream());
    }
}
