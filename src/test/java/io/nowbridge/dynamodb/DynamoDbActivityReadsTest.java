package io.nowbridge.dynamodb;

import static io.nowbridge.activity.ActivityFixtures.DEMO;
import static io.nowbridge.activity.ActivityFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.dynamodb.CountingReads.Cost;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What pages cost where there are many entries: requests and items, which are what DynamoDB takes time and money for. */
class DynamoDbActivityReadsTest {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final ConnectionId BUSY = new ConnectionId("busy");
    private static final int MANY = 6_000;
    private static final Duration DAYS = Duration.ofDays(3);
    private static final TableConfig CONFIG = TABLES.config(Duration.ZERO, Duration.ZERO);

    private final CountingReads reads = new CountingReads(TABLES.client());
    private final DynamoDbActivityHistory history = new DynamoDbActivityHistory(reads.client(), CONFIG);

    // Over three days, a busy connection's, of which each hundredth failed; and ten of another, spread among them.
    @BeforeAll
    static void manyEntries() {
        TABLES.empty("nowbridge-activity", Set.of("pk", "sk"));
        var busy = IntStream.range(0, MANY)
                .mapToObj(number -> entry(number, BUSY, number % 100 == 0 ? Result.FAILED : Result.SUCCESS, MANY));
        var rare = IntStream.range(0, 10).mapToObj(number -> entry(number, DEMO, Result.SUCCESS, 10));
        new BatchedPuts(TABLES.client(), CONFIG.activity())
                .put(Stream.concat(busy, rare).map(DynamoDbActivityReadsTest::item))
                .await()
                .indefinitely();
    }

    @Test
    void thePageOfTheLatestReadsOneEntryMoreThanItShows() {
        var page = page(wanted(Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty());

        assertThat(page.items()).hasSize(50);
        assertThat(reads.cost()).isEqualTo(new Cost(1, 51));
    }

    @Test
    void thousandsOfOthersCostTheEntriesOfAConnectionNothing() {
        var page = page(wanted(Optional.of(DEMO), Optional.empty(), Optional.empty()), Optional.empty());

        assertThat(page.items()).hasSize(10);
        assertThat(page.next()).isEmpty();
        assertThat(reads.cost()).satisfies(cost -> {
            assertThat(cost.requests()).isLessThanOrEqualTo(4);
            assertThat(cost.items()).isEqualTo(10);
        });
    }

    @Test
    void whatFailedIsFoundWithoutReadingWhatDidNot() {
        var page = page(wanted(Optional.of(BUSY), Optional.of(Result.FAILED), Optional.empty()), Optional.empty());

        assertThat(page.items()).hasSize(50);
        assertThat(reads.cost().items()).isLessThanOrEqualTo(MANY / 100);
    }

    @Test
    void aTextThatStandsNowhereIsLookedForInBoundedPagesToTheEnd() {
        var wanted = wanted(Optional.empty(), Optional.empty(), Optional.of("nowhere"));

        var read = 0;
        var next = Optional.<String>empty();
        do {
            var page = page(wanted, next);
            var cost = reads.cost();
            assertThat(page.items()).isEmpty();
            assertThat(cost.requests()).isLessThanOrEqualTo(ActivityWalk.MOST_QUERIES);
            assertThat(cost.items()).isLessThanOrEqualTo(ActivityWalk.MOST_READ);
            read += cost.items();
            next = page.next();
        } while (next.isPresent());

        assertThat(read).isBetween(MANY + 10, 2 * MANY);
    }

    @Test
    void yearsWithoutEntriesAreLeftBehindInBoundedPages() {
        var wanted = Wanted.between(NOW.minus(Duration.ofDays(900)), NOW.minus(Duration.ofDays(10)));

        var pages = 0;
        var next = Optional.<String>empty();
        do {
            var page = page(wanted, next);
            assertThat(page.items()).isEmpty();
            assertThat(reads.cost().requests()).isLessThanOrEqualTo(ActivityWalk.MOST_QUERIES);
            next = page.next();
            pages++;
        } while (next.isPresent());

        assertThat(pages).isEqualTo(Math.ceilDiv(891, ActivityWalk.MOST_QUERIES));
    }

    private Page<Activity> page(Wanted wanted, Optional<String> from) {
        return history.page(wanted, new PageRequest(50, from)).await().indefinitely();
    }

    private static Wanted wanted(Optional<ConnectionId> connection, Optional<Result> result, Optional<String> text) {
        return new Wanted(
                NOW.minus(DAYS), NOW, connection, Optional.empty(), Optional.empty(), result, Optional.empty(), text);
    }

    /** The one with that number of {@code all}, which are spread over the days. */
    private static Activity entry(int number, ConnectionId connection, Result result, int all) {
        return new Activity(
                connection + "-" + number,
                at(number, all),
                Duration.ofMillis(7),
                Operation.NOTE,
                "deliverTicketUpdate",
                connection,
                "event",
                result,
                Map.of(),
                List.of());
    }

    private static Instant at(int number, int all) {
        return NOW.minus(DAYS).plus(DAYS.dividedBy(all).multipliedBy(number));
    }

    private static Map<String, AttributeValue> item(Activity entry) {
        var item = new HashMap<>(ActivityItems.toItem(entry));
        item.putAll(ActivityKeys.entry(entry.key()));
        item.putAll(ActivityIndex.keys(entry));
        return item;
    }
}
