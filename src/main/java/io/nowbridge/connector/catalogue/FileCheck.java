package io.nowbridge.connector.catalogue;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks whether a catalogue's file has arrived, how old it is, and whether it can be read. */
public final class FileCheck {

    private static final int FIRST = 100;

    private static final Remedy ROWS = Remedy.ofAdministrator(
            "Compare these lines with the others of the file. More than 1 % of them, and the file is refused.");

    private final InstantSource clock;
    private final Optional<Duration> oldest;
    private final Remedy delivery;

    /**
     * Looks at files.
     *
     * @param oldest what makes one too old
     * @param delivery what to do where none has come for so long
     */
    public FileCheck(InstantSource clock, Optional<Duration> oldest, Remedy delivery) {
        this.clock = clock;
        this.oldest = oldest;
        this.delivery = delivery;
    }

    /** Enters what is found of the newest file; never fails because of it. */
    public Uni<Void> enter(Sheet sheet, Line line, Catalogue catalogue) {
        return catalogue
                .newest()
                .flatMap(newest -> newest.map(edition -> read(line, catalogue, edition))
                        .orElseGet(() -> Uni.createFrom().item(line.failed("No file has arrived yet.", delivery))))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(failure -> trouble(line, failure))
                .invoke(check -> sheet.enter(line, check))
                .replaceWithVoid();
    }

    private Uni<Check> read(Line line, Catalogue catalogue, Edition edition) {
        return catalogue
                .rows(edition)
                .select()
                .first(FIRST + 1)
                .collect()
                .asList()
                .map(rows -> judge(line, edition, rows));
    }

    private Check judge(Line line, Edition edition, List<Row> rows) {
        var age = Duration.between(edition.at(), clock.instant());
        var found = described(edition, rows, age);
        var malformed = rows.stream()
                .filter(Row.Malformed.class::isInstance)
                .map(Row.Malformed.class::cast)
                .toList();
        if (!malformed.isEmpty()) {
            return line.failed(
                    "%s Of its first %d rows, %d cannot be read. %s."
                            .formatted(
                                    found,
                                    rows.size() - 1,
                                    malformed.size(),
                                    malformed.getFirst().cause()),
                    ROWS);
        }
        return oldest.filter(limit -> age.compareTo(limit) > 0).isPresent()
                ? line.failed(found + " It is too old: no other has come since.", delivery)
                : line.passed(found + " Its first rows can be read.");
    }

    private static String described(Edition edition, List<Row> rows, Duration age) {
        var full = rows.stream().anyMatch(row -> row instanceof Row.Header header && header.full());
        return "%s, %s, arrived %s ago; it lists %s."
                .formatted(
                        edition.name(),
                        size(edition.bytes()),
                        age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days",
                        full ? "everything" : "what has changed");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%d KB".formatted((bytes + 999) / 1000)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static Check trouble(Line line, ConnectedSystemException failure) {
        return line.failed(failure.getMessage() + ".", new Remedy(failure.remedy(), WhoCanFix.of(failure)));
    }
}
