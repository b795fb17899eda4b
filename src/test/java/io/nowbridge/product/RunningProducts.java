package io.nowbridge.product;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.budget.Budgets;
import io.nowbridge.budget.InMemoryBudgets;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.paging.Page;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Ends;
import io.nowbridge.product.ProductWork.Stores;
import io.nowbridge.product.RecordingRunQueue.Work;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.InMemoryTemplates;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The synchronisation of products with everything around it in memory: a desk, a catalogue, queues and a clock. */
public final class RunningProducts {

    static final Duration TIME = Duration.ofMinutes(2);
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Pairing PAIRING = new Pairing(TemplateFixtures.DESK, TemplateFixtures.DISTRIBUTOR);

    final FakeCatalogue catalogue = new FakeCatalogue();
    final FakeProductDesk desk = new FakeProductDesk();
    public final InMemoryTemplates templates = new InMemoryTemplates();
    final InMemoryConnections connections = new InMemoryConnections();
    public final InMemoryRuns runs = new InMemoryRuns();
    public final InMemoryChunks chunks = new InMemoryChunks(runs);
    final InMemoryKeptProducts kept = new InMemoryKeptProducts();
    final InMemoryAssortments assortments = new InMemoryAssortments();
    final InMemoryBudgets budgets = new InMemoryBudgets();
    final InMemoryActivity log = new InMemoryActivity();
    final RecordingRunQueue queue = new RecordingRunQueue();
    public final ProductWork work;

    private final Deaths deaths;
    private final AtomicInteger ids = new AtomicInteger();
    private final List<Waking> wakings = new ArrayList<>();
    private Instant now = TemplateFixtures.NOW;

    private record Waking(Work work, Instant at) {}

    public RunningProducts(TemplateForm form) {
        this(form, Deaths.none());
    }

    RunningProducts(TemplateForm form, Deaths deaths) {
        this.deaths = deaths;
        connections.given(ConnectionFixtures.connection(TemplateFixtures.DESK.value()));
        connections.given(ConnectionFixtures.connection(TemplateFixtures.DISTRIBUTOR.value(), SystemType.TDSYNNEX));
        await(templates.add(TemplateFixtures.template("products", form)));
        await(templates.enable(ProductFixtures.template(form)));
        work = ProductWork.of(
                new Ends(templates, connections, catalogue, mortalDesk()),
                new Stores(
                        deaths.among(Runs.class, runs),
                        deaths.among(Runs.Chunks.class, chunks),
                        deaths.among(KeptProducts.class, kept),
                        deaths.among(Assortments.class, assortments),
                        deaths.among(RunQueue.class, queue),
                        deaths.among(Budgets.class, budgets),
                        deaths.among(ActivityLog.class, log)),
                new Conditions(
                        () -> now,
                        new Random(1),
                        () -> "id-" + ids.incrementAndGet(),
                        new Pace(
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(15),
                                Duration.ofHours(24)),
                        10));
    }

    private ProductDesks mortalDesk() {
        var mortal = deaths.among(ProductDesk.class, desk);
        return new ProductDesks() {
            @Override
            public boolean serve(Connection connection) {
                return desk.serve(connection);
            }

            @Override
            public ProductDesk of(Connection connection, Template template) {
                return mortal;
            }
        };
    }

    /** The next reading of the catalogue fails, for a moment. */
    public void losesItsCatalogueOnce() {
        catalogue.failNext(ProductFixtures.down(Duration.ofSeconds(1), false));
    }

    /** The desk asks to be left alone for an hour. */
    public void refuseForAnHour() {
        desk.failNext(ProductFixtures.down(Duration.ofHours(1), true), 1);
    }

    /** The catalogue's newest edition has these. */
    public void lists(String... skus) {
        catalogue.lists(Arrays.stream(skus).map(ProductFixtures::product).toList());
    }

    public Template template() {
        return await(templates.find(
                        ProductFixtures.template(TemplateFixtures.productSync()).id()))
                .orElseThrow();
    }

    /** Somebody says something else about the template. */
    void change(TemplateForm form) {
        await(templates.change(template().replaced(form, TemplateFixtures.BY_MARIA)));
    }

    StartRun.Outcome start(Task task, String... only) {
        return await(work.start()
                .run(new StartRun.Order(
                        template().id(), task, Arrays.stream(only).map(Sku::new).toList(), "maria")));
    }

    /** Starts a run and has it worked on until nobody is woken any more at this moment. */
    Run run(Task task, String... only) {
        if (!(start(task, only) instanceof StartRun.Outcome.Started(var run))) {
            throw new IllegalStateException("it was not started");
        }
        deliver();
        return runs.run(run.id());
    }

    public Run sync() {
        return run(Task.SYNC);
    }

    /** Starts a run, however often that dies. */
    Run startPatiently(Task task) {
        for (var tries = 0; tries < 100; tries++) {
            deaths.revive();
            try {
                if (start(task) instanceof StartRun.Outcome.Started(var run)) {
                    return run;
                }
            } catch (Deaths.Died died) {
                // It may have been started all the same: then the ticks bring it to its end.
            }
            passUntilAllEnded();
        }
        throw new IllegalStateException("it was not started");
    }

    Run syncPatiently() {
        var run = startPatiently(Task.SYNC);
        passUntilAllEnded();
        return runs.run(run.id());
    }

    List<Run> allRuns() {
        return await(Page.all(request -> runs.page(template().id(), request))
                .collect()
                .asList());
    }

    /** Delivers messages until there are none that are due; a worker that dies loses its own. */
    void deliver() {
        for (var rounds = 0; rounds < 10_000 && deliverOnce(); rounds++) {
            deaths.revive();
        }
    }

    private boolean deliverOnce() {
        var planned = queue.planned();
        planned.forEach(id -> mortally(work.plan().run(id, TIME)));
        queue.work().forEach(its -> wakings.add(new Waking(its, now.plus(its.delay()))));
        var due = wakings.stream().filter(waking -> !waking.at().isAfter(now)).toList();
        wakings.removeAll(due);
        due.forEach(waking -> mortally(work.sync().run(waking.work().chunk(), TIME)));
        return !planned.isEmpty() || !due.isEmpty();
    }

    /** Time passes, a tick a minute, and everything that is woken is worked on. */
    void pass(Duration time) {
        var until = now.plus(time);
        while (now.isBefore(until)) {
            now = now.plus(TICK);
            deaths.revive();
            mortally(work.startDue().run());
            deliver();
        }
    }

    /** Time passes until no run is open. */
    void passUntilAllEnded() {
        for (var minutes = 0; minutes < 48 * 60 && !await(runs.open()).isEmpty(); minutes++) {
            pass(TICK);
        }
    }

    void passWithoutTicks(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    public Activity entry(RunId run) {
        return log.entries().stream()
                .filter(entry -> entry.id().equals(run.value()))
                .findFirst()
                .orElseThrow();
    }

    List<Item> items(Run run) {
        return chunks.of(run.id(), run.attempt()).stream()
                .flatMap(chunk -> chunk.changes().stream())
                .flatMap(change -> await(chunks.item(run.id(), run.attempt(), change.sku())).stream())
                .toList();
    }

    Kept kept(String sku) {
        return Optional.ofNullable(kept.products(PAIRING).get(new Sku(sku))).orElseThrow();
    }

    String offer(String sku, String column) {
        return desk.records().get(new Sku(sku)).get(Part.OFFER).get(column);
    }

    private void mortally(Uni<?> work) {
        deaths.revive();
        try {
            await(work);
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
