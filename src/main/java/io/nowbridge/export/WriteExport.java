package io.nowbridge.export;

import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.export.WriteExport.Outcome.Continues;
import io.nowbridge.export.WriteExport.Outcome.Elsewhere;
import io.nowbridge.export.WriteExport.Outcome.Ended;
import io.nowbridge.export.WriteExport.Outcome.Unknown;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes an export's file for as long as there is time, notes how far it has come, and has itself woken again for the rest.
 *
 * <p>What is noted is true at any moment: a part or a rest is kept before it is noted, so that an attempt that died between the
 * two is followed by one that writes it again, in the same place.
 */
public final class WriteExport {

    /** What became of an attempt. */
    public sealed interface Outcome {

        /** It is ready or has failed for good. */
        record Ended(Export export) implements Outcome {}

        /** The time was up; another attempt was woken. */
        record Continues(Export export) implements Outcome {}

        /** Somebody else is writing it. */
        record Elsewhere() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** How often an export is begun without coming any further; below what its queue delivers, so that it ends as failed. */
    static final int MOST_ATTEMPTS = 4;

    private final Exports exports;
    private final ExportQueue queue;
    private final ExportLog log;
    private final Shelves shelves;
    private final InstantSource clock;
    private final Writing.Tools tools;

    /** A part holds {@code partBytes} or a page more. */
    public WriteExport(
            ActivityHistory history,
            Layouts layouts,
            Exports exports,
            ExportQueue queue,
            ExportLog log,
            Shelves shelves,
            InstantSource clock,
            int partBytes) {
        this.exports = exports;
        this.queue = queue;
        this.log = log;
        this.shelves = shelves;
        this.clock = clock;
        this.tools = new Writing.Tools(new Walk(history), layouts, this::noted, partBytes);
    }

    public Uni<Outcome> run(String id, Duration time) {
        return exports.find(id)
                .flatMap(found -> found.map(export -> run(export, time))
                        .orElseGet(() -> Uni.createFrom().item(new Unknown())));
    }

    private Uni<Outcome> run(Export export, Duration time) {
        return switch (export.state()) {
            case READY, FAILED -> ended(export);
            case UNDER_WAY, WRITTEN ->
                export.progress().attempts() >= MOST_ATTEMPTS
                        ? giveUp(export, "It was begun %d times and came no further".formatted(MOST_ATTEMPTS))
                        : attempt(export, time);
        };
    }

    private Uni<Outcome> attempt(Export export, Duration time) {
        var until = clock.instant().plus(time);
        return noted(export.taken())
                .flatMap(this::begun)
                .flatMap(begun -> new Writing(tools, shelves.of(begun.shelf()), begun)
                        .until(() -> clock.instant().isAfter(until)))
                .flatMap(this::further)
                .onFailure(TakenAway.class)
                .recoverWithItem(new Elsewhere())
                .onFailure()
                .recoverWithUni(failure -> setBack(export.id(), failure));
    }

    private Uni<Export> begun(Export export) {
        if (export.progress().upload().isPresent()) {
            return Uni.createFrom().item(export);
        }
        return shelves.of(export.shelf())
                .begin(export.file(), export.format().contentType())
                .flatMap(upload -> noted(export.with(export.progress().into(upload))));
    }

    private Uni<Outcome> further(Export export) {
        return switch (export.state()) {
            case UNDER_WAY -> queue.wake(export.id()).replaceWith(() -> new Continues(export));
            case WRITTEN -> finish(export);
            case READY, FAILED -> ended(export);
        };
    }

    private Uni<Outcome> finish(Export export) {
        return shelves.of(export.shelf())
                .finish(export.progress().begun(), export.progress().tags())
                .flatMap(done -> noted(export.ready()))
                .flatMap(this::ended);
    }

    // The log is told again each time, since whoever ended it may have died before that.
    private Uni<Outcome> ended(Export export) {
        return log.stands(export).replaceWith(new Ended(export));
    }

    // A failure that another attempt may not meet goes back to the queue; the last attempt's is the export's own.
    private Uni<Outcome> setBack(String id, Throwable failure) {
        return exports.find(id).map(Optional::orElseThrow).flatMap(export -> switch (export.state()) {
            // The file is there, or given up: it is only the log that has not heard of it.
            case READY, FAILED -> Uni.createFrom().failure(failure);
            case UNDER_WAY, WRITTEN ->
                export.progress().attempts() >= MOST_ATTEMPTS
                        ? giveUp(export, String.valueOf(failure.getMessage()))
                        : Uni.createFrom().failure(failure);
        });
    }

    private Uni<Outcome> giveUp(Export export, String cause) {
        return noted(export.failed(cause)).flatMap(failed -> abandoned(failed).flatMap(done -> ended(failed)));
    }

    private Uni<Void> abandoned(Export export) {
        return export.progress()
                .upload()
                .map(shelves.of(export.shelf())::abandon)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Keeps the next revision and tells the log; fails where it is somebody else's by now. */
    private Uni<Export> noted(Export next) {
        return exports.replace(next)
                .flatMap(ours -> ours
                        ? log.stands(next).replaceWith(next)
                        : Uni.createFrom().failure(new TakenAway()));
    }

    private static final class TakenAway extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
