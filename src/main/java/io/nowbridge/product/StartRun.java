package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.product.Ways.Way;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts a run, unless another is under way between the same two systems. */
public final class StartRun {

    /**
     * What is wanted.
     *
     * @param only the products it is about; empty for all that the template selects
     * @param by the person or trigger
     */
    public record Order(TemplateId template, Run.Task task, List<Sku> only, String by) {

        public Order {
            only = List.copyOf(only);
            if (only.size() > Run.MOST_ONLY) {
                throw new IllegalArgumentException("names more than " + Run.MOST_ONLY + " products");
            }
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Started(Run run) implements Outcome {}

        record Busy(RunId other) implements Outcome {}

        record NoSuchTemplate() implements Outcome {}

        record NotAProductSync() implements Outcome {}

        /** It could not do anything yet, and why. */
        record NotReady(List<Failure> obstacles) implements Outcome {}
    }

    private final Ways ways;
    private final Catalogues catalogues;
    private final ProductDesks desks;
    private final Runs runs;
    private final RunQueue queue;
    private final RunLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /** Names each run by {@code ids}, which never gives the same twice. */
    StartRun(
            Ways ways,
            Catalogues catalogues,
            ProductDesks desks,
            Runs runs,
            RunQueue queue,
            RunLog log,
            InstantSource clock,
            Supplier<String> ids) {
        this.ways = ways;
        this.catalogues = catalogues;
        this.desks = desks;
        this.runs = runs;
        this.queue = queue;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    public Uni<Outcome> run(Order order) {
        return ways.of(order.template()).flatMap(way -> switch (way) {
            case Way.Open open ->
                obstacle(order, open)
                        .map(found -> now(new Outcome.NotReady(List.of(found))))
                        .orElseGet(() -> start(order, open.template()));
            case Way.Closed(var template, var obstacles) -> now(new Outcome.NotReady(obstacles));
            case Way.NoSuchTemplate none -> now(new Outcome.NoSuchTemplate());
            case Way.NotAProductSync other -> now(new Outcome.NotAProductSync());
        });
    }

    private Optional<Failure> obstacle(Order order, Way.Open way) {
        return unkept(way).or(() -> switch (order.task()) {
            case SYNC -> disabled(way.template());
            case REFRESH -> disabled(way.template()).or(() -> unanswering(way));
            case DRY_RUN, VERIFY -> Optional.empty();
        });
    }

    private Optional<Failure> unkept(Way.Open way) {
        return desks.serve(way.desk())
                ? Optional.empty()
                : Optional.of(new Failure(
                        way.desk().name(),
                        "Products cannot be kept in " + way.desk().type().title() + " yet",
                        WhoCanFix.ADMINISTRATOR,
                        "Create a template between the distributor and another system, and disable this one."));
    }

    private static Optional<Failure> disabled(Template template) {
        return template.enabled()
                ? Optional.empty()
                : Optional.of(new Failure(
                        template.form().name(),
                        "The template is disabled",
                        WhoCanFix.ADMINISTRATOR,
                        "Enable it; what it would do, a dry run says before that."));
    }

    private Optional<Failure> unanswering(Way.Open way) {
        return catalogues.of(way.distributor()).quotes()
                ? Optional.empty()
                : Optional.of(new Failure(
                        way.distributor().name(),
                        "The distributor cannot be asked for prices: they come with its catalogue alone",
                        WhoCanFix.CALLER,
                        "Synchronise the products instead."));
    }

    private Uni<Outcome> start(Order order, Template template) {
        var pairing = new Pairing(template.form().desk(), template.form().distributor());
        var run = Run.of(
                new RunId(ids.get()), template.id(), pairing, order.task(), order.only(), order.by(), clock.instant());
        return runs.start(run).flatMap(starting -> switch (starting) {
            // Whatever is lost from here on, the next tick makes up for.
            case Runs.Starting.Started started ->
                log.underWay(run).chain(() -> queue.plan(run.id())).replaceWith(new Outcome.Started(run));
            case Runs.Starting.Busy(var other) -> now(new Outcome.Busy(other));
        });
    }

    private static Uni<Outcome> now(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
