package io.nowbridge.dynamodb;

import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityFixtures;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbActivityLogTest {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final Activity ENTRY = new Activity(
            "entry-1",
            NOW,
            Duration.ofMillis(120),
            Operation.TICKET,
            "createTicket",
            CONNECTION,
            "maria",
            Result.FAILED,
            Map.of("anomaly", "456"),
            List.of(new Failure("456", "Opening an incident answered 503", WhoCanFix.NOBODY, "Wait.")));

    private DynamoDbActivityLog log;

    @BeforeEach
    void startEmpty() {
        TABLES.empty("nowbridge-activity", Set.of("pk", "sk"));
        log = new DynamoDbActivityLog(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void anEntryLiesInTheDayOnWhichItsActionBegan() {
        log.record(ENTRY).await().indefinitely();

        assertThat(entries())
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("pk", AttributeValue.fromS("2026-01-05"))
                        .containsEntry("sk", AttributeValue.fromS("1767603600000#entry-1"))
                        .containsEntry("result", AttributeValue.fromS("FAILED")));
    }

    @Test
    void allThatIsKeptForAnEntryExpiresAfterItsRetention() {
        log.record(ActivityFixtures.failed("entry-1", NOW, 21)).await().indefinitely();

        assertThat(TABLES.items("nowbridge-activity"))
                .hasSizeGreaterThan(24)
                .allSatisfy(item -> assertThat(item)
                        .containsEntry(
                                "expiresAtEpochSeconds",
                                AttributeValue.fromN(Long.toString(
                                        NOW.plus(Duration.ofDays(30)).getEpochSecond()))));
    }

    @Test
    void writingAnEntryAgainLeavesOne() {
        log.record(ENTRY).await().indefinitely();
        log.record(ENTRY).await().indefinitely();

        assertThat(entries()).hasSize(1);
    }

    private static List<Map<String, AttributeValue>> entries() {
        return TABLES.items("nowbridge-activity").stream()
                .filter(item -> item.containsKey("operation"))
                .toList();
    }
}
