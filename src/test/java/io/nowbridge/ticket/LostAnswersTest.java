package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryTickets.SETTLING;
import static io.nowbridge.ticket.TicketFixtures.FORM;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.REQUEST;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.ticket.CreateTicket.Outcome.Opened;
import io.nowbridge.ticket.CreateTicket.Outcome.Unconfirmed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What createTicket makes of answers that do not come. */
class LostAnswersTest {

    private final InMemoryTickets tickets = new InMemoryTickets();
    private final FakeTicketDesk desk = tickets.desk();

    @Test
    void aLostAnswerIsFoundAtOnceAndTheReaderIsToldThatNothingWasCompared() {
        desk.failNextOpen(TicketFixtures.silence(), true);

        var outcome = tickets.run(REQUEST);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Opened.class,
                        opened -> assertThat(opened.answer().warnings())
                                .extracting(Warning::field)
                                .containsExactly("ticket"));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void anAnsweredFailureIsPassedOnAndTheRetryOpensTheTicketUnderTheSameLink() {
        desk.failNextOpen(TicketFixtures.answered(), false);

        assertThatThrownBy(() -> tickets.run(REQUEST)).isInstanceOf(Unavailable.class);
        var outcome = (Opened) tickets.run(REQUEST);

        assertThat(outcome.answer().link().id()).isEqualTo(linkId(1));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aWriteThatWasNotAnsweredIsNotRepeatedBeforeItHasSettled() {
        desk.failNextOpen(TicketFixtures.silence(), false);
        tickets.run(REQUEST);
        tickets.itIs(NOW.plus(SETTLING).minusSeconds(1));

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(Unconfirmed.class);
        assertThat(desk.count()).isZero();
    }

    @Test
    void silenceWithoutATicketIsNoPlainFailureSinceItMayComeYet() {
        desk.failNextOpen(TicketFixtures.silence(), false);

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOfSatisfying(Unconfirmed.class, unconfirmed -> {
            assertThat(unconfirmed.link()).isEqualTo(linkId(1));
            assertThat(unconfirmed.retryAfter()).isEqualTo(SETTLING);
        });
    }

    @Test
    void aTicketThatAppearsAfterTheFailureIsFoundByTheRetry() {
        desk.failNextOpen(TicketFixtures.silence(), false);
        tickets.run(REQUEST);
        desk.open(linkId(1), FORM).await().indefinitely();

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void whenNothingCanBeReadAfterALostAnswerTheOutcomeIsUnconfirmed() {
        desk.failNextOpen(TicketFixtures.silence(), true);
        desk.hideEverything();

        var outcome = tickets.run(REQUEST);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        unconfirmed ->
                                assertThat(unconfirmed.failure().whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR));
        assertThat(tickets.links.all()).isEmpty();
    }

    @Test
    void anUnconfirmedTicketIsNeverOpenedAgainWhileNothingCanBeRead() {
        desk.failNextOpen(TicketFixtures.silence(), true);
        desk.hideEverything();
        tickets.run(REQUEST);
        tickets.itIs(NOW.plus(SETTLING));

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(Unconfirmed.class);
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void anUnconfirmedTicketIsFoundOnceItCanBeRead() {
        desk.failNextOpen(TicketFixtures.silence(), true);
        desk.failLooks(TicketFixtures.answered());
        tickets.run(REQUEST);
        desk.recover();

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aLookThatFailsSaysWhenToComeBack() {
        desk.failNextOpen(TicketFixtures.silence(), true);
        desk.failLooks(TicketFixtures.answered());

        var outcome = tickets.run(REQUEST);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
    }
}
