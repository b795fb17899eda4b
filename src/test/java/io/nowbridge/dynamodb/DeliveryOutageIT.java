package io.nowbridge.dynamodb;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.delivery.DeliveryFixtures.answeredBadly;
import static io.nowbridge.delivery.DeliveryFixtures.down;
import static io.nowbridge.delivery.DeliveryFixtures.silence;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.delivery.DeliverTicketUpdate;
import io.nowbridge.delivery.DeliverTicketUpdate.Pace;
import io.nowbridge.delivery.RecordingQueue;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.delivery.WakeDueTickets;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.FakeTicketWriting;
import io.nowbridge.ticket.InMemorySeenTickets;
import io.nowbridge.ticket.InMemoryTicketLinks;
import io.nowbridge.ticket.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An hour without the connected system, a thousand updates in between, answers lost and workers killed. */
class DeliveryOutageIT {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final int TICKETS = 40;
    private static final int UPDATES = 1_000;
    private static final int A_MINUTE = 17;
    private static final Instant BACK = NOW.plus(Duration.ofHours(1));
    private static final Instant PATIENCE = BACK.plus(Duration.ofHours(2));

    private final TicketUpdates updates =
            new DynamoDbTicketUpdates(TABLES.client(), TABLES.config(Duration.ofSeconds(40), Duration.ofDays(1)));
    private final RecordingQueue queue = new RecordingQueue();
    private final FakeTicketDesk desk = new FakeTicketDesk();
    private final FakeTicketWriting writing = desk.writing();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final Random chance = new Random(1);
    private final WakeDueTickets wake = new WakeDueTickets(connections, updates, queue, () -> this.now, UPDATES);
    private final DeliverTicketUpdate deliver = new DeliverTicketUpdate(new DeliverTicketUpdate.Parts(
            updates,
            queue,
            desk,
            new InMemoryTicketLinks(),
            new InMemorySeenTickets(),
            new InMemoryActivity(),
            () -> this.now,
            chance,
            () -> "worker-" + chance.nextLong(),
            new Pace(Duration.ofSeconds(40), Duration.ofSeconds(8), Duration.ofSeconds(95), Duration.ofMinutes(30))));

    private Instant now = NOW;
    private int kills;

    /** The process of a worker ends. */
    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void start() {
        TABLES.empty("nowbridge-updates", Set.of("pk", "sk"));
        connections.given(connection(CONNECTION.value()));
        IntStream.range(0, TICKETS).forEach(number -> desk.search().has(ticket(DeliveryOutageIT.number(number)), ""));
    }

    @Test
    void everyNoteIsThereOnceAndInOrderAndNoneIsGivenUp() {
        writing.beforeWriting(this::misbehave);

        for (var made = 0; made < UPDATES || somethingWaits(); now = now.plusSeconds(60)) {
            assertThat(now).as("the time when all is delivered").isBefore(PATIENCE);
            for (var end = Math.min(UPDATES, made + A_MINUTE); made < end; made++) {
                updates.add(update(made)).await().indefinitely();
            }
            wake.run().await().indefinitely();
            work();
        }

        assertThat(kills).isGreaterThan(20);
        assertThat(IntStream.range(0, TICKETS).boxed())
                .allSatisfy(number -> assertThat(notes(number)).isEqualTo(made(number)));
        assertThat(updates.buried(new PageRequest(1, Optional.empty()))
                        .await()
                        .indefinitely()
                        .items())
                .isEmpty();
        assertThat(queue.dead()).isEmpty();
    }

    /** Works as long as somebody is woken. */
    private void work() {
        for (var woken = queue.woken(); !woken.isEmpty(); woken = queue.woken()) {
            woken.forEach(this::deliver);
        }
    }

    private void deliver(TicketRef ticket) {
        try {
            deliver.run(ticket).await().indefinitely();
        } catch (Killed e) {
            kills++;
        }
    }

    private void misbehave() {
        if (chance.nextInt(30) == 0) {
            throw new Killed();
        }
        if (now.isBefore(BACK)) {
            switch (chance.nextInt(4)) {
                case 0 -> writing.failNext(silence(), true);
                case 1 -> writing.failNext(silence(), false);
                case 2 -> writing.failNext(answeredBadly(), chance.nextBoolean());
                default -> writing.failNext(down(), false);
            }
        } else if (chance.nextInt(10) == 0) {
            writing.failNext(silence(), true);
        }
    }

    private boolean somethingWaits() {
        return !updates.due(CONNECTION, PATIENCE.plus(Duration.ofDays(1)), 1)
                .await()
                .indefinitely()
                .isEmpty();
    }

    private List<String> notes(int ticket) {
        return writing.notes(ref(ticket).id()).stream()
                .map(note -> note.replaceFirst(" \\[nb:[0-9a-f]{12}]$", ""))
                .toList();
    }

    private static List<String> made(int ticket) {
        return IntStream.range(0, UPDATES)
                .filter(number -> number % TICKETS == ticket)
                .mapToObj(number -> "Note " + number)
                .toList();
    }

    private TicketUpdate update(int number) {
        return new TicketUpdate(
                "update-" + number,
                ref(number % TICKETS),
                Optional.empty(),
                ANOMALY.id(),
                "Note " + number,
                false,
                Optional.empty(),
                Map.of(),
                "event",
                now);
    }

    private static TicketRef ref(int ticket) {
        return new TicketRef(CONNECTION, "incident", ticket(number(ticket)).id());
    }

    private static String number(int ticket) {
        return "INC%07d".formatted(ticket);
    }
}
