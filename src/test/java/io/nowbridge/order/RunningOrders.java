package io.nowbridge.order;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.budget.Budgets;
import io.nowbridge.budget.InMemoryBudgets;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.order.OrderWork.Conditions;
import io.nowbridge.order.OrderWork.Ends;
import io.nowbridge.order.OrderWork.Stores;
import io.nowbridge.product.Block;
import io.nowbridge.product.Deaths;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.FakeCatalogue;
import io.nowbridge.product.Imprint;
import io.nowbridge.product.InMemoryKeptProducts;
import io.nowbridge.product.Kept;
import io.nowbridge.product.Pairing;
import io.nowbridge.product.Product;
import io.nowbridge.product.ProductFixtures;
import io.nowbridge.product.Sku;
import io.nowbridge.template.InMemoryTemplates;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The submission of orders with everything around it in memory: a desk, a distributor, a catalogue, queues and a clock. */
final class RunningOrders {

    static final Duration TIME = Duration.ofMinutes(5);
    static final OrderPace PACE = new OrderPace(
            Duration.ofSeconds(10),
            TIME,
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            4,
            1_000);

    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Pairing PAIRING = new Pairing(TemplateFixtures.DESK, TemplateFixtures.DISTRIBUTOR);
    static final TemplateId CREATING = new TemplateId("creating");
    private static final TemplateId PRODUCTS = new TemplateId("products");

    final FakeOrderDesk desk = new FakeOrderDesk();
    final FakeDistributor distributor = new FakeDistributor(this::now);
    final FakeCatalogue catalogue = new FakeCatalogue();
    final InMemoryKeptProducts kept = new InMemoryKeptProducts();
    final InMemoryTemplates templates = new InMemoryTemplates();
    final InMemoryConnections connections = new InMemoryConnections();
    final InMemoryOrders orders = new InMemoryOrders();
    final InMemoryLooks looks = new InMemoryLooks();
    final InMemoryBudgets budgets = new InMemoryBudgets();
    final InMemoryActivity log = new InMemoryActivity();
    final RecordingOrderQueue queue = new RecordingOrderQueue();
    final OrderWork work;

    private final WakeDueStatuses wakeStatuses;
    private final Deaths deaths;
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = TemplateFixtures.NOW;

    RunningOrders(TemplateForm form) {
        this(form, Deaths.none());
    }

    RunningOrders(TemplateForm form, Deaths deaths) {
        this.deaths = deaths;
        connections.given(ConnectionFixtures.connection(TemplateFixtures.DESK.value()));
        connections.given(ConnectionFixtures.connection(TemplateFixtures.DISTRIBUTOR.value(), SystemType.TDSYNNEX));
        enable(CREATING.value(), form);
        enable(PRODUCTS.value(), ProductFixtures.everything());
        sells("1", "2", "3");
        work = OrderWork.of(
                new Ends(templates, connections, mortalDesk(), mortalDistributor(), catalogue),
                new Stores(
                        deaths.among(Orders.class, orders),
                        deaths.among(Looks.class, looks),
                        deaths.among(OrderQueue.class, queue),
                        kept,
                        deaths.among(Budgets.class, budgets),
                        deaths.among(ActivityLog.class, log)),
                new Conditions(this::now, new Random(1), () -> "id-" + ids.incrementAndGet(), PACE, Following.PACE));
        wakeStatuses = new WakeDueStatuses(
                templates,
                deaths.among(Orders.class, orders),
                deaths.among(OrderQueue.class, queue),
                this::now,
                PACE.wakeAtOnce());
    }

    private OrderDesk.OrderDesks mortalDesk() {
        var mortal = deaths.among(OrderDesk.class, desk);
        return (connection, template) -> mortal;
    }

    private Distributor.Distributors mortalDistributor() {
        var mortal = deaths.among(Distributor.class, distributor);
        return connection -> mortal;
    }

    void enable(String id, TemplateForm form) {
        var template = TemplateFixtures.template(id, form);
        await(templates.add(template));
        await(templates.enable(template.switched(true, TemplateFixtures.BY_MARIA)));
    }

    /** Enables the template that follows orders. */
    void follow() {
        enable("following", Following.orderStatus());
    }

    /** Sells these, which are at the desk. */
    void sells(String... skus) {
        var products = Arrays.stream(skus).map(ProductFixtures::product).toList();
        catalogue.lists(products);
        products.forEach(product -> keeps(product.sku(), true));
    }

    void lists(Product... products) {
        catalogue.lists(List.of(products));
    }

    /** The desk has a product, which can be ordered there or not. */
    void keeps(Sku sku, boolean active) {
        var block = await(kept.read(PAIRING, List.of(Block.of(sku)))).getFirst();
        var product = new Kept(sku, new Imprint(1, 1), DeskIds.DERIVED, active, now);
        await(kept.write(PAIRING, block.with(Map.of(sku, product))));
    }

    /** The template that keeps the catalogue at the desk maps the category of printers and no other. */
    void unmapCategories() {
        var products = await(templates.find(PRODUCTS)).orElseThrow();
        var mappings = products.form().mappings();
        var printing =
                TemplateFixtures.sorted(Map.of("categories", TemplateFixtures.sorted(Map.of("012", "printing"))));
        var form = TemplateFixtures.with(products.form(), new Mappings(mappings.tables(), mappings.fields(), printing));
        await(templates.change(products.replaced(form, TemplateFixtures.BY_MARIA)));
    }

    Template template() {
        return await(templates.find(CREATING)).orElseThrow();
    }

    /** Somebody says something else about the template. */
    void change(TemplateForm form) {
        await(templates.change(template().replaced(form, TemplateFixtures.BY_MARIA)));
    }

    void choose(String option, String value) {
        change(TemplateFixtures.choosing(template().form(), option, value));
    }

    void disable() {
        await(templates.disable(template().switched(false, TemplateFixtures.BY_MARIA)));
    }

    Looks.Look look() {
        return look("schedule");
    }

    Looks.Look look(String by) {
        return ((LookForOrders.Outcome.Looked) await(work.look().run(CREATING, Optional.empty(), by))).look();
    }

    /** Puts a purchase order at the desk, has it taken and worked on until nobody is woken any more at this moment. */
    Order submit(PurchaseOrder purchaseOrder) {
        desk.puts(purchaseOrder);
        look();
        deliver();
        return order(purchaseOrder.number());
    }

    Order order(String number) {
        return orders.order(id(number));
    }

    static OrderId id(String number) {
        return new OrderKey(FakeDistributor.ACCOUNT, number).id();
    }

    AdvanceOrder.Outcome advance(String number, Duration time) {
        return await(work.advance().run(id(number), time));
    }

    /** Delivers messages until there are none; a worker that dies loses its own. */
    void deliver() {
        for (var rounds = 0; rounds < 1_000 && deliverOnce(); rounds++) {
            deaths.revive();
        }
    }

    private boolean deliverOnce() {
        var wanted = queue.looks();
        var woken = queue.advanced();
        wanted.forEach(look -> mortally(() -> work.look().run(look.template(), look.number(), look.by())));
        woken.forEach(id -> mortally(() -> work.advance().run(id, TIME)));
        return !wanted.isEmpty() || !woken.isEmpty();
    }

    /** Time passes, a tick a minute, and everything that is woken is worked on. */
    void pass(Duration time) {
        var until = now.plus(time);
        while (now.isBefore(until)) {
            now = now.plus(TICK);
            mortally(work.wakeDue()::run);
            mortally(wakeStatuses::run);
            deliver();
        }
    }

    /** The clock goes on, and nothing else does. */
    void sleep(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** The entries about the submission of an order, the first one first. */
    List<Activity> entries(String number) {
        return log.entries().stream()
                .filter(entry -> entry.operation() == Operation.ORDER)
                .filter(entry -> number.equals(entry.subjects().get("order")))
                .toList();
    }

    private void mortally(Supplier<Uni<?>> work) {
        deaths.revive();
        try {
            await(work.get());
        } catch (RuntimeException e) {
            // Its process is gone, and whatever is left, another one finds; anything else is a flaw.
            if (!deaths.isDead()) {
                throw e;
            }
        }
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
