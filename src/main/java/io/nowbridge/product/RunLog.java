package io.nowbridge.product;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes runs into the Sync Activity Log: one entry for each, under its id, replaced as it proceeds. */
final class RunLog {

    static final String FUNCTION = "syncProducts";

    private final ActivityLog log;
    private final InstantSource clock;

    RunLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** It has come so far, unless the log knows of its end already. */
    Uni<Void> underWay(Run run) {
        var progress = run.progress();
        return log.advance(entry(
                run,
                Result.UNDER_WAY,
                new Counts(progress.done(), failed(run), run.left()),
                Stream.concat(run.waitingFor().stream(), run.remarks().stream()).toList()));
    }

    /** It is over; what nobody has tried is among its failures. */
    Uni<Void> ended(Run run, Result result, List<Failure> failures) {
        return log.record(entry(run, result, new Counts(run.progress().done(), failed(run), 0), failures));
    }

    /** Its time came, and it could not be started. */
    Uni<Void> skipped(Template template, Instant due, List<Failure> causes) {
        return log.record(new Activity(
                        "skipped %s %s".formatted(template.id(), due),
                        due,
                        Duration.between(due, clock.instant()),
                        Operation.PRODUCT_SYNC,
                        "scheduledProductSync",
                        template.form().desk(),
                        "schedule",
                        Result.FAILED,
                        Map.of(
                                "task",
                                word(Run.Task.SYNC),
                                "distributor",
                                template.form().distributor().value()),
                        causes)
                .of(template.id().value())
                .with(new Counts(0, 0, 0)));
    }

    /** As it is written: {@code dry-run}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long failed(Run run) {
        return run.progress().failed() + run.untried() + run.found().malformed();
    }

    private Activity entry(Run run, Result result, Counts counts, List<Failure> failures) {
        return new Activity(
                        run.entry().id(),
                        run.entry().at(),
                        Duration.between(run.at(), run.endedAt().orElseGet(clock::instant)),
                        Operation.PRODUCT_SYNC,
                        FUNCTION,
                        run.pairing().desk(),
                        run.startedBy(),
                        result,
                        subjects(run),
                        failures)
                .of(run.template().value())
                .with(counts);
    }

    private static Map<String, String> subjects(Run run) {
        var subjects = new TreeMap<String, String>();
        subjects.put("run", run.id().value());
        subjects.put("task", word(run.task()));
        subjects.put("distributor", run.pairing().distributor().value());
        run.edition().ifPresent(edition -> subjects.put("edition", edition.name()));
        Stream.of(Outcome.values())
                .filter(outcome -> run.progress().of(outcome) > 0)
                .forEach(
                        outcome -> count(subjects, word(outcome), run.progress().of(outcome)));
        count(subjects, "untried", run.untried());
        count(subjects, "listed", run.found().listed());
        count(subjects, "selected", run.found().selected());
        count(subjects, "unchanged", run.found().unchanged());
        count(subjects, "heldBack", run.found().heldBack());
        count(subjects, "vanished", run.found().vanished());
        count(subjects, "duplicates", run.found().duplicates());
        return subjects;
    }

    private static void count(Map<String, String> subjects, String what, long count) {
        if (count > 0) {
            subjects.put(what, Long.toString(count));
        }
    }
}
