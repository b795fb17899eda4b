package io.nowbridge.product;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Runs in maps, under the same contract as the real ones; safe for several at once. */
public final class InMemoryRuns implements Runs {

    private final Map<RunId, Run> runs = new HashMap<>();
    private final Map<RunId, Lease> leases = new HashMap<>();
    private Optional<String> failing = Optional.empty();

    private record Lease(String owner, Instant until) {}

    /** Lets the next call of the operation called {@code name} fail before it has done anything. */
    public synchronized void failNext(String name) {
        failing = Optional.of(name);
    }

    /** A run that there is. */
    public synchronized Run run(RunId id) {
        return Optional.ofNullable(runs.get(id)).orElseThrow();
    }

    @Override
    public Uni<Starting> start(Run run) {
        return answering("start", () -> {
            var other = runs.values().stream()
                    .filter(InMemoryRuns::isOpen)
                    .filter(open -> open.pairing().equals(run.pairing()))
                    .filter(open -> !open.id().equals(run.id()))
                    .findFirst();
            if (other.isPresent()) {
                return new Starting.Busy(other.get().id());
            }
            runs.putIfAbsent(run.id(), run);
            return new Starting.Started();
        });
    }

    @Override
    public Uni<Optional<Run>> find(RunId id) {
        return answering("find", () -> Optional.ofNullable(runs.get(id)));
    }

    @Override
    public Uni<Page<Run>> page(TemplateId template, PageRequest request) {
        return answering("page", () -> {
            var newestFirst = new TreeMap<String, Run>().descendingMap();
            runs.values().stream()
                    .filter(run -> run.template().equals(template))
                    .forEach(run -> newestFirst.put(place(run), run));
            var left =
                    request.from().map(last -> newestFirst.tailMap(last, false)).orElse(newestFirst);
            var page = left.values().stream().limit(request.size()).toList();
            return new Page<>(page, page.size() == left.size() ? Optional.empty() : Optional.of(place(page.getLast())));
        });
    }

    @Override
    public Uni<List<Run>> open() {
        return answering(
                "open",
                () -> runs.values().stream().filter(InMemoryRuns::isOpen).toList());
    }

    @Override
    public Uni<Boolean> change(Run run) {
        return answering("change", () -> {
            var before = runs.get(run.id());
            if (before == null || !isOpen(before) || before.version() != run.version() - 1) {
                return false;
            }
            var counted = before.progress();
            var planned = run.progress();
            runs.put(
                    run.id(),
                    with(
                            run,
                            new Progress(
                                    planned.chunks(), counted.ended(), counted.outcomes(), planned.writingSince())));
            return true;
        });
    }

    @Override
    public Uni<Optional<Run>> take(RunId id, String owner, Instant now, Instant until) {
        return answering(
                "take",
                () -> Optional.ofNullable(runs.get(id))
                        .filter(run -> isToBePlanned(run, now))
                        .map(run -> {
                            var taken = planning(run);
                            runs.put(id, taken);
                            leases.put(id, new Lease(owner, until));
                            return taken;
                        }));
    }

    private boolean isToBePlanned(Run run, Instant now) {
        return switch (run.state()) {
            case WAITING -> true;
            case PLANNING -> !leases.get(run.id()).until().isAfter(now);
            case HELD, WRITING, ENDED -> false;
        };
    }

    /** Adds to a run's progress, if {@code attempt} is the plan that counts. */
    synchronized Optional<Run> add(RunId id, int attempt, UnaryOperator<Progress> addition) {
        var run = Optional.ofNullable(runs.get(id))
                .filter(found -> found.attempt() == attempt)
                .filter(InMemoryRuns::isOpen);
        var added = run.map(before -> with(before, addition.apply(before.progress())));
        added.ifPresent(after -> runs.put(id, after));
        return added;
    }

    private <T> Uni<T> answering(String name, Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                if (failing.filter(name::equals).isPresent()) {
                    failing = Optional.empty();
                    throw new IllegalStateException("the store is down");
                }
                return answer.get();
            }
        });
    }

    private static boolean isOpen(Run run) {
        return run.state() != State.ENDED;
    }

    private static String place(Run run) {
        return "%013d#%s".formatted(run.at().toEpochMilli(), run.id());
    }

    private static Run planning(Run run) {
        return new Run(
                run.id(),
                run.template(),
                run.pairing(),
                run.task(),
                run.only(),
                run.startedBy(),
                run.at(),
                State.PLANNING,
                run.confirmed(),
                run.attempt() + 1,
                run.edition(),
                run.found(),
                run.remarks(),
                run.progress(),
                run.waitingFor(),
                run.stop(),
                run.result(),
                run.endedAt(),
                run.version() + 1);
    }

    private static Run with(Run run, Progress progress) {
        return new Run(
                run.id(),
                run.template(),
                run.pairing(),
                run.task(),
                run.only(),
                run.startedBy(),
                run.at(),
                run.state(),
                run.confirmed(),
                run.attempt(),
                run.edition(),
                run.found(),
                run.remarks(),
                progress,
                run.waitingFor(),
                run.stop(),
                run.result(),
                run.endedAt(),
                run.version());
    }
}
