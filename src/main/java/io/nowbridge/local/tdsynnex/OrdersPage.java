package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.standin.Html.escape;
import static io.nowbridge.local.tdsynnex.Tables.cell;
import static io.nowbridge.local.tdsynnex.Tables.heads;
import static io.nowbridge.local.tdsynnex.Tables.table;

import io.nowbridge.local.standin.Html;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The page for people: all orders, the newest first, and buttons for the next thing to happen. */
final class OrdersPage {

    private final OrderBook book;

    OrdersPage(OrderBook book) {
        this.book = book;
    }

    void mount(Router router) {
        router.get("/orders")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/html;charset=UTF-8")
                        .end(html()));
        router.post("/orders/advance").handler(context -> {
            book.all().forEach(book::advance);
            back(context);
        });
        router.post("/orders/:number/advance").handler(context -> {
            book.find(OrderControls.number(context)).ifPresent(book::advance);
            back(context);
        });
    }

    // To the page, where the change shows.
    private static void back(RoutingContext context) {
        context.response().setStatusCode(303).putHeader("Location", "/orders").end();
    }

    private String html() {
        var orders = book.all();
        var body = """
                <p>%s <a href="/">What is sold</a></p>
                <form method="post" action="/orders/advance"><button>Let the next thing happen to all</button></form>
                %s
                """.formatted(
                        orders.isEmpty() ? "Nothing has been ordered yet." : orders.size() + " orders were received.",
                        orders.stream()
                                .sorted(Comparator.comparing(PlacedOrder::taken).reversed())
                                .map(this::order)
                                .collect(Collectors.joining("\n")));
        return Html.page("Orders", body, "TD SYNNEX stand-in. Nothing of this will arrive.");
    }

    private String order(PlacedOrder order) {
        return """
                <h2>%1$s: %2$s</h2>
                <p>Ordered %3$s, received %4$d times. To %5$s.</p>
                <form method="post" action="/orders/%6$s/advance"><button>Let the next thing happen</button></form>
                %7$s
                %8$s
                """.formatted(
                        escape(order.number()),
                        OrderCode.of(order).word(),
                        time(order.taken()),
                        book.timesReceived(order.number()),
                        escape(address(order)),
                        segment(order.number()),
                        lines(order),
                        parcels(order));
    }

    private static String address(PlacedOrder order) {
        return order.delivery().to().values().stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String lines(PlacedOrder order) {
        return table(
                heads("Line", "Product", "Stands", "Type", "Quantity", "Shipped", "Warehouse", "Order number", "Why"),
                order.portions().stream().map(portion -> line(order, portion)));
    }

    private static String line(PlacedOrder order, Portion portion) {
        var line = order.line(portion.line());
        return "<tr><th scope=\"row\">" + portion.line()
                + cell("Product", line.name() + " (" + line.sku() + ")")
                + cell("Stands", OrderCode.of(order, portion).word())
                + cell("Type", portion.type().name())
                + cell("Quantity", Long.toString(portion.quantity()))
                + cell("Shipped", Long.toString(order.shipped(portion)))
                + cell("Warehouse", Integer.toString(portion.warehouse()))
                + cell("Order number", portion.orderNumber())
                + cell(
                        "Why",
                        portion.reason()
                                + portion.eta().map(eta -> "Expected " + eta).orElse(""))
                + "</tr>";
    }

    private String parcels(PlacedOrder order) {
        return order.parcels().isEmpty()
                ? ""
                : table(
                        heads("Tracking", "Line", "Quantity", "Shipped", "Serial numbers", "Invoice"),
                        order.parcels().stream().map(this::parcel));
    }

    private String parcel(Parcel parcel) {
        return "<tr><th scope=\"row\">" + escape(parcel.tracking())
                + cell("Line", Integer.toString(parcel.line()))
                + cell("Quantity", Long.toString(parcel.quantity()))
                + cell("Shipped", time(parcel.shippedAt()))
                + cell("Serial numbers", String.join(", ", parcel.serialNumbers()))
                + cell("Invoice", parcel.invoice().orElse(""))
                + "</tr>";
    }

    private String time(Instant at) {
        return OrderAnswer.time(at, book.zone()).replace('T', ' ');
    }

    private static String segment(String number) {
        return escape(URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
