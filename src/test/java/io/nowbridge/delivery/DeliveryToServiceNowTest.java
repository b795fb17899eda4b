package io.nowbridge.delivery;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.ServiceNowTicketDesk;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.delivery.DeliverTicketUpdate.Pace;
import io.nowbridge.ticket.FakeTicketDesks;
import io.nowbridge.ticket.InMemorySeenTickets;
import io.nowbridge.ticket.InMemoryTicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to the stand-in of the real desk: each note once, in order, whatever goes wrong with a write. */
@QuarkusTest
class DeliveryToServiceNowTest {

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    private static final String PATCH = "'match':{'method':'PATCH'}";
    private static final String SHARES = "9d385017c611228701d22104cc95c371";
    private static final TicketRef TICKET = new TicketRef(new ConnectionId("prod"), "incident", SHARES);

    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final RecordingQueue queue = new RecordingQueue();
    private final InMemoryActivity log = new InMemoryActivity();
    private final DeliverTicketUpdate deliver = new DeliverTicketUpdate(new DeliverTicketUpdate.Parts(
            updates,
            queue,
            new FakeTicketDesks().with(new ServiceNowTicketDesk(TICKET.connection(), instance.client()), Map.of()),
            new InMemoryTicketLinks(),
            new InMemorySeenTickets(),
            log,
            () -> this.now,
            new SplittableRandom(1),
            () -> "worker",
            new Pace(Duration.ofSeconds(40), Duration.ofSeconds(8), Duration.ofSeconds(95), Duration.ofMinutes(30))));

    private Instant now = NOW;

    @BeforeEach
    void twoNotesWait() {
        updates.add(update("one", Optional.empty(), Map.of())).await().indefinitely();
        updates.add(update("two", Optional.empty(), Map.of())).await().indefinitely();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'fault':'drop-after-write'",
                "'fault':'reset'",
                "'fault':'truncate'",
                "'fault':'html'",
                "'fault':'status','status':500",
                "'fault':'status','status':503",
                "'fault':'status','status':401",
                "'fault':'status','status':403",
                "'fault':'status-after-write','status':500",
                "'fault':'status-after-write','status':403"
            })
    void whateverGoesWrongWithAWriteTheNotesAreThereOnceAndInOrder(String fault) {
        instance.fault("{" + fault + "," + PATCH + "}");

        deliverUntilNothingWaits();

        assertThat(notes()).containsExactly("Note one", "Note two");
        assertThat(log.entries()).extracting(Activity::result).containsExactly(Result.SUCCESS, Result.SUCCESS);
        assertThat(queue.dead()).isEmpty();
    }

    @Test
    void aRateLimitParksTheWholeConnectionForAsLongAsTheInstanceAsks() {
        instance.fault("{'fault':'status','status':429,'headers':{'Retry-After':'600'}," + PATCH + "}");
        deliver.run(TICKET).await().indefinitely();
        var other = new TicketRef(TICKET.connection(), "incident", "another");
        updates.add(DeliveryFixtures.update("three", other)).await().indefinitely();

        now = now.plusSeconds(590);
        deliver.run(TICKET).await().indefinitely();
        deliver.run(other).await().indefinitely();

        assertThat(instance.received()).containsExactly("PATCH /api/now/table/incident/" + SHARES);
        assertThat(updates.due(TICKET.connection(), now, 10).await().indefinitely())
                .isEmpty();
        assertThat(updates.due(TICKET.connection(), now.plusSeconds(20), 10)
                        .await()
                        .indefinitely())
                .containsExactlyInAnyOrder(TICKET, other);
    }

    @Test
    void whereEntriesMayNotBeReadALostNoteIsFoundInTheTextOfTheJournal() {
        instance.settings("{'unreadableTables':['sys_journal_field']}");
        instance.fault("{'fault':'drop-after-write'," + PATCH + "}");

        deliverUntilNothingWaits();
        instance.settings("{}");

        assertThat(notes()).containsExactly("Note one", "Note two");
    }

    @Test
    void aNoteThatResolvesATicketDoesBothInOneCall() {
        var closing = Map.of("close_code", "Solution provided", "close_notes", "The anomaly was resolved");
        updates.add(update("three", Optional.of("6"), closing)).await().indefinitely();

        deliverUntilNothingWaits();

        var row = instance.rows("incident", "sys_id=" + SHARES).getFirst();
        assertThat(row.getString("state")).isEqualTo("6");
        assertThat(notes()).contains("Note three");
        assertThat(instance.received().stream().filter(call -> call.startsWith("PATCH")))
                .hasSize(3);
    }

    @Test
    void aDeletedTicketEndsItsDeliveries() {
        instance.delete("incident", SHARES);

        deliverUntilNothingWaits();

        assertThat(log.entries()).extracting(Activity::result).containsExactly(Result.FAILED, Result.FAILED);
        assertThat(queue.dead()).isEmpty();
    }

    private void deliverUntilNothingWaits() {
        var end = NOW.plus(Duration.ofHours(1));
        while (updates.first(TICKET).await().indefinitely().isPresent()) {
            assertThat(now).as("the time when all is delivered").isBefore(end);
            deliver.run(TICKET).await().indefinitely();
            now = now.plusSeconds(30);
        }
    }

    private List<String> notes() {
        return instance.rows("sys_journal_field", "element_id=" + SHARES + "^element=work_notes").stream()
                .filter(entry -> entry.getString("value").startsWith("Note "))
                .map(entry -> entry.getString("value").replaceFirst(" \\[nb:[0-9a-f]{12}]$", ""))
                .toList();
    }

    private static TicketUpdate update(String id, Optional<String> state, Map<String, String> fields) {
        return new TicketUpdate(
                id, TICKET, Optional.empty(), ANOMALY.id(), "Note " + id, false, state, fields, "event", NOW);
    }
}
