package io.nowbridge.tdsynnex;

import static java.util.stream.Collectors.toSet;

import io.nowbridge.tdsynnex.PurchaseOrders.Item;
import io.nowbridge.tdsynnex.PurchaseOrders.Order;
import io.nowbridge.tdsynnex.PurchaseOrders.Receipt;
import io.nowbridge.tdsynnex.PurchaseOrders.Receipt.Row;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The document that answers a purchase order. */
final class PurchaseOrderResponse {

    // As the specification has it of a line, and as it was seen of an order.
    private static final Pattern TWICE =
            Pattern.compile("already exists in our system|dupp?licated insert", Pattern.CASE_INSENSITIVE);

    private PurchaseOrderResponse() {}

    /** Fails with an {@link IllegalArgumentException} where it is another document, or leaves lines out that it may have taken. */
    static Receipt read(Account account, Element root, Order order) {
        var response = Envelope.open(root, "OrderResponse", order.number());
        var items = response.within("Items", "Item").toList();
        var code = Reply.code(response);
        var rows = items.stream().map(item -> row(account, item)).toList();
        if (code != OrderCode.REJECTED || rows.stream().anyMatch(row -> row.code() != OrderCode.REJECTED)) {
            requireEach(order, rows);
        }
        var duplicate = Stream.concat(Stream.of(response), items.stream()).anyMatch(PurchaseOrderResponse::isDuplicate);
        return new Receipt(code, duplicate, Reply.reason(account, response), rows);
    }

    private static Row row(Account account, Element item) {
        return new Row(
                Reply.lineNumber(item),
                Reply.code(item),
                Reply.type(item),
                Reply.orderNumber(item),
                Reply.reason(account, item));
    }

    private static void requireEach(Order order, List<Row> rows) {
        var answered = rows.stream().map(Row::lineNumber).collect(toSet());
        if (!answered.containsAll(order.items().stream().map(Item::lineNumber).toList())) {
            throw new IllegalArgumentException("an answer that leaves lines out");
        }
    }

    private static boolean isDuplicate(Element said) {
        return said.text("SynnexInternalReference").orElse("").startsWith("DUPREJECT")
                || TWICE.matcher(said.text("Reason").orElse("")).find();
    }
}
