package io.nowbridge.export;

import static io.nowbridge.export.ExportFixtures.NOW;
import static io.nowbridge.export.ExportFixtures.WEEK;
import static io.nowbridge.export.ExportFixtures.export;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.connection.ConnectionId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of exports does. */
public abstract class ExportsContract {

    /** The store, with nothing in it. */
    protected abstract Exports exports();

    @Test
    void anExportIsFoundAsItWasAdded() {
        var filters = new Wanted(
                WEEK.from().plusNanos(1),
                WEEK.to(),
                Optional.of(new ConnectionId("demo")),
                Optional.of("nightly"),
                Optional.of(Operation.NOTE),
                Optional.of(Result.FAILED),
                Optional.of("INC0010001"),
                Optional.of("503"));
        var format = new Format.Csv(ZoneId.of("Europe/Berlin"), true);
        var export = Export.of("one", Shelf.ARCHIVE, filters, format, "mara", NOW, "a/b.csv");

        var added = exports().add(export).await().indefinitely();

        assertThat(added).isTrue();
        assertThat(exports().find("one").await().indefinitely()).contains(export);
    }

    @Test
    void whatWasWrittenOfItIsFoundAgain() {
        var taken = export("one").taken();
        var begun = taken.with(taken.progress().into(new Upload("a/b.csv", "upload-1")));
        var parted = begun.with(begun.progress().withPart("tag-1", Optional.of("place"), 7));
        var rested = parted.with(parted.progress().withRest(Optional.of("other"), 9));
        exports().add(export("one")).await().indefinitely();

        for (var next : List.of(taken, begun, parted, rested, rested.failed("It is full"))) {
            assertThat(exports().replace(next).await().indefinitely()).isTrue();
            assertThat(exports().find("one").await().indefinitely()).contains(next);
        }
    }

    @Test
    void anIdIsTakenOnce() {
        exports().add(export("one")).await().indefinitely();
        exports().replace(export("one").taken()).await().indefinitely();

        assertThat(exports().add(export("one")).await().indefinitely()).isFalse();
        assertThat(exports().find("one").await().indefinitely())
                .contains(export("one").taken());
    }

    @Test
    void ofTwoNextRevisionsTheFirstIsKept() {
        exports().add(export("one")).await().indefinitely();

        assertThat(exports().replace(export("one").taken()).await().indefinitely())
                .isTrue();
        assertThat(exports().replace(export("one").failed("late")).await().indefinitely())
                .isFalse();
        assertThat(exports().find("one").await().indefinitely())
                .contains(export("one").taken());
    }

    @Test
    void whatWasNeverAddedIsNotThere() {
        assertThat(exports().find("one").await().indefinitely()).isEmpty();
        assertThat(exports().replace(export("one").taken()).await().indefinitely())
                .isFalse();
    }
}
