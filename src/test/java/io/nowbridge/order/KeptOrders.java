package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order.Approval;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.order.Order.Told;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.template.TemplateId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Orders and what was seen at desks, as the tests of their stores speak of them. */
public final class KeptOrders {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    public static final TemplateId TEMPLATE = new TemplateId("template");
    public static final ConnectionId DESK = new ConnectionId("desk");
    public static final ConnectionId DISTRIBUTOR = new ConnectionId("distributor");
    public static final AccountId ACCOUNT = new AccountId("account");
    public static final ShipTo ADDRESS = new ShipTo(
            "Acme",
            "Dock 4",
            "1 Main Street",
            "",
            "Boston",
            "MA",
            "02110",
            "US",
            "Maria",
            "555-0100",
            "m@acme.example");
    public static final Failure FAILURE =
            new Failure("SKU 7", "It is not sold any more: é", WhoCanFix.ADMINISTRATOR, "Choose another");

    private KeptOrders() {}

    /** A new order, to be submitted at once: one of a thing, which nobody else orders. */
    public static Order order(String number) {
        return order(number, NOW, List.of(line(1, "sku of " + number, "1")));
    }

    public static Order order(String number, Instant created, List<Line> lines) {
        return order(new OrderKey(ACCOUNT, "NB-" + number), DESK, created, asked(number, ADDRESS, lines));
    }

    public static Order order(OrderKey key, ConnectionId desk, Instant created, PurchaseOrder asked) {
        return new Order(
                key,
                TEMPLATE,
                desk,
                DISTRIBUTOR,
                asked,
                Stage.READY,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Event(created, "It was found", "createOrders"),
                List.of(),
                created,
                Optional.of(created),
                0,
                1);
    }

    public static PurchaseOrder asked(String number, ShipTo to, List<Line> lines) {
        return new PurchaseOrder("id of " + number, number, "Ready", to, "Deliver before noon", lines);
    }

    public static Line line(int number, String sku, String quantity) {
        return new Line("line-" + number, number, sku, "A thing", new BigDecimal(quantity), "each", Optional.empty());
    }

    /** The version after {@code before}, in another stage. */
    public static Order in(Order before, Stage stage) {
        return next(before, order -> order.in(stage, List.of()));
    }

    /** The version after {@code before}. */
    static Order next(Order before, UnaryOperator<NextOrder> change) {
        return change.apply(new NextOrder(before)).made();
    }

    /** The version after {@code before}, in which everything that can be known is known. */
    public static Order told(Order before) {
        var paid = new Money(new BigDecimal("129.90"), "USD");
        var lines = List.of(
                new Line("l1", 1, "4711", "Ä laptop", new BigDecimal("2.00"), "each", Optional.of(paid)),
                line(2, "12-B/7", "1E+3"));
        return next(
                before,
                order -> order.asked(asked(before.asked().number(), ADDRESS, lines))
                        .begun(NOW.minusSeconds(1), "It was tried again", "maria")
                        .in(Stage.PLACED, List.of(FAILURE))
                        .approved(new Approval("maria", NOW.plusNanos(5), List.of("alike", "dear")))
                        .submitted(Optional.of(new Submission(
                                NOW.plusMillis(7_001), 2, true, List.of(new Item(1, "4711", 2, paid.amount())))))
                        .standing(standing(paid))
                        .told(new Told(NOW.plusSeconds(9), "imprint"))
                        .because(NOW, "It was placed", "maria")
                        .because(NOW.plusSeconds(1), "It was shipped", "advanceOrders")
                        .again(NOW.plusSeconds(600), List.of(FAILURE, FAILURE)));
    }

    private static Standing standing(Money paid) {
        return new Standing(
                NOW.plusSeconds(8),
                List.of(
                        new Standing.Line(
                                1,
                                "4711",
                                Status.PARTIALLY_SHIPPED,
                                2,
                                1,
                                0,
                                Optional.of(paid.amount()),
                                List.of("9001", "9002"),
                                Optional.of(LocalDate.parse("2026-01-09")),
                                "Some of it"),
                        new Standing.Line(
                                2,
                                "12-B/7",
                                Status.REJECTED,
                                0,
                                0,
                                1_000,
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                "")),
                List.of(
                        new Parcel(
                                "1Z999",
                                "UPS",
                                "Fremont",
                                Optional.of(NOW.plusSeconds(3)),
                                List.of(new Content(1, "4711", 1, List.of("SN1", "SN2")))),
                        new Parcel("", "", "", Optional.empty(), List.of())),
                List.of(
                        new Invoice(
                                "I-1",
                                Optional.of(LocalDate.parse("2026-01-08")),
                                Optional.of(paid),
                                List.of(new Invoice.Item(1, 1))),
                        new Invoice("I-2", Optional.empty(), Optional.empty(), List.of())));
    }

    /** The version after {@code before}, of so many lines, each of which came with {@code serials} serial numbers. */
    public static Order huge(Order before, int lines, int serials, RandomGenerator chance) {
        var paid = new BigDecimal("129.90");
        var asked = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> new Line(
                        hex(chance, 32),
                        number,
                        Integer.toString(1_000_000 + number),
                        "A thing that has a name " + hex(chance, 8),
                        BigDecimal.valueOf(serials),
                        "each",
                        Optional.of(new Money(paid, "USD"))))
                .toList();
        var items = asked.stream()
                .map(line -> new Item(line.number(), line.sku(), serials, paid))
                .toList();
        var standing = asked.stream()
                .map(line -> new Standing.Line(
                        line.number(),
                        line.sku(),
                        Status.INVOICED,
                        serials,
                        serials,
                        0,
                        Optional.of(paid),
                        List.of(Integer.toString(chance.nextInt(100_000_000))),
                        Optional.of(LocalDate.parse("2026-01-09")),
                        ""))
                .toList();
        var parcels = asked.stream()
                .map(line -> new Parcel(
                        "1Z" + hex(chance, 16),
                        "UPS",
                        "Fremont",
                        Optional.of(NOW.plusSeconds(chance.nextInt(86_400))),
                        List.of(new Content(
                                line.number(),
                                line.sku(),
                                serials,
                                IntStream.range(0, serials)
                                        .mapToObj(each -> hex(chance, 14))
                                        .toList()))))
                .toList();
        return next(
                before,
                order -> order.asked(asked(before.asked().number(), ADDRESS, asked))
                        .in(Stage.PLACED, List.of())
                        .submitted(Optional.of(new Submission(NOW, 1, false, items)))
                        .standing(new Standing(NOW, standing, parcels, List.of())));
    }

    private static String hex(RandomGenerator chance, int digits) {
        var text = new StringBuilder();
        while (text.length() < digits) {
            text.append("%016X".formatted(chance.nextLong()));
        }
        return text.substring(0, digits);
    }
}
