package io.nowbridge.export;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.Wanted;
import io.nowbridge.export.ExportActivity.Outcome.Queued;
import io.nowbridge.export.ExportActivity.Outcome.Whole;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands entries over at once where they fit into an answer, and otherwise has them written into a file. */
public final class ExportActivity {

    /** Who wants which entries, and how written. */
    public record Command(Requester by, Wanted wanted, Format format) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** All of them, as a file of that name. */
        @SuppressWarnings("ArrayRecordComponent") // Never compared, and handed from one method to the next.
        record Whole(String name, Format format, byte[] bytes) implements Outcome {}

        /** They are being written. */
        record Queued(Export export) implements Outcome {}
    }

    /** How much an answer holds, and how long it may take to find out whether that is enough. */
    public record Room(int bytes, Duration time) {}

    private final Walk walk;
    private final Layouts layouts;
    private final Exports exports;
    private final ExportQueue queue;
    private final ExportLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Room room;

    /** Names each export by {@code ids}, which never gives the same twice. */
    public ExportActivity(
            ActivityHistory history,
            Layouts layouts,
            Exports exports,
            ExportQueue queue,
            ExportLog log,
            InstantSource clock,
            Supplier<String> ids,
            Room room) {
        this.walk = new Walk(history);
        this.layouts = layouts;
        this.exports = exports;
        this.queue = queue;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
        this.room = room;
    }

    public Uni<Outcome> run(Command command) {
        var began = clock.instant();
        return layouts.of(command.format())
                .map(Sheet::blank)
                .flatMap(sheet -> fill(sheet, command.wanted(), began.plus(room.time()))
                        .flatMap(isAll -> isAll ? whole(command, sheet, began) : queued(command, began)));
    }

    /** Writes what there is room for; whether that is all. */
    private Uni<Boolean> fill(Sheet sheet, Wanted wanted, Instant until) {
        return walk.from(Optional.empty(), wanted, page -> {
                    sheet.add(page.items());
                    var goesOn = sheet.size() <= room.bytes() && clock.instant().isBefore(until);
                    return Uni.createFrom().item(goesOn);
                })
                .map(left -> left.isEmpty() && sheet.size() <= room.bytes());
    }

    private Uni<Outcome> whole(Command command, Sheet sheet, Instant began) {
        return log.handedOver(ids.get(), command.by().subject(), command.wanted(), began, sheet.entries())
                .replaceWith(() -> new Whole(name(command), command.format(), sheet.take()));
    }

    // Kept before anybody is woken. What is kept and wakes nobody was never promised to anybody, and expires. The log
    // hears of it from whoever writes it.
    private Uni<Outcome> queued(Command command, Instant began) {
        var id = ids.get();
        var export = Export.of(
                id,
                Shelf.DOWNLOADS,
                command.wanted(),
                command.format(),
                command.by().subject(),
                began,
                "exports/%s/%s".formatted(id, name(command)));
        return exports.add(export).call(() -> queue.wake(id)).replaceWith(new Queued(export));
    }

    private static String name(Command command) {
        return "sync-activity-log_%s_%s.%s"
                .formatted(
                        day(command.wanted().from()),
                        day(command.wanted().to()),
                        command.format().extension());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
