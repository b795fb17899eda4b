package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.paging.Page;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts the runs whose time has come, and takes care of those that a crash has left.
 *
 * <p>A time that comes while another run is under way is logged, and one run follows as soon as that one has ended.
 */
public final class StartDueRuns {

    // Several ticks long, so that one that fails loses no entry; the same entry again changes nothing.
    private static final Duration FRESH = Duration.ofMinutes(5);

    /**
     * What it found.
     *
     * @param started how many runs it started
     * @param skipped how many templates' time has come that cannot run now; the log says why
     * @param open how many runs have not ended, those it started left out
     */
    public record Report(int started, int skipped, int open) {

        private static Report of(List<Start> starts, int open) {
            return new Report(
                    Collections.frequency(starts, Start.STARTED), Collections.frequency(starts, Start.SKIPPED), open);
        }
    }

    private enum Start {
        STARTED,
        SKIPPED
    }

    private final Templates templates;
    private final Runs runs;
    private final StartRun startRun;
    private final LeftRuns left;
    private final RunLog log;
    private final InstantSource clock;

    StartDueRuns(Templates templates, Runs runs, StartRun startRun, LeftRuns left, RunLog log, Conditions conditions) {
        this.templates = templates;
        this.runs = runs;
        this.startRun = startRun;
        this.left = left;
        this.log = log;
        this.clock = conditions.clock();
    }

    public Uni<Report> run() {
        return left.run()
                .onItemOrFailure()
                .transformToUni((open, failure) -> failure == null
                        ? startDue(open)
                        // Whoever is due has nothing to do with what is left.
                        : startDue(0).onItem().failWith(() -> failure));
    }

    private Uni<Report> startDue(int open) {
        return startDue().map(starts -> Report.of(starts, open));
    }

    /** What became of each template whose time has come. */
    private Uni<List<Start>> startDue() {
        var now = clock.instant();
        return Page.all(templates::page)
                .filter(template -> template.enabled() && template.form().kind() == TemplateKind.PRODUCT_SYNC)
                .onItem()
                .transformToUni(template -> startIfDue(template, now))
                .collectFailures()
                .concatenate()
                .onItem()
                .<Start>transformToIterable(start -> start.stream().toList())
                .collect()
                .asList();
    }

    private Uni<Optional<Start>> startIfDue(Template template, Instant now) {
        return lastRun(template).flatMap(last -> {
            var after = last.filter(at -> at.isAfter(template.changed().at()))
                    .orElse(template.changed().at());
            return template.next(after).isAfter(now)
                    ? Uni.createFrom().item(Optional.empty())
                    : start(template, after, now).map(Optional::of);
        });
    }

    private Uni<Optional<Instant>> lastRun(Template template) {
        return Page.all(request -> runs.page(template.id(), request))
                .filter(run -> run.task() == Run.Task.SYNC && run.only().isEmpty())
                .map(Run::at)
                .toUni()
                .map(Optional::ofNullable);
    }

    private Uni<Start> start(Template template, Instant after, Instant now) {
        return startRun.run(new StartRun.Order(template.id(), Run.Task.SYNC, List.of(), "schedule"))
                .flatMap(outcome -> switch (outcome) {
                    case StartRun.Outcome.Started started -> Uni.createFrom().item(Start.STARTED);
                    case StartRun.Outcome.Busy(var other) ->
                        runs.find(other)
                                .flatMap(found ->
                                        skipped(template, after, now, List.of(stillUnderWay(template, other, found))));
                    case StartRun.Outcome.NotReady(var obstacles) -> skipped(template, after, now, obstacles);
                    // It was removed just now.
                    case StartRun.Outcome.NoSuchTemplate none ->
                        Uni.createFrom().item(Start.SKIPPED);
                    case StartRun.Outcome.NotAProductSync other ->
                        Uni.createFrom().item(Start.SKIPPED);
                });
    }

    // The run that follows is one, however many times were skipped.
    private Uni<Start> skipped(Template template, Instant after, Instant now, List<Failure> causes) {
        return Multi.createFrom()
                .iterable(times(template, after, now))
                .onItem()
                .transformToUniAndConcatenate(due -> log.skipped(template, due, causes))
                .onItem()
                .ignoreAsUni()
                .replaceWith(Start.SKIPPED);
    }

    /** The times that came since {@code after}, those of the last minutes. */
    private static List<Instant> times(Template template, Instant after, Instant now) {
        var fresh = now.minus(FRESH);
        var from = after.isAfter(fresh) ? after : fresh;
        return Stream.iterate(template.next(from), due -> !due.isAfter(now), template::next)
                .toList();
    }

    private static Failure stillUnderWay(Template template, RunId other, Optional<Run> found) {
        return found.filter(run -> run.state() == Run.State.HELD)
                .map(held -> new Failure(
                        template.form().name(),
                        "The run %s is held".formatted(other),
                        WhoCanFix.ADMINISTRATOR,
                        "Let that run go on, or cancel it: until then no other starts between the same two systems."))
                .orElseGet(
                        () -> new Failure(
                                template.form().name(),
                                "The run %s had not ended yet".formatted(other),
                                WhoCanFix.NOBODY,
                                "One run follows as soon as that one has ended. If this happens again and again, let the template run less often."));
    }
}
