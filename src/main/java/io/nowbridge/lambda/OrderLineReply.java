package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.lambda.OrderReply.MoneyReply;
import io.nowbridge.order.Order;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of an order as the API shows it: what was asked for, and what became of it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderLineReply(
        int line,
        String sku,
        String product,
        String quantity,
        Optional<MoneyReply> unitPrice,
        Optional<String> status,
        long shipped,
        long outstanding,
        long cancelled,
        List<String> orderNumbers,
        Optional<String> expected,
        String words) {

    /** Those of the purchase order, and behind them those that only the distributor has. */
    static List<OrderLineReply> all(Order order) {
        Map<Integer, Standing.Line> standing = order.standing().stream()
                .flatMap(known -> known.lines().stream())
                .collect(Collectors.toMap(Standing.Line::line, Function.identity()));
        var asked = order.asked().lines();
        var numbers = asked.stream().map(PurchaseOrder.Line::number).collect(Collectors.toSet());
        return Stream.concat(
                        asked.stream().map(line -> of(line, Optional.ofNullable(standing.get(line.number())))),
                        standing.values().stream()
                                .filter(line -> !numbers.contains(line.line()))
                                .map(OrderLineReply::of))
                .toList();
    }

    private static OrderLineReply of(PurchaseOrder.Line line, Optional<Standing.Line> standing) {
        return new OrderLineReply(
                line.number(),
                line.sku(),
                line.product(),
                line.quantity().toPlainString(),
                line.unitPrice().map(MoneyReply::of),
                standing.map(known -> Spelling.word(known.status())),
                standing.map(Standing.Line::shipped).orElse(0L),
                standing.map(Standing.Line::outstanding).orElse(0L),
                standing.map(Standing.Line::cancelled).orElse(0L),
                standing.map(Standing.Line::orderNumbers).orElse(List.of()),
                standing.flatMap(Standing.Line::expected).map(LocalDate::toString),
                standing.map(Standing.Line::words).orElse(""));
    }

    private static OrderLineReply of(Standing.Line line) {
        return new OrderLineReply(
                line.line(),
                line.sku(),
                "",
                Long.toString(line.ordered()),
                Optional.empty(),
                Optional.of(Spelling.word(line.status())),
                line.shipped(),
                line.outstanding(),
                line.cancelled(),
                line.orderNumbers(),
                line.expected().map(LocalDate::toString),
                line.words());
    }
}
