package io.nowbridge.export;

import static io.nowbridge.export.ExportFixtures.NOW;
import static io.nowbridge.export.ExportFixtures.export;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.export.Export.State;
import io.nowbridge.export.WriteExport.Outcome;
import io.nowbridge.export.WriteExport.Outcome.Continues;
import io.nowbridge.export.WriteExport.Outcome.Ended;
import io.nowbridge.ticket.InMemoryActivityLog;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteExportTest {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final long ENTRIES = 2_345;
    private static final String FILE = "exports/one/log.ndjson";

    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryFiles files = new InMemoryFiles();
    private final InMemoryActivityLog log = new InMemoryActivityLog();
    private final List<String> woken = new ArrayList<>();
    private final FakeHistory history = new FakeHistory(ENTRIES);

    private Instant now = NOW;
    private Duration pause = Duration.ZERO;

    private final WriteExport writeExport = new WriteExport(
            history,
            new Layouts(new InMemoryConnections(), new Ids()),
            exports,
            id -> Uni.createFrom().voidItem().invoke(() -> woken.add(id)),
            new ExportLog(log, this::tick),
            new Shelves(files, Optional.empty()),
            this::tick,
            4_000);

    @Test
    void allEntriesAreInTheFileOnceAndInTheirOrder() {
        add(export("one"));

        var outcome = write();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.export().state()).isEqualTo(State.READY));
        assertThat(files.text(FILE)).contains(all());
    }

    @Test
    void whatTakesLongerThanOneAttemptIsContinuedByTheNext() {
        add(export("one"));
        pause = Duration.ofSeconds(1);

        var attempts = 0;
        while (write() instanceof Continues) {
            attempts++;
            assertThat(woken).hasSize(attempts);
        }

        assertThat(attempts).isGreaterThan(2);
        assertThat(files.text(FILE)).contains(all());
    }

    // A part is kept and then noted; dying at any page means that some of the parts were noted and one perhaps not.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 10, 11, 25, 26})
    void anAttemptThatDiesIsMadeUpForByTheNext(int page) {
        add(export("one"));
        history.dieAtPage(page);
        assertThatThrownBy(this::write).hasMessage("the log cannot be read");

        write();

        assertThat(files.text(FILE)).contains(all());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9})
    void whoeverDiesBeforeNotingLeavesNoPartTwice(int write) {
        add(export("one"));
        var dying = dyingAt(write);
        assertThatThrownBy(() -> done(dying, "one")).hasMessage("killed");

        while (write() instanceof Continues) {
            assertThat(woken).isNotEmpty();
        }

        assertThat(files.text(FILE)).contains(all());
    }

    @Test
    void aFileThatIsFinishedAndNotNotedIsFinishedAgain() {
        add(export("one"));
        write();
        var ready = exports.find("one").await().indefinitely().orElseThrow();
        var forgotten = new InMemoryExports();
        forgotten.add(unfinished(ready, 0)).await().indefinitely();

        var outcome = done(writing(forgotten), "one");

        assertThat(outcome).isInstanceOf(Ended.class);
        assertThat(files.text(FILE)).contains(all());
    }

    @Test
    void theLogShowsItsProgressAndItsEndInOneEntry() {
        add(export("one"));
        pause = Duration.ofSeconds(1);

        write();
        var meanwhile = log.entries();
        pause = Duration.ZERO;
        write();

        assertThat(meanwhile).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.UNDER_WAY);
            assertThat(entry.counts().done()).isPositive().isLessThan(ENTRIES);
        });
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.counts()).isEqualTo(new Activity.Counts(ENTRIES, 0, 0));
            assertThat(entry.startedBy()).isEqualTo("mara");
        });
    }

    @Test
    void whatComesNoFurtherFailsForGoodAndSaysWhy() {
        add(export("one"));
        files.down(true);
        for (var attempt = 1; attempt < WriteExport.MOST_ATTEMPTS; attempt++) {
            assertThatThrownBy(this::write).hasMessage("files cannot be written");
        }

        var outcome = write();

        assertThat(outcome).isInstanceOfSatisfying(Ended.class, ended -> {
            assertThat(ended.export().state()).isEqualTo(State.FAILED);
            assertThat(ended.export().cause()).contains("files cannot be written");
        });
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.failures()).hasSize(1);
        });
        assertThat(files.uploads()).isZero();
    }

    @Test
    void aFileThatIsReadyStaysSoWhereTheLogCannotBeTold() {
        add(export("one"));
        write();
        var ready = exports.find("one").await().indefinitely().orElseThrow();
        var kept = new InMemoryExports();
        kept.add(unfinished(ready, WriteExport.MOST_ATTEMPTS - 1)).await().indefinitely();
        ActivityLog deaf = entry -> entry.result() == Result.SUCCESS
                ? Uni.createFrom().failure(new IllegalStateException("the log is down"))
                : log.record(entry);

        assertThatThrownBy(() -> done(writing(kept, deaf), "one")).hasMessage("the log is down");

        assertThat(kept.find("one").await().indefinitely())
                .hasValueSatisfying(export -> assertThat(export.state()).isEqualTo(State.READY));
    }

    @Test
    void twoAtTheSameExportDoNotBothWriteIt() {
        add(export("one"));
        var stale = exports.find("one").await().indefinitely().orElseThrow();
        write();

        assertThat(exports.replace(stale.taken()).await().indefinitely()).isFalse();
        assertThat(write()).isInstanceOf(Ended.class);
        assertThat(files.text(FILE)).contains(all());
    }

    private Instant tick() {
        now = now.plus(pause);
        return now;
    }

    private void add(Export export) {
        exports.add(export).await().indefinitely();
    }

    private Outcome write() {
        return done(writeExport, "one");
    }

    private static Outcome done(WriteExport writeExport, String id) {
        return writeExport.run(id, TIME).await().indefinitely();
    }

    private static Export unfinished(Export ready, int attempts) {
        var last = ready.progress();
        return new Export(
                ready.id(),
                ready.shelf(),
                ready.wanted(),
                ready.format(),
                ready.requestedBy(),
                ready.at(),
                ready.file(),
                State.WRITTEN,
                Optional.empty(),
                new Export.Progress(
                        last.upload(),
                        last.tags(),
                        last.rests(),
                        last.restKept(),
                        last.cursor(),
                        last.entries(),
                        attempts),
                ready.revision());
    }

    private WriteExport writing(Exports kept) {
        return writing(kept, log);
    }

    private WriteExport writing(Exports kept, ActivityLog told) {
        return new WriteExport(
                history,
                new Layouts(new InMemoryConnections(), new Ids()),
                kept,
                id -> Uni.createFrom().voidItem().invoke(() -> woken.add(id)),
                new ExportLog(told, this::tick),
                new Shelves(files, Optional.empty()),
                this::tick,
                4_000);
    }

    /** Writes like any other, and is killed instead of its n-th note. */
    private WriteExport dyingAt(int note) {
        return writing(new Exports() {

            private int notes;

            @Override
            public Uni<Boolean> add(Export export) {
                return exports.add(export);
            }

            @Override
            public Uni<Optional<Export>> find(String id) {
                return notes >= note ? Uni.createFrom().failure(new IllegalStateException("killed")) : exports.find(id);
            }

            @Override
            public Uni<Boolean> replace(Export next) {
                return ++notes >= note
                        ? Uni.createFrom().failure(new IllegalStateException("killed"))
                        : exports.replace(next);
            }
        });
    }

    private static String all() {
        return LongStream.range(0, ENTRIES)
                .mapToObj(number -> "entry-%d\n".formatted(number))
                .collect(Collectors.joining());
    }

    /** Ids alone, one on each line. */
    private static final class Ids implements Rows {

        @Override
        public String head() {
            return "";
        }

        @Override
        public String row(Activity entry) {
            return entry.id() + "\n";
        }
    }
}
