package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.AnomalyEvent.What.Commented;
import io.nowbridge.anomaly.AnomalyEvent.What.Created;
import io.nowbridge.anomaly.AnomalyEvent.What.StatusChanged;
import io.nowbridge.anomaly.AnomalyEvent.What.Triggered;
import io.nowbridge.anomaly.Status;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.sync.FollowAnomaly.Outcome.AlreadyDone;
import io.nowbridge.sync.FollowAnomaly.Outcome.Followed;
import io.nowbridge.sync.FollowAnomaly.Outcome.Later;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowAnomalyTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final StatusChanged ACKNOWLEDGED = new StatusChanged(Status.ACKNOWLEDGED);
    private static final StatusChanged RESOLVED = new StatusChanged(Status.RESOLVED);

    private final InStep step = new InStep();

    @Test
    void everyTicketOfTheAnomalyIsTold() {
        var one = step.link(1, "456", TICKET);
        var other = step.link(2, "456", TicketFixtures.ticket("INC0000008"));

        assertThat(step.happens(step.event("456", "e1", ACKNOWLEDGED))).isEqualTo(new Followed(2));

        assertThat(step.notes(one)).singleElement().asString().contains("Qualytics Anomaly Status: Acknowledged");
        assertThat(step.notes(other)).hasSize(1);
        assertThat(step.queue.woken()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void theSameEventIsDoneOnce() {
        var ticket = step.link(1, "456", TICKET);
        var event = step.event("456", "e1", ACKNOWLEDGED);
        step.happens(event);

        assertThat(step.happens(event)).isEqualTo(new AlreadyDone());
        assertThat(step.line(ticket)).hasSize(1);
    }

    @Test
    void theStatusThatIsKnownIsNotToldAgain() {
        var ticket = step.link(1, "456", TICKET);
        step.happens(step.event("456", "e1", ACKNOWLEDGED));

        step.happens(step.event("456", "e2", ACKNOWLEDGED));

        assertThat(step.line(ticket)).hasSize(1);
    }

    @Test
    void anEventWithoutAStatusIsReadAtThePlatform() {
        var ticket = step.link(1, "456", TICKET);
        step.platform.has(full("456").in(Status.DUPLICATE));

        step.happens(step.event("456", "e1", new Triggered()));

        assertThat(step.notes(ticket)).singleElement().asString().contains("Status: Duplicate");
        assertThat(step.platform.reads()).isEqualTo(1);
    }

    @Test
    void whileThePlatformCannotBeAskedTheEventWaits() {
        var ticket = step.link(1, "456", TICKET);
        step.platform.has(full("456").in(Status.RESOLVED));
        step.platform.fail(DeliveryFixtures.down());
        var event = step.event("456", "e1", new Triggered());

        assertThat(step.happens(event)).isInstanceOf(Later.class);
        step.platform.recover();

        assertThat(step.follow(event)).isEqualTo(new Followed(1));
        assertThat(step.line(ticket)).hasSize(1);
    }

    @Test
    void anEventThatCouldNotBeDoneWithIsDoneAgainWithoutASecondNote() {
        var ticket = step.link(1, "456", TICKET);
        var event = step.event("456", "e1", ACKNOWLEDGED);
        step.events.killBeforeNextEnd();

        assertThatThrownBy(() -> step.happens(event)).isInstanceOf(IllegalStateException.class);
        step.follow(event);

        assertThat(step.line(ticket)).hasSize(1);
    }

    @Test
    void aCommentIsForThePeopleWhoWorkOnTheTicketUnlessItsAuthorChoseOtherwise() {
        var ticket = step.link(1, "456", TICKET);

        step.happens(step.event("456", "e1", comment("c1", "Internal", false)));
        step.happens(step.event("456", "e2", comment("c2", "For all", true)));

        assertThat(step.line(ticket)).extracting(TicketUpdate::forCustomer).containsExactly(false, true);
        assertThat(step.notes(ticket).getFirst()).startsWith("Comment from Qualytics: Internal");
    }

    @Test
    void anUpdateKnowsWhatPeopleCallItsTicket() {
        var ticket = step.link(1, "456", TICKET);

        step.happens(step.event("456", "e1", RESOLVED));

        assertThat(step.line(ticket)).extracting(TicketUpdate::ticketNumber).containsExactly(Optional.of("INC0000007"));
    }

    @Test
    void theTicketsStateStaysUnlessTheConnectionSaysSo() {
        var ticket = step.link(1, "456", TICKET);

        step.happens(step.event("456", "e1", RESOLVED));

        assertThat(step.line(ticket)).extracting(TicketUpdate::state).containsExactly(Optional.empty());
    }

    @Test
    void anArchivedAnomalyResolvesItsTicketWhereTheConnectionSaysSo() {
        step.settings(Map.of(
                "stateOnStatus.incident", "Acknowledged=2,Resolved=6",
                "closeCode", "Solution provided",
                "closeNotes", "Anomaly {anomaly.id} is resolved.",
                "platformName", "Data Quality"));
        var ticket = step.link(1, "456", TICKET);

        step.happens(step.event("456", "e1", RESOLVED));

        var update = step.line(ticket).getFirst();
        assertThat(update.note()).contains("Data Quality Anomaly Status: Resolved");
        assertThat(update.state()).contains("6");
        assertThat(update.fields())
                .containsOnly(
                        Map.entry("closeCode", "Solution provided"),
                        Map.entry("closeNotes", "Anomaly 456 is resolved."));
    }

    @Test
    void aClosedTicketIsReopenedWhereTheConnectionSaysSo() {
        step.settings(Map.of("closedTickets", "reopen", "reopenState.incident", "2"));
        var ticket = step.link(1, "456", InStep.in("7", TICKET));
        step.happens(step.event("456", "e1", RESOLVED));

        step.happens(step.event("456", "e2", new StatusChanged(Status.ACTIVE)));

        assertThat(step.line(ticket))
                .extracting(TicketUpdate::state)
                .containsExactly(Optional.empty(), Optional.of("2"));
    }

    @Test
    void aClosedTicketIsFollowedByANewOneWhereTheConnectionSaysSo() {
        step.settings(Map.of("closedTickets", "new"));
        var closed = step.link(1, "456", InStep.in("7", TICKET));
        step.happens(step.event("456", "e1", RESOLVED));
        var back = step.event("456", "e2", new StatusChanged(Status.ACTIVE));

        step.happens(back);

        assertThat(step.line(closed)).hasSize(1);
        assertThat(step.desk().count()).isEqualTo(1);
        assertThat(step.desk().lastForm().description()).contains("Follows INC0000007");
    }

    @Test
    void aFollowingTicketThatIsNotConfirmedIsOpenedWhenTheEventComesAgain() {
        step.settings(Map.of("closedTickets", "new"));
        step.link(1, "456", InStep.in("7", TICKET));
        step.happens(step.event("456", "e1", RESOLVED));
        step.desk().failNextOpen(DeliveryFixtures.silence(), false);
        var back = step.event("456", "e2", new StatusChanged(Status.ACTIVE));

        assertThat(step.happens(back)).isInstanceOf(Later.class);
        step.tickets.itIs(step.tickets.now().plus(Duration.ofMinutes(5)));

        assertThat(step.follow(back)).isEqualTo(new Followed(0));
        assertThat(step.desk().count()).isEqualTo(1);
    }

    @Test
    void aLateStatusIsNotedWithItsTimeAndMovesNothing() {
        step.settings(Map.of("stateOnStatus.incident", "Acknowledged=2,Resolved=6"));
        var ticket = step.link(1, "456", TICKET);
        step.happens(step.event("456", "e2", 2, RESOLVED));
        step.tickets.itIs(step.tickets.now().minusSeconds(60));

        step.happens(step.event("456", "e1", 1, ACKNOWLEDGED));

        var late = step.line(ticket).getLast();
        assertThat(late.note()).startsWith("[2026-01-05 08:59:00 UTC]").contains("Status: Acknowledged");
        assertThat(late.state()).isEmpty();
        assertThat(known("456").status()).contains(Status.RESOLVED);
    }

    @Test
    void whileNothingFlowsToTheDeskTheTicketThatFollowsIsWaitedFor() {
        step.settings(Map.of("closedTickets", "new"));
        step.link(1, "456", InStep.in("7", TICKET));
        step.happens(step.event("456", "e1", RESOLVED));
        var back = step.event("456", "e2", new StatusChanged(Status.ACTIVE));
        step.desk().close();

        assertThat(step.happens(back)).isInstanceOf(Later.class);
        step.desk().reopen();
        step.follow(back);

        assertThat(step.desk().count()).isEqualTo(1);
    }

    @Test
    void anAnomalyWithoutATicketIsLeftToTheRules() {
        var event = step.event("456", "e1", new Created());

        assertThat(step.happens(event)).isEqualTo(new Followed(0));

        assertThat(step.ruled).containsExactly(event);
    }

    @Test
    void anArchivedAnomalyNeedsNoTicket() {
        step.platform.has(full("456").in(Status.INVALID));

        step.happens(step.event("456", "e1", new Created()));

        assertThat(step.ruled).isEmpty();
    }

    @Test
    void whatIsKnownOfAnAnomalyIsKept() {
        step.platform.has(full("456"));

        step.happens(step.event("456", "e1", new Triggered()));

        assertThat(known("456").anomaly()).isEqualTo(full("456"));
        assertThat(known("456").status()).contains(Status.ACTIVE);
    }

    private Known known(String anomaly) {
        return step.anomalies.find(full(anomaly).id()).await().indefinitely().orElseThrow();
    }

    private static Commented comment(String id, String text, boolean forCustomer) {
        return new Commented(Optional.of(id), Optional.of("Ada"), text, forCustomer);
    }
}
