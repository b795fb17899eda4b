package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.FakeAnomalyPlatform.Comment;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.sync.FollowTicket.Outcome.Followed;
import io.nowbridge.sync.FollowTicket.Outcome.Later;
import io.nowbridge.sync.FollowTicket.Outcome.NotLinked;
import io.nowbridge.sync.FollowTicket.Outcome.NotYet;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowTicketTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final AnomalyId ANOMALY = AnomalyId.ofDefaultSource("456");
    private static final Map<String, String> BACK =
            Map.of("statusOnState.incident", "2=Acknowledged,6=Resolved", "notesBack", "comment");

    private final InStep step = new InStep();

    @Test
    void whatIsSeenIsRemembered() {
        var ticket = step.link(1, "456", TICKET);
        people(InStep.in("6", TICKET));

        assertThat(step.follow(ticket)).isInstanceOf(Followed.class);

        var seen = step.seen.find(ticket).await().indefinitely().orElseThrow();
        assertThat(seen.ticket().stateCode()).isEqualTo("6");
        assertThat(seen.assignedTo()).contains("Beth Anglin");
        assertThat(seen.gone()).isFalse();
    }

    @Test
    void aTicketThatIsGoneIsRememberedAsGone() {
        var ticket = step.link(1, "456", TICKET);
        step.desk().search().lose(TICKET);

        step.follow(ticket);

        assertThat(step.seen.find(ticket).await().indefinitely().orElseThrow().gone())
                .isTrue();
    }

    @Test
    void aChangeThatIsToldBeforeItIsShownIsWaitedFor() {
        var ticket = linked();
        var change = later(-1);
        step.desk().search().changedAt(change, 3);

        assertThat(step.follow(new Wakeup(ticket, Optional.of(change)))).isInstanceOf(Followed.class);

        assertThat(step.desk().search().calls()).isEqualTo(3);
        assertThat(step.seen.find(ticket).await().indefinitely().orElseThrow().changedAt())
                .contains(change);
    }

    @Test
    void aChangeThatIsNotShownInTimeIsLeftToTheNextPull() {
        var ticket = linked();
        var change = later(-1);
        step.keeping.pullTicketStatus().run().await().indefinitely();
        step.desk().search().changedAt(change, 100);

        assertThat(step.follow(new Wakeup(ticket, Optional.of(change)))).isInstanceOf(NotYet.class);
        step.desk().changes().changed(ticket, change.minus(InStep.OVERLAP));
        step.keeping.pullTicketStatus().run().await().indefinitely();

        assertThat(step.woken).containsExactly(ticket);
    }

    @Test
    void aTicketThatIsNotShownAtAllIsLookedForAsLong() {
        var ticket = linked();
        step.desk().search().lose(TICKET);
        var before = step.desk().search().calls();

        step.follow(new Wakeup(ticket, Optional.of(later(-1))));

        assertThat(step.desk().search().calls() - before).isEqualTo(3);
        assertThat(step.seen.find(ticket).await().indefinitely().orElseThrow().gone())
                .isTrue();
    }

    @Test
    void aMessageSendsNoPullThroughTheHistoryOfATable() {
        var ticket = linked();
        step.keeping.pullTicketStatus().run().await().indefinitely();
        step.desk().search().lose(TICKET);

        step.follow(new Wakeup(ticket, Optional.of(Instant.EPOCH)));
        step.desk()
                .changes()
                .changed(InStep.ref(InStep.in("6", TICKET)), step.tickets.now().minus(Duration.ofDays(1)));
        step.keeping.pullTicketStatus().run().await().indefinitely();

        assertThat(step.woken).isEmpty();
    }

    @Test
    void withoutATimeThereIsNothingToWaitFor() {
        var ticket = linked();

        step.follow(ticket);

        assertThat(step.desk().search().calls()).isEqualTo(1);
    }

    @Test
    void aTicketWithoutAnAnomalyIsNobodysBusiness() {
        assertThat(step.follow(InStep.ref(TICKET))).isEqualTo(new NotLinked());
        assertThat(step.desk().search().calls()).isZero();
    }

    @Test
    void nothingFlowsBackUnlessTheConnectionSaysSo() {
        var ticket = linked();
        people(InStep.in("6", TICKET));
        note(ticket, "Fixed");

        step.follow(ticket);

        assertThat(step.platform.changes()).isZero();
        assertThat(step.platform.comments()).isEmpty();
    }

    @Test
    void aStateGivesTheAnomalyItsStatus() {
        step.settings(BACK);
        var ticket = linked();
        people(InStep.in("6", TICKET));

        step.follow(ticket);
        step.follow(ticket);

        assertThat(step.platform.status(ANOMALY)).contains(Status.RESOLVED);
        assertThat(step.platform.changes()).isEqualTo(1);
        assertThat(step.tickets.log().entries())
                .filteredOn(entry -> entry.function().equals("followTicket"))
                .extracting(Activity::result)
                .containsExactly(Result.SUCCESS);
    }

    @Test
    void anAnomalyThatSomebodyArchivedKeepsItsReason() {
        step.settings(BACK);
        var ticket = linked();
        step.platform.has(full("456").in(Status.DUPLICATE));
        people(InStep.in("6", TICKET));

        step.follow(ticket);

        assertThat(step.platform.status(ANOMALY)).contains(Status.DUPLICATE);
    }

    @Test
    void aNoteOfAPersonBecomesAComment() {
        step.settings(BACK);
        var ticket = linked();
        note(ticket, "Found the cause");

        step.follow(ticket);
        step.follow(ticket);

        assertThat(step.platform.comments())
                .singleElement()
                .extracting(Comment::text)
                .asString()
                .startsWith("Work note by beth.anglin on INC0000007: Found the cause [nb:");
    }

    @Test
    void aNoteOfOursStaysWhereItIs() {
        step.settings(BACK);
        var ticket = linked();
        step.desk().changes().wrote(ticket, "svc_nowbridge", true, "Status: Active", later(1));

        step.follow(ticket);

        assertThat(step.platform.comments()).isEmpty();
    }

    @Test
    void aNoteFromBeforeTheLinkIsNotTheAnomalys() {
        step.settings(BACK);
        step.desk().changes().wrote(InStep.ref(TICKET), "beth.anglin", false, "Old", later(-60));
        var ticket = linked();

        step.follow(ticket);

        assertThat(step.platform.comments()).isEmpty();
    }

    @Test
    void aCommentWhoseAnswerWasLostIsFoundAndNotWrittenAgain() {
        step.settings(BACK);
        var ticket = linked();
        note(ticket, "Found the cause");
        step.platform.loseAnswerToComment(DeliveryFixtures.silence());

        assertThat(step.follow(ticket)).isInstanceOf(Later.class);
        step.follow(ticket);

        assertThat(step.platform.comments()).hasSize(1);
    }

    @Test
    void whatFailsAgainAndAgainIsOneEntryWhichSucceedsInTheEnd() {
        step.settings(BACK);
        var ticket = linked();
        people(InStep.in("6", TICKET));
        step.platform.refuseWrites(DeliveryFixtures.refusal());
        step.follow(ticket);
        step.tickets.itIs(step.tickets.now().plusSeconds(60));
        step.follow(ticket);
        assertThat(entries()).containsExactly(Result.FAILED);

        step.platform.recover();
        step.follow(ticket);

        assertThat(entries()).containsExactly(Result.SUCCESS);
    }

    private List<Result> entries() {
        return step.tickets.log().entries().stream()
                .filter(entry -> entry.function().equals("followTicket"))
                .map(Activity::result)
                .toList();
    }

    @Test
    void whileThePlatformIsDownTheNextPullComesBackToTheTicket() {
        step.settings(BACK);
        var ticket = linked();
        people(InStep.in("6", TICKET));
        step.platform.fail(DeliveryFixtures.down());

        assertThat(step.follow(ticket)).isInstanceOf(Later.class);
        step.platform.recover();
        step.desk().changes().changed(ticket, TicketFixtures.NOW.minusSeconds(60));
        step.keeping.pullTicketStatus().run().await().indefinitely();

        assertThat(step.woken).containsExactly(ticket);
        step.follow(ticket);
        assertThat(step.platform.status(ANOMALY)).contains(Status.RESOLVED);
    }

    @Test
    void anAnomalyThatIsGoneHoldsNothingUpAndIsToldOnce() {
        step.settings(BACK);
        step.link(1, "gone", TICKET);
        var ticket = step.link(2, "456", TICKET);
        step.platform.has(full("456"));
        note(ticket, "Found the cause");

        assertThat(step.follow(ticket)).isInstanceOf(Followed.class);
        step.follow(ticket);

        assertThat(step.platform.comments())
                .singleElement()
                .extracting(Comment::anomaly)
                .isEqualTo(ANOMALY);
        assertThat(step.tickets.log().entries())
                .filteredOn(entry -> entry.function().equals("followTicket"))
                .extracting(Activity::result)
                .containsExactly(Result.FAILED, Result.SUCCESS);
    }

    @Test
    void overAClosedConnectionNothingFlows() {
        step.settings(BACK);
        var ticket = linked();
        people(InStep.in("6", TICKET));
        step.desks.close(TicketFixtures.CONNECTION, State.DISABLED);

        step.follow(ticket);

        assertThat(step.platform.changes()).isZero();
    }

    private TicketRef linked() {
        step.platform.has(full("456"));
        return step.link(1, "456", TICKET);
    }

    private void people(Ticket ticket) {
        step.desk().search().has(ticket, "Words");
    }

    private void note(TicketRef ticket, String text) {
        step.desk().changes().wrote(ticket, "beth.anglin", false, text, later(1));
    }

    private Instant later(int minutes) {
        return step.tickets.now().plus(Duration.ofMinutes(minutes));
    }
}
