package io.nowbridge.rule;

import static io.nowbridge.rule.RuleFixtures.braked;
import static io.nowbridge.rule.RuleFixtures.rule;
import static io.nowbridge.rule.RuleFixtures.tagged;
import static io.nowbridge.rule.RunningRules.anomaly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketFixtures;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApplyRulesTest {

    private static final String FIRST = "INC0000001";
    private static final String SECOND = "INC0000002";

    private final RunningRules running = new RunningRules();

    @Test
    void anAnomalyThatARuleHoldsOfGetsATicketInTheRulesWords() {
        running.with(rule("a")).apply(single("456"));

        assertThat(running.anomalies(FIRST)).containsExactly("456");
        assertThat(running.desk.lastForm().shortDescription()).isEqualTo("orders is off");
        assertThat(running.desk.lastForm().impact()).contains("2");
        assertThat(running.tickets.log().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.startedBy()).isEqualTo("rule:a"));
    }

    @Test
    void anAnomalyThatNoRuleHoldsOfGetsNone() {
        running.with(tagged("a", 1, "sox", "A")).apply(single("456"));

        assertThat(running.desk.count()).isZero();
    }

    @Test
    void theFirstInOrderThatHoldsDecidesAlone() {
        running.with(tagged("a", 3, "sox", "third"))
                .with(tagged("b", 2, "sox", "second"))
                .with(tagged("c", 1, "hr", "first"));

        running.apply(anomaly("456", Optional.empty(), "SOX", "finance"));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.desk.lastForm().shortDescription()).isEqualTo("second");
    }

    @Test
    void aDisabledRuleIsNotAsked() {
        running.with(new OpeningRule(new RuleId("a"), RuleFixtures.full(), 1)).apply(single("456"));

        assertThat(running.desk.count()).isZero();
    }

    @Test
    void whoeverBringsTheAnomalyAgainFindsItsTicket() {
        running.with(rule("a")).apply(single("456"));

        running.apply(single("456"));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.anomalies(FIRST)).containsExactly("456");
    }

    @Test
    void aRecurrenceJoinsTheOpenTicketWithANote() {
        running.with(rule("a")).apply(recurring("456"));

        running.apply(recurring("457"));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.anomalies(FIRST)).containsExactly("456", "457");
        assertThat(running.woken()).hasSize(1);
        assertThat(running.waiting(FIRST)).singleElement().satisfies(update -> {
            assertThat(update.note()).isEqualTo("""
                            [2026-01-05 09:00:00 UTC] Anomaly 457 shows the same trouble once more.
                            Value out of the expected range
                            https://acme.qualytics.io/anomalies?id=457""");
            assertThat(update.ticketNumber()).contains(FIRST);
            assertThat(update.state()).isEmpty();
            assertThat(update.forCustomer()).isFalse();
        });
    }

    @Test
    void anotherFingerprintIsAnotherTrouble() {
        running.with(rule("a")).apply(recurring("456"));

        running.apply(anomaly("457", Optional.of("another")));

        assertThat(running.desk.count()).isEqualTo(2);
    }

    @Test
    void aClosedTicketIsToldOfARecurrenceUnlessItsDeskWantsOtherwise() {
        running.with(rule("a")).apply(recurring("456"));
        running.move(FIRST, "7");

        running.apply(recurring("457"));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.waiting(FIRST)).extracting(TicketUpdate::state).containsExactly(Optional.empty());
    }

    @Test
    void whileNothingFlowsToTheDeskARecurrenceWaitsForItsTicket() {
        running.with(rule("a")).apply(recurring("456"));
        running.desk.close();

        running.apply(recurring("457"));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.waiting(FIRST)).hasSize(1);
    }

    @Test
    void aClosedTicketIsReopenedByARecurrenceWhereItsDeskWantsThat() {
        running.with(rule("a")).apply(recurring("456"));
        running.move(FIRST, "7");
        running.desk.settings(Map.of("closedTickets", "reopen", "reopenState.incident", "2"));

        running.apply(recurring("457"));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.waiting(FIRST)).extracting(TicketUpdate::state).containsExactly(Optional.of("2"));
    }

    @Test
    void aClosedTicketIsFollowedByAnotherWhereItsDeskWantsThatAndTheNextRecurrenceJoinsThis() {
        running.with(rule("a")).apply(recurring("456"));
        running.move(FIRST, "7");
        running.desk.settings(Map.of("closedTickets", "new"));

        running.apply(recurring("457"));
        running.apply(recurring("458"));

        assertThat(running.anomalies(FIRST)).containsExactly("456");
        assertThat(running.anomalies(SECOND)).containsExactly("457", "458");
        assertThat(running.waiting(FIRST)).isEmpty();
        assertThat(running.waiting(SECOND)).hasSize(1);
    }

    @Test
    void aDeletedTicketIsFollowedByAnother() {
        running.with(rule("a")).apply(recurring("456"));
        running.desk.search().lose(TicketFixtures.ticket(FIRST));

        running.apply(recurring("457"));

        assertThat(running.anomalies(SECOND)).containsExactly("457");
    }

    @Test
    void whatComesAfterTheTimeOfRecurrenceGetsATicketOfItsOwn() {
        running.with(rule("a")).apply(recurring("456"));
        running.tickets.itIs(TicketFixtures.NOW.plus(RuleForm.USUAL_RECURRENCE));

        running.apply(recurring("457"));

        assertThat(running.anomalies(SECOND)).containsExactly("457");
    }

    @Test
    void eachRecurrenceMakesTheTimeBeginAnew() {
        var most = RuleForm.USUAL_RECURRENCE.minusSeconds(1);
        running.with(rule("a")).apply(recurring("456"));
        running.tickets.itIs(TicketFixtures.NOW.plus(most));
        running.apply(recurring("457"));
        running.tickets.itIs(TicketFixtures.NOW.plus(most).plus(most));

        running.apply(recurring("458"));

        assertThat(running.desk.count()).isEqualTo(1);
    }

    @Test
    void inAStormTheFirstGetTicketsAndAllOthersShareOneWithANoteEach() {
        running.with(braked("a", 3));

        IntStream.range(10, 20).forEach(number -> running.apply(single("" + number)));

        var shared = "INC0000004";
        assertThat(running.desk.count()).isEqualTo(4);
        assertThat(running.anomalies(shared)).containsExactly("13", "14", "15", "16", "17", "18", "19");
        assertThat(running.waiting(shared)).hasSize(6);
        assertThat(running.desk.lastForm().shortDescription())
                .isEqualTo("Many anomalies since 2026-01-05 09:00 UTC: Rule a");
    }

    @Test
    void theNextHourHasTicketsOfItsOwn() {
        running.with(braked("a", 1)).apply(single("456"));
        running.apply(single("457"));
        running.tickets.itIs(TicketFixtures.NOW.plus(Duration.ofHours(1)));

        running.apply(single("458"));

        assertThat(running.anomalies("INC0000003")).containsExactly("458");
        assertThat(running.desk.lastForm().shortDescription()).isEqualTo("orders is off");
    }

    @Test
    void recurrencesAreNoStorm() {
        running.with(braked("a", 1));

        IntStream.range(10, 20).forEach(number -> running.apply(recurring("" + number)));

        assertThat(running.desk.count()).isEqualTo(1);
        assertThat(running.anomalies(FIRST)).hasSize(10);
    }

    @Test
    void whatTheDeskCannotTakeIsInTheLogAndNotTriedForEver() {
        running.desk.findUnfit(new Misfit("impact", "is not one of: 1, 2, 3"));

        running.with(rule("a")).apply(single("456"));

        assertThat(running.tickets.log().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isEqualTo(Result.FAILED));
    }

    @Test
    void whatTheDeskRejectsIsInTheLogAndNotTriedForEver() {
        running.desk.failNextOpen(new Rejected(report(), new IOException()), false);

        running.with(rule("a")).apply(single("456"));

        assertThat(running.tickets.log().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isEqualTo(Result.FAILED));
    }

    @Test
    void aDeskThatIsDownIsAskedAgainLater() {
        running.with(rule("a"));
        running.desk.failNextOpen(new Unavailable(report(), Duration.ofSeconds(3), new IOException()), false);

        assertThatThrownBy(() -> running.apply(single("456"))).isInstanceOf(Unavailable.class);
        running.apply(single("456"));

        assertThat(running.anomalies(FIRST)).containsExactly("456");
    }

    private static Anomaly single(String id) {
        return anomaly(id, Optional.empty());
    }

    private static Anomaly recurring(String id) {
        return anomaly(id, Optional.of("8412003313"));
    }

    private static Report report() {
        return new Report("Opening an incident answered so", "See to it.", Effect.NONE);
    }
}
