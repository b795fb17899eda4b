package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.AnomalyEvent.What.Commented;
import io.nowbridge.anomaly.AnomalyEvent.What.StatusChanged;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.sync.FollowTicket.Outcome.Followed;
import io.nowbridge.sync.FollowTicket.Outcome.Later;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketRef;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is our own doing is told nobody as somebody else's; what is refused for good is done with. */
class EchoesTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final AnomalyId ANOMALY = AnomalyId.ofDefaultSource("456");
    private static final Map<String, String> BACK =
            Map.of("statusOnState.incident", "2=Acknowledged,6=Resolved", "notesBack", "comment");

    private final InStep step = new InStep();

    @Test
    void aCommentOfOursIsKnownEvenIfThePlatformTellsOfItBeforeItAnswers() {
        step.settings(BACK);
        var ticket = linked();
        note(ticket, "Found the cause");
        step.platform.loseAnswerToComment(DeliveryFixtures.silence());
        step.follow(ticket);
        var comment = step.platform.comments().getFirst();

        step.happens(step.event(
                "456", "e1", new Commented(Optional.of(comment.id()), Optional.empty(), comment.text(), false)));

        assertThat(step.line(ticket)).isEmpty();
    }

    @Test
    void aPersonsNoteIsFoundAmongManyOfOurs() {
        step.settings(BACK);
        var ticket = linked();
        note(ticket, "Found the cause");
        IntStream.range(0, 2 * SeenTicket.MOST_NOTES)
                .forEach(number -> step.desk()
                        .changes()
                        .wrote(
                                ticket,
                                "svc_nowbridge",
                                true,
                                "Note " + number,
                                step.tickets.now().plusSeconds(120)));

        step.follow(ticket);

        assertThat(step.platform.comments()).hasSize(1);
        assertThat(step.seen.find(ticket).await().indefinitely().orElseThrow().notes())
                .hasSize(SeenTicket.MOST_NOTES);
    }

    @Test
    void aPersonWhoQuotesACommentOfOursIsAPerson() {
        step.settings(BACK);
        var ticket = linked();
        note(ticket, "Found the cause");
        step.follow(ticket);
        var quoted = step.platform.comments().getFirst().text();

        step.happens(
                step.event("456", "e1", new Commented(Optional.of("p1"), Optional.of("Ada"), "See: " + quoted, false)));

        assertThat(step.line(ticket)).hasSize(1);
    }

    @Test
    void aStatusThatThePlatformForbidsIsNoNewsWhenItIsLookedForThere() {
        step.settings(BACK);
        var ticket = linked();
        step.happens(step.event("456", "e1", new StatusChanged(Status.ACKNOWLEDGED)));
        step.platform.has(full("456").in(Status.ACKNOWLEDGED));
        people(InStep.in("6", TICKET));
        step.platform.refuseWrites(DeliveryFixtures.refusal());

        assertThat(step.follow(ticket)).isInstanceOf(Later.class);

        assertThat(step.keeping.sweepAnomalies().run().await().indefinitely().changed())
                .isZero();
    }

    @Test
    void whatThePlatformRejectsIsNotSentAgainAndKeepsNothingUp() {
        step.settings(BACK);
        var ticket = linked();
        note(ticket, "Found the cause");
        people(InStep.in("6", TICKET));
        step.platform.refuseWrites(DeliveryFixtures.rejection());

        assertThat(step.follow(ticket)).isInstanceOf(Followed.class);
        step.follow(ticket);

        assertThat(step.tickets.log().entries())
                .filteredOn(entry -> entry.function().equals("followTicket"))
                .extracting(Activity::result)
                .containsExactly(Result.FAILED, Result.FAILED);
    }

    @Test
    void ofSeveralStatesThatWeGaveNoneIsSomebodysDecision() {
        step.settings(Map.of(
                "stateOnStatus.incident", "Acknowledged=2,Resolved=6",
                "statusOnState.incident", "2=Acknowledged,6=Resolved"));
        var ticket = linked();
        step.happens(step.event("456", "e1", new StatusChanged(Status.ACKNOWLEDGED)));
        step.happens(step.event("456", "e2", new StatusChanged(Status.RESOLVED)));

        people(InStep.in("2", TICKET));
        step.follow(ticket);
        people(InStep.in("6", TICKET));
        step.follow(ticket);

        assertThat(step.platform.changes()).isZero();
    }

    @Test
    void aStateThatOursHasPassedOverIsSomebodysDecision() {
        step.settings(Map.of(
                "stateOnStatus.incident", "Acknowledged=2,Resolved=6",
                "statusOnState.incident", "2=Acknowledged"));
        var ticket = linked();
        step.happens(step.event("456", "e1", new StatusChanged(Status.ACKNOWLEDGED)));
        step.happens(step.event("456", "e2", new StatusChanged(Status.RESOLVED)));
        people(InStep.in("6", TICKET));
        step.follow(ticket);

        people(InStep.in("2", TICKET));
        step.follow(ticket);

        assertThat(step.platform.status(ANOMALY)).contains(Status.ACKNOWLEDGED);
    }

    @Test
    void aStateThatWeGaveIsNobodysDecision() {
        step.settings(Map.of("stateOnStatus.incident", "Acknowledged=6", "statusOnState.incident", "6=Resolved"));
        var ticket = linked();
        step.happens(step.event("456", "e1", new StatusChanged(Status.ACKNOWLEDGED)));
        people(InStep.in("6", TICKET));

        step.follow(ticket);

        assertThat(step.platform.changes()).isZero();
    }

    @Test
    void theSameStateIsSomebodysDecisionTheNextTime() {
        step.settings(Map.of("stateOnStatus.incident", "Acknowledged=6", "statusOnState.incident", "6=Resolved"));
        var ticket = linked();
        step.happens(step.event("456", "e1", new StatusChanged(Status.ACKNOWLEDGED)));
        people(InStep.in("6", TICKET));
        step.follow(ticket);
        people(InStep.in("2", TICKET));
        step.follow(ticket);

        people(InStep.in("6", TICKET));
        step.follow(ticket);

        assertThat(step.platform.status(ANOMALY)).contains(Status.RESOLVED);
    }

    @Test
    void whatWeToldThePlatformDoesNotComeBackAsNews() {
        step.settings(BACK);
        var ticket = linked();
        people(InStep.in("6", TICKET));
        note(ticket, "Found the cause");
        step.follow(ticket);
        var comment = step.platform.comments().getFirst();

        step.happens(step.event("456", "e1", new StatusChanged(Status.RESOLVED)));
        step.happens(step.event(
                "456", "e2", new Commented(Optional.of(comment.id()), Optional.empty(), comment.text(), false)));

        assertThat(step.line(ticket)).isEmpty();
    }

    private TicketRef linked() {
        step.platform.has(full("456"));
        return step.link(1, "456", TICKET);
    }

    private void people(Ticket ticket) {
        step.desk().search().has(ticket, "Words");
    }

    private void note(TicketRef ticket, String text) {
        step.desk()
                .changes()
                .wrote(ticket, "beth.anglin", false, text, step.tickets.now().plusSeconds(60));
    }
}
