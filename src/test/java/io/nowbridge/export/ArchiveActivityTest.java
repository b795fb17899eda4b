package io.nowbridge.export;

import static io.nowbridge.export.ExportFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Wanted;
import io.nowbridge.export.ArchiveActivity.Report;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveActivityTest {

    private static final String NEWEST = "archive-2026-01-03";

    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryFiles files = new InMemoryFiles();
    private final List<String> woken = new ArrayList<>();

    @Test
    void theDaysThatAreSettledAreWrittenEachIntoAFileOfItsOwn() {
        var report = run(Optional.of(files));

        assertThat(report).isEqualTo(new Report(3));
        assertThat(woken).containsExactly(NEWEST, "archive-2026-01-02", "archive-2026-01-01");
        assertThat(exports.find(NEWEST).await().indefinitely()).hasValueSatisfying(day -> {
            assertThat(day.file()).isEqualTo("activity/year=2026/month=01/day=03/sync-activity-log.ndjson");
            assertThat(day.wanted())
                    .isEqualTo(Wanted.between(
                            Instant.parse("2026-01-03T00:00:00Z"), Instant.parse("2026-01-04T00:00:00Z")));
        });
    }

    @Test
    void aDayThatIsInTheArchiveIsLeftAlone() {
        run(Optional.of(files));
        exports.replace(newest().ready()).await().indefinitely();
        woken.clear();

        run(Optional.of(files));

        assertThat(woken).containsExactly("archive-2026-01-02", "archive-2026-01-01");
    }

    @Test
    void aDayThatFailedIsBegunAnew() {
        run(Optional.of(files));
        exports.replace(newest().failed("no such bucket")).await().indefinitely();
        woken.clear();

        run(Optional.of(files));

        assertThat(woken).contains(NEWEST);
        assertThat(newest().state()).isEqualTo(Export.State.UNDER_WAY);
    }

    @Test
    void withoutABucketThereIsNoArchive() {
        var report = run(Optional.empty());

        assertThat(report).isEqualTo(new Report(0));
        assertThat(woken).isEmpty();
    }

    private Export newest() {
        return exports.find(NEWEST).await().indefinitely().orElseThrow();
    }

    private Report run(Optional<ExportFiles> archive) {
        var archiveActivity = new ArchiveActivity(
                exports,
                id -> Uni.createFrom().voidItem().invoke(() -> woken.add(id)),
                new Shelves(files, archive),
                InstantSource.fixed(NOW),
                3);
        return archiveActivity.run().await().indefinitely();
    }
}
