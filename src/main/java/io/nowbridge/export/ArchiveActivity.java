package io.nowbridge.export;

import io.nowbridge.activity.Wanted;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has each day of the log that is over written into the archive, once. A day's export is its own mark: it has the day's id, is
 * never forgotten, and says how far the day has come.
 */
public final class ArchiveActivity {

    // What began late in a day may be written down the day after: actions end within the hour.
    private static final int SETTLED = 2;

    /** How many days were asked to be written, for the first time or again. */
    public record Report(int woken) {}

    private final Exports exports;
    private final ExportQueue queue;
    private final Shelves shelves;
    private final InstantSource clock;
    private final int reach;

    /** Looks {@code reach} days back; further back, a day that was missed stays missed. */
    public ArchiveActivity(Exports exports, ExportQueue queue, Shelves shelves, InstantSource clock, int reach) {
        this.exports = exports;
        this.queue = queue;
        this.shelves = shelves;
        this.clock = clock;
        this.reach = reach;
    }

    public Uni<Report> run() {
        if (shelves.archive().isEmpty()) {
            return Uni.createFrom().item(new Report(0));
        }
        var newest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(SETTLED);
        return Multi.createFrom()
                .items(Stream.iterate(newest, day -> day.minusDays(1)).limit(reach))
                .onItem()
                .transformToUniAndConcatenate(this::archive)
                .filter(woken -> woken)
                .collect()
                .asList()
                .map(woken -> new Report(woken.size()));
    }

    private Uni<Boolean> archive(LocalDate day) {
        var export = of(day);
        return exports.add(export)
                .flatMap(isNew -> isNew
                        ? Uni.createFrom().item(Optional.of(export))
                        : exports.find(export.id()).flatMap(this::unfinished))
                .flatMap(toWake -> toWake.isEmpty()
                        ? Uni.createFrom().item(false)
                        : queue.wake(export.id()).replaceWith(true));
    }

    /** An export that there is, if it has to be written any further. */
    private Uni<Optional<Export>> unfinished(Optional<Export> found) {
        return found.map(export -> switch (export.state()) {
                    case READY -> Uni.createFrom().item(Optional.<Export>empty());
                    case UNDER_WAY, WRITTEN -> Uni.createFrom().item(found);
                    case FAILED -> exports.replace(export.again()).replaceWith(found);
                })
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Export of(LocalDate day) {
        var begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Export.of(
                "archive-" + day,
                Shelf.ARCHIVE,
                Wanted.between(begin, end),
                new Format.Ndjson(),
                "schedule",
                clock.instant(),
                "activity/year=%d/month=%02d/day=%02d/sync-activity-log.ndjson"
                        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }
}
