package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryLinking.LEASE;
import static io.nowbridge.ticket.InMemoryLinking.SETTLING;
import static io.nowbridge.ticket.InMemoryLinking.TICKET;
import static io.nowbridge.ticket.InMemoryLinking.request;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.ticket.LinkTicket.Outcome.AlreadyLinked;
import io.nowbridge.ticket.LinkTicket.Outcome.Linked;
import io.nowbridge.ticket.LinkTicket.Outcome.Unconfirmed;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What linkTicket makes of attempts that died, and of answers that do not come. */
class LinkCrashTest {

    private static final TicketRef REF = new TicketRef(CONNECTION, TICKET.table(), TICKET.id());
    private static final Anomaly OTHER = Anomaly.of(AnomalyId.ofDefaultSource("457"));

    private final InMemoryLinking linking = new InMemoryLinking();
    private final FakeTicketWriting writing = linking.desk.writing();

    @Test
    void aClaimLeftBeforeAnythingWasSentIsFinishedUnderItsLink() {
        crashed(link(77), Optional.empty());

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Linked.class,
                        linked -> assertThat(linked.answer().link()).isEqualTo(link(77)));
        assertThat(writing.attempts()).isEqualTo(1);
    }

    @Test
    void whatACrashWroteIsFoundAndNotWrittenAgain() {
        linking.run(request("INC0000042"));
        var told = linking.description();
        linking.links.all().clear();
        crashed(link(77), Optional.of(NOW.plus(SETTLING)));

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(Linked.class);
        assertThat(linking.description()).isEqualTo(told);
        assertThat(linking.notes()).hasSize(1);
    }

    @Test
    void aNoteThatACrashWroteIsFoundWhereTheDescriptionHadNoRoom() {
        linking.desk.search().has(TICKET, "x".repeat(3_900));
        linking.run(request("INC0000042"));
        linking.links.all().clear();
        crashed(link(77), Optional.of(NOW.plus(SETTLING)));

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(Linked.class);
        assertThat(linking.notes()).hasSize(1);
    }

    @Test
    void whatACrashSentIsGivenTimeToArriveBeforeItIsSentAgain() {
        crashed(link(77), Optional.of(NOW.plus(SETTLING)));

        var early = linking.run(request("INC0000042"));
        linking.itIs(NOW.plus(SETTLING));
        var late = linking.run(request("INC0000042"));

        assertThat(early)
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.retryAfter()).isEqualTo(SETTLING.minus(LEASE)));
        assertThat(late).isInstanceOf(Linked.class);
        assertThat(linking.notes()).hasSize(1);
    }

    @Test
    void whatACrashSentForAnotherAnomalyIsWaitedForTooSinceItBringsTheDescriptionOfThen() {
        var theirs = new Link(linkId(77), OTHER.id(), CONNECTION, "maria", NOW);
        crashed(theirs, Optional.of(NOW.plus(SETTLING)));

        var early = linking.run(request("INC0000042"));
        linking.itIs(NOW.plus(SETTLING));
        var late = linking.run(request("INC0000042"));

        assertThat(early).isInstanceOf(Unconfirmed.class);
        assertThat(late)
                .isInstanceOfSatisfying(
                        Linked.class,
                        linked -> assertThat(linked.answer().link().anomaly()).isEqualTo(TicketFixtures.ANOMALY.id()));
    }

    @Test
    void aLinkThatACrashLeftUnloggedIsLoggedByTheRepeat() {
        linking.links.link(link(77), TICKET).await().indefinitely();
        crashed(link(77), Optional.of(NOW));

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(AlreadyLinked.class);
        assertThat(linking.logged())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(linkId(77).toString()));
    }

    @Test
    void whenTheLinkCannotBeStoredTheRetryStoresItAndWritesNothingMore() {
        writing.beforeWriting(linking.links::goDown);
        assertThatThrownBy(() -> linking.run(request("INC0000042"))).isInstanceOf(IllegalStateException.class);
        linking.links.comeBack();
        linking.itIs(NOW.plus(LEASE));

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(Linked.class);
        assertThat(linking.notes()).hasSize(1);
        assertThat(linking.links.all()).containsOnlyKeys(link(1));
    }

    @Test
    void aLostAnswerIsFoundAtOnceAndTheReaderIsToldThatNothingWasCompared() {
        writing.failNext(TicketFixtures.silence(), true);

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Linked.class,
                        linked -> assertThat(linked.answer().warnings())
                                .extracting(Warning::field)
                                .containsExactly("ticket"));
        assertThat(linking.notes()).hasSize(1);
    }

    @Test
    void silenceIsNoPlainFailureSinceTheWriteMayComeYet() {
        writing.failNext(TicketFixtures.silence(), false);

        var first = linking.run(request("INC0000042"));
        linking.itIs(NOW.plus(SETTLING).minusSeconds(1));
        var early = linking.run(request("INC0000042"));
        linking.itIs(NOW.plus(SETTLING));
        var late = linking.run(request("INC0000042"));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.retryAfter()).isEqualTo(SETTLING));
        assertThat(early).isInstanceOf(Unconfirmed.class);
        assertThat(late).isInstanceOf(Linked.class);
        assertThat(writing.attempts()).isEqualTo(2);
        assertThat(linking.notes()).hasSize(1);
    }

    @Test
    void anAnsweredFailureIsPassedOnAndTheRetryWrites() {
        writing.failNext(TicketFixtures.answered(), false);

        assertThatThrownBy(() -> linking.run(request("INC0000042"))).isInstanceOf(Unavailable.class);
        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(Linked.class);
        assertThat(linking.notes()).hasSize(1);
    }

    @Test
    void detailsThatAreMissingFromTheDescriptionWereNotWrittenThoughNoNoteMayBeRead() {
        writing.failNext(TicketFixtures.answered(), false);
        writing.hideJournals();

        assertThatThrownBy(() -> linking.run(request("INC0000042"))).isInstanceOf(ConnectedSystemException.class);
        assertThat(linking.run(request("INC0000042"))).isInstanceOf(Linked.class);
    }

    @Test
    void aNoteThatNobodyMayReadIsNeverWrittenAgain() {
        linking.desk.search().has(TICKET, "x".repeat(3_900));
        writing.failNext(TicketFixtures.silence(), true);
        writing.hideJournals();

        var first = linking.run(request("INC0000042"));
        linking.itIs(NOW.plus(SETTLING));
        var second = linking.run(request("INC0000042"));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        unconfirmed ->
                                assertThat(unconfirmed.failure().whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR));
        assertThat(second).isInstanceOf(Unconfirmed.class);
        assertThat(writing.attempts()).isEqualTo(1);
    }

    @Test
    void aLookThatFailsAfterALostAnswerLeavesItUnconfirmedUntilItCanBeSeen() {
        writing.failNext(TicketFixtures.silence(), true);
        writing.beforeWriting(() -> linking.desk.search().fail(TicketFixtures.answered()));

        var first = linking.run(request("INC0000042"));
        linking.desk.search().recover();
        var second = linking.run(request("INC0000042"));

        assertThat(first).isInstanceOf(Unconfirmed.class);
        assertThat(second).isInstanceOf(Linked.class);
        assertThat(linking.notes()).hasSize(1);
    }

    private void crashed(Link link, Optional<Instant> settles) {
        var key = RequestKey.turnAt(REF);
        var attempt = new Attempt("crashed", link);
        linking.claims.claim(key, attempt, NOW).await().indefinitely();
        settles.ifPresent(
                end -> linking.claims.announceWrite(key, attempt, end).await().indefinitely());
        linking.itIs(NOW.plus(LEASE));
    }
}
