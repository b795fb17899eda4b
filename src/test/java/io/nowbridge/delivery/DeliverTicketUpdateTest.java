package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.delivery.TicketUpdates.Turn;
import io.nowbridge.ticket.NoteReference;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketWriting.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverTicketUpdateTest {

    private final RunningDelivery running = new RunningDelivery();

    @Test
    void whatWaitsIsWrittenInItsOrderEachWithItsReference() {
        running.add("one", "two", "three");

        running.run();

        assertThat(running.writing().notes(TICKET.id()))
                .containsExactly(
                        "Note one " + NoteReference.of("one"),
                        "Note two " + NoteReference.of("two"),
                        "Note three " + NoteReference.of("three"));
    }

    @Test
    void onlyANoteThatIsMeantForTheCustomerGoesThere() {
        running.add(new TicketUpdate(
                "one",
                TICKET,
                Optional.empty(),
                ANOMALY.id(),
                "Hello",
                true,
                Optional.empty(),
                Map.of(),
                "maria",
                NOW));

        running.run();

        assertThat(running.writing().writings().getFirst().entry())
                .isEqualTo(Entry.customerNote("Hello " + NoteReference.of("one")));
    }

    @Test
    void aStateGoesWithItsNoteInOneWrite() {
        var fields = Map.of("close_code", "Solved");
        running.add(new TicketUpdate(
                "one",
                TICKET,
                Optional.empty(),
                ANOMALY.id(),
                "Resolved",
                false,
                Optional.of("6"),
                fields,
                "event-1",
                NOW));

        running.run();

        assertThat(running.writing().writings()).singleElement().satisfies(writing -> {
            assertThat(writing.entry().state()).contains("6");
            assertThat(writing.entry().fields()).isEqualTo(fields);
            assertThat(writing.entry().note()).contains("Resolved " + NoteReference.of("one"));
        });
    }

    @Test
    void aNoteLongerThanAJournalTakesIsCutBeforeItsReference() {
        running.add(new TicketUpdate(
                "one",
                TICKET,
                Optional.empty(),
                ANOMALY.id(),
                "\uD83D\uDEA8".repeat(3_000),
                false,
                Optional.empty(),
                Map.of(),
                "m",
                NOW));

        running.run();

        assertThat(running.writing().notes(TICKET.id()))
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .hasSizeLessThan(4_000)
                        .endsWith("\uD83D\uDEA8… (cut) " + NoteReference.of("one")));
    }

    @Test
    void aWakeUpWithoutAnythingToDoCostsNoCall() {
        running.run();

        assertThat(running.writing().attempts()).isZero();
        assertThat(running.logged()).isEmpty();
    }

    @Test
    void whatIsThereIsLoggedWithTheTimeThatItTook() {
        running.add("one");
        running.later(Duration.ofSeconds(7));

        running.run();

        assertThat(running.logged())
                .containsExactly(new Activity(
                        "one",
                        NOW,
                        Duration.ofSeconds(7),
                        Operation.NOTE,
                        "deliverTicketUpdate",
                        CONNECTION,
                        "event-1",
                        Result.SUCCESS,
                        Map.of("source", "default", "anomaly", "456", "ticket", "INC0000001", "table", "incident"),
                        List.of()));
    }

    @Test
    void aTicketWhoseNumberWasNotKeptIsLoggedByItsId() {
        running.add(new TicketUpdate(
                "one", TICKET, Optional.empty(), ANOMALY.id(), "Hello", false, Optional.empty(), Map.of(), "m", NOW));

        running.run();

        assertThat(running.logged())
                .singleElement()
                .satisfies(entry -> assertThat(entry.subjects()).containsEntry("ticket", TICKET.id()));
    }

    @Test
    void whatJoinsDuringTheTurnIsWrittenInIt() {
        running.add("one");
        running.writing().beforeWriting(() -> running.add("two"));

        running.run();

        assertThat(running.notes()).containsExactly("Note one", "Note two");
        assertThat(running.queue.woken()).isEmpty();
    }

    @Test
    void aTurnThatIsUpWakesTheNextOne() {
        running.add("one", "two");
        running.writing().beforeWriting(() -> running.later(RunningDelivery.TURN));

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.queue.woken()).containsExactly(TICKET);
        running.run();
        assertThat(running.notes()).containsExactly("Note one", "Note two");
    }

    @Test
    void ofTwoWorkersOneWrites() {
        running.add("one");
        running.writing().beforeWriting(running::run);

        running.run();

        assertThat(running.writing().attempts()).isEqualTo(1);
    }

    @Test
    void aWorkerThatLostItsTurnWritesNothing() {
        running.add("one", "two");
        running.writing().beforeWriting(() -> {
            running.writing().beforeWriting(() -> {});
            running.later(RunningDelivery.LEASE);
            assertThat(running.updates
                            .take(TICKET, "another", running.now(), RunningDelivery.LEASE)
                            .await()
                            .indefinitely())
                    .isEqualTo(Turn.TAKEN);
            running.later(RunningDelivery.LEASE.negated());
        });

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void aTicketThatIsGoneIsMarkedAndGetsNothingMore() {
        running.links.link(link(1), ticket("INC0000001")).await().indefinitely();
        running.desk.search().lose(ticket("INC0000001"));
        running.add("one", "two");

        running.run();

        assertThat(running.writing().attempts()).isEqualTo(1);
        assertThat(running.updates.waiting(TICKET)).isEmpty();
        assertThat(running.buried()).isEmpty();
        assertThat(running.queue.dead()).isEmpty();
        assertThat(running.seen.find(TICKET).await().indefinitely()).hasValueSatisfying(seen -> {
            assertThat(seen.gone()).isTrue();
            assertThat(seen.ticket()).isEqualTo(ticket("INC0000001"));
        });
        assertThat(running.logged())
                .extracting(Activity::id, Activity::result)
                .containsExactly(tuple("one", Result.FAILED), tuple("two", Result.FAILED));
        assertThat(running.logged().getFirst().failures())
                .extracting(Failure::whoCanFix)
                .containsExactly(WhoCanFix.CALLER);
    }

    @Test
    void whatWasSeenOfATicketBeforeItWasGoneIsKept() {
        var before = new SeenTicket(
                TICKET,
                ticket("INC0000001"),
                Optional.of("Beth Anglin"),
                Optional.empty(),
                Optional.of(NOW.minusSeconds(60)),
                List.of(),
                false,
                NOW.minusSeconds(60));
        running.seen.keep(before).await().indefinitely();
        running.desk.search().lose(ticket("INC0000001"));
        running.add("one");

        running.run();

        assertThat(running.seen.find(TICKET).await().indefinitely()).hasValueSatisfying(seen -> {
            assertThat(seen.gone()).isTrue();
            assertThat(seen.assignedTo()).contains("Beth Anglin");
        });
    }

    @Test
    void overAClosedConnectionNothingIsTriedAndNothingLost() {
        running.desks.close(CONNECTION, State.DISABLED);
        running.add("one", "two");

        running.run();
        running.later(Duration.ofDays(3));
        running.run();
        running.desks.with(running.desk, Map.of());
        running.run();

        assertThat(running.notes()).containsExactly("Note one", "Note two");
        assertThat(running.queue.dead()).isEmpty();
    }

    @Test
    void aClosedConnectionIsTheCauseThatTheLogGives() {
        running.desks.close(CONNECTION, State.DISABLED);
        running.add("one");

        running.run();

        assertThat(running.queue.woken()).isEmpty();
        assertThat(running.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.failures()).extracting(Failure::whoCanFix).containsExactly(WhoCanFix.ADMINISTRATOR);
        });
    }

    @Test
    void whatWaitsForARemovedConnectionIsDropped() {
        running.desks.forget(CONNECTION);
        running.add("one", "two");

        running.run();

        assertThat(running.updates.waiting(TICKET)).isEmpty();
        assertThat(running.logged()).hasSize(2);
    }

    @Test
    void whatIsAddedAgainAfterItWasDeliveredIsNotWrittenAgain() {
        running.add("one");
        running.run();

        running.add(update("one"));
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }
}
