package io.nowbridge.order;

import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.SystemType;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An order that is followed, with a desk, a distributor and a clock of its own; one worker does what is due. */
final class Following {

    static final Instant NOW = TemplateFixtures.NOW;
    static final FollowPace PACE = new FollowPace(
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(1),
            Duration.ofDays(30),
            Duration.ofDays(365));
    static final Connection DESK = ConnectionFixtures.connection(TemplateFixtures.DESK.value());
    static final Connection DISTRIBUTOR =
            ConnectionFixtures.connection(TemplateFixtures.DISTRIBUTOR.value(), SystemType.TDSYNNEX);

    final FakeOrderDesk desk = new FakeOrderDesk();
    final InMemoryOrders orders = new InMemoryOrders();
    final InMemoryActivity log = new InMemoryActivity();

    private final FollowOrder follow;
    private final ShowOrder show;
    private Instant now = NOW;
    private Way way = way(orderStatus());
    private Distributors distributors = new FakeDistributor(this::now);

    Following() {
        this(PACE);
    }

    Following(FollowPace pace) {
        InstantSource clock = () -> now;
        var chance = new Random(7);
        var setBack = new SetBack(new Pauses(chance, Duration.ofHours(1)), clock);
        var statusLog = new StatusLog(log, clock);
        follow = new FollowOrder(
                connection -> distributors.of(connection),
                new StatusBudget(orders),
                setBack,
                statusLog,
                pace,
                clock,
                chance);
        show = new ShowOrder(desk, setBack, statusLog, clock);
    }

    /** A template that submits orders, with columns for all that it can show. */
    static TemplateForm createOrders() {
        var mappings = new Mappings(
                TemplateFixtures.sorted(Map.of("order", "proc_po", "line", "proc_po_item")),
                TemplateFixtures.sorted(Map.of(
                        "status", "u_status",
                        "externalOrderNumber", "u_cpo_id",
                        "message", "u_message",
                        "note", "work_notes")),
                TemplateFixtures.sorted(Map.of(
                        "statuses",
                        TemplateFixtures.sorted(Map.of(
                                "ready", "Send to TDS", "submitted", "TDS Received", "rejected", "TDS Rejected")))));
        return TemplateFixtures.form(TemplateKind.CREATE_ORDERS, mappings);
    }

    /** A template that follows them, every quarter of an hour, with columns for all that it can show. */
    static TemplateForm orderStatus() {
        var fields = new TreeMap<>(Map.of("status", "u_status", "note", "work_notes"));
        Stream.of("tracking", "shippedAt", "expectedAt", "invoiceNumber")
                .forEach(field -> fields.put(field, "u_" + field));
        Stream.of("lineTracking", "lineExpectedAt", "lineStatus", "lineShipped", "lineRemaining")
                .forEach(field -> fields.put(field, "u_" + field));
        var statuses = new TreeMap<String, String>();
        Stream.of(Status.values()).forEach(status -> statuses.put(status.label(), desk(status)));
        var form = TemplateFixtures.form(
                TemplateKind.GET_ORDER_STATUS,
                new Mappings(
                        TemplateFixtures.sorted(Map.of("order", "proc_po", "line", "proc_po_item")),
                        fields,
                        TemplateFixtures.sorted(Map.of("statuses", statuses))));
        return new TemplateForm(
                form.kind(),
                form.name(),
                form.desk(),
                form.distributor(),
                new Rate(15, Unit.MINUTES),
                form.mappings(),
                form.options());
    }

    /** The desk's word for a status. */
    static String desk(Status status) {
        return "TDS " + status.words();
    }

    static Way way(TemplateForm following) {
        return way(Optional.of(TemplateFixtures.template("following", following)));
    }

    static Way way(Optional<Template> following) {
        return new Way(TemplateFixtures.template("creating", createOrders()), following, DESK, DISTRIBUTOR);
    }

    /** An order that the distributor has just taken, for so many of each line. */
    static Order placed(String number, long... quantities) {
        return placed(number, NOW, quantities);
    }

    static Order placed(String number, Instant at, long... quantities) {
        var lines = Stream.iterate(1, line -> line + 1).limit(quantities.length).toList();
        var asked = KeptOrders.asked(
                number,
                KeptOrders.ADDRESS,
                lines.stream()
                        .map(line -> KeptOrders.line(line, sku(line), Long.toString(quantities[line - 1])))
                        .toList());
        var items = lines.stream()
                .map(line -> new Item(line, sku(line), quantities[line - 1], BigDecimal.TEN))
                .toList();
        var key = new OrderKey(KeptOrders.ACCOUNT, number);
        var order = KeptOrders.order(key, TemplateFixtures.DESK, at, asked);
        return new NextOrder(order)
                .in(Stage.PLACED, List.of())
                .submitted(Optional.of(new Submission(at, 1, false, items)))
                .standing(new Standing(
                        at,
                        lines.stream()
                                .map(line -> line(line, Status.ACCEPTED, quantities[line - 1], 0))
                                .toList(),
                        List.of(),
                        List.of()))
                .at(at.plusSeconds(120))
                .made();
    }

    static String sku(int line) {
        return "sku-" + line;
    }

    /** A line as the distributor has it. */
    static Standing.Line line(int number, Status status, long ordered, long shipped) {
        return new Standing.Line(
                number,
                sku(number),
                status,
                ordered,
                shipped,
                0,
                Optional.empty(),
                List.of("9000" + number),
                Optional.empty(),
                "");
    }

    /** From now on another distributor is asked. */
    void asks(Distributors others) {
        distributors = others;
    }

    /** From now on the template that follows is another one. */
    void follows(TemplateForm form) {
        way = way(form);
    }

    /** From now on no template follows. */
    void followsNot() {
        way = way(Optional.empty());
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Waits until something is to be done about an order, and does it. */
    Order advance(Order order) {
        var due = order.next().orElseThrow();
        now = due.isAfter(now) ? due : now;
        return advanceNow(order);
    }

    /** Does what is to be done now about an order that is in the store, and keeps it there after each step. */
    Order advanceKept(OrderId id) {
        var order = orders.order(id);
        return kept(shown(order.stage() == Stage.PLACED ? kept(stepped(order)) : order));
    }

    private Order kept(Order order) {
        orders.change(order, "worker").await().indefinitely();
        return order;
    }

    private Order advanceNow(Order order) {
        return shown(order.stage() == Stage.PLACED ? stepped(order) : order);
    }

    private Order stepped(Order order) {
        return follow.take(order, way).await().indefinitely();
    }

    /** Makes the desk show an order, if it has to. */
    Order shown(Order order) {
        return show.take(order, way).await().indefinitely();
    }
}
