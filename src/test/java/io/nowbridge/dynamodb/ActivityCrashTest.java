package io.nowbridge.dynamodb;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.ActivityFixtures.failed;
import static io.nowbridge.activity.ActivityFixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Wanted;
import io.nowbridge.paging.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left of an entry whose writer died between two of its writes. */
class ActivityCrashTest {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final TableConfig CONFIG = TABLES.config(Duration.ZERO, Duration.ZERO);
    private static final EntryKey KEY = new EntryKey(NOW, "a");
    private static final PageRequest FIRST = new PageRequest(PageRequest.LARGEST, Optional.empty());

    private final DynamoDbActivityLog log = new DynamoDbActivityLog(TABLES.client(), CONFIG);
    private final DynamoDbActivityHistory history = new DynamoDbActivityHistory(TABLES.client(), CONFIG);
    private final DynamoDbActivityCounts counts = new DynamoDbActivityCounts(TABLES.client(), CONFIG);

    @BeforeEach
    void nothingHasHappened() {
        TABLES.empty("nowbridge-activity", Set.of("pk", "sk"));
    }

    @Test
    void beforeAFirstEntryThereIsNone() {
        dieBefore("putItem", failed("a", NOW, 30));

        assertThat(about("SKU-00025")).isEmpty();
        assertThat(history.find(KEY).await().indefinitely()).isEmpty();
        assertThat(failures()).isEmpty();
    }

    @Test
    void beforeALaterEntryTheEarlierOneIsWholeWithItsFailures() {
        log.record(failed("a", NOW, 40)).await().indefinitely();

        dieBefore("putItem", failed("a", NOW, 30));

        assertThat(history.find(KEY).await().indefinitely()).contains(failed("a", NOW, Activity.SHOWN_FAILURES));
        assertThat(failures()).isEqualTo(failed("a", NOW, 40).failures());
        assertThat(about("INC0010001")).hasSize(1);
    }

    @Test
    void theRepeatMakesItWhole() {
        log.record(failed("a", NOW, 40)).await().indefinitely();
        dieBefore("putItem", failed("a", NOW, 30));

        log.record(failed("a", NOW, 30)).await().indefinitely();

        assertThat(failures()).isEqualTo(failed("a", NOW, 30).failures());
        assertThat(about("SKU-00025")).hasSize(1);
        assertThat(about("SKU-00035")).isEmpty();
    }

    @Test
    void beforeTheCountTheEntryIsThereAndTheHourIsWrongByOne() {
        log.record(opened("counted", NOW)).await().indefinitely();

        dieBefore("updateItem", opened("a", NOW));

        assertThat(history.find(KEY).await().indefinitely()).contains(opened("a", NOW));
        assertThat(counts.between(NOW, NOW.plusSeconds(1)).await().indefinitely())
                .extracting(Count::entries)
                .containsExactly(1L);
    }

    private static void dieBefore(String operation, Activity entry) {
        var dying = new DynamoDbActivityLog(DyingClient.before(operation, TABLES.client()), CONFIG);

        assertThatThrownBy(() -> dying.record(entry).await().indefinitely()).hasMessage("died");
    }

    private List<Failure> failures() {
        return history.failures(KEY, FIRST).await().indefinitely().items();
    }

    private List<Activity> about(String item) {
        var wanted = new Wanted(
                NOW,
                NOW.plusSeconds(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(item),
                Optional.empty());
        return history.page(wanted, FIRST).await().indefinitely().items();
    }
}
