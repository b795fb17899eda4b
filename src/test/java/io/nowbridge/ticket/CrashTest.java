package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryTickets.LEASE;
import static io.nowbridge.ticket.InMemoryTickets.SETTLING;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.FORM;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.REQUEST;
import static io.nowbridge.ticket.TicketFixtures.form;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static io.nowbridge.ticket.TicketFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.ticket.CreateTicket.Outcome.InProgress;
import io.nowbridge.ticket.CreateTicket.Outcome.Opened;
import io.nowbridge.ticket.CreateTicket.Outcome.Unconfirmed;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What createTicket makes of a claim whose owner died. */
class CrashTest {

    private final InMemoryTickets tickets = new InMemoryTickets();
    private final FakeTicketDesk desk = tickets.desk();

    @Test
    void aTicketLeftUnlinkedByACrashIsFoundNotOpenedAgain() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.open(linkId(77), FORM).await().indefinitely();
        tickets.itIs(NOW.plus(LEASE));

        var outcome = tickets.run(REQUEST);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Opened.class,
                        opened -> assertThat(opened.answer().link()).isEqualTo(link(77)));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aClaimLeftByACrashBeforeAnythingWasSentIsFinishedWithoutALook() {
        crashed(Optional.empty());
        tickets.itIs(NOW.plus(LEASE));

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(1);
        assertThat(desk.looks()).isZero();
    }

    @Test
    void whatACrashSentIsGivenTimeToArriveBeforeItIsSentAgain() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        tickets.itIs(NOW.plus(LEASE));

        var early = tickets.run(REQUEST);
        tickets.itIs(NOW.plus(SETTLING));
        var late = tickets.run(REQUEST);

        assertThat(early).isInstanceOfSatisfying(Unconfirmed.class, unconfirmed -> {
            assertThat(unconfirmed.retryAfter()).isEqualTo(SETTLING.minus(LEASE));
            assertThat(unconfirmed.failure().whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
        });
        assertThat(late).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aLookThatFailsAfterACrashLeavesTheOutcomeUnconfirmed() {
        crashed(Optional.of(NOW));
        tickets.itIs(NOW.plus(LEASE));
        desk.failLooks(TicketFixtures.answered());

        assertThat(tickets.run(REQUEST)).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void anUnfitFormAfterACrashThatSentNothingLeavesTheKeyFree() {
        var request = request(FORM, "key-1");
        tickets.claims
                .claim(RequestKey.of(request, CONNECTION), new Attempt("crashed", link(77)), NOW)
                .await()
                .indefinitely();
        tickets.itIs(NOW.plus(LEASE));
        desk.findUnfit(new Misfit("category", "is not one of: hardware"));

        tickets.run(request);
        desk.findNothingUnfit();
        var outcome = tickets.run(request(form("Corrected"), "key-1"));

        assertThat(outcome).isInstanceOf(Opened.class);
    }

    @Test
    void whenTheLinkCannotBeStoredTheRetryStoresItAsItWasFirstMeant() {
        tickets.links.goDown();
        assertThatThrownBy(() -> tickets.run(REQUEST)).isInstanceOf(IllegalStateException.class);
        tickets.links.comeBack();
        tickets.itIs(NOW.plus(LEASE));

        var outcome = (Opened) tickets.run(REQUEST);

        assertThat(outcome.answer().link()).isEqualTo(link(1));
        assertThat(tickets.links.all()).containsOnlyKeys(link(1));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void anAttemptThatLostItsClaimWritesNothing() {
        desk.whileChecking(() -> {
            tickets.itIs(NOW.plus(LEASE));
            tickets.claims
                    .claim(RequestKey.of(REQUEST, CONNECTION), new Attempt("next", link(9)), tickets.now())
                    .await()
                    .indefinitely();
        });

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(InProgress.class);
        assertThat(desk.count()).isZero();
    }

    private void crashed(Optional<Instant> settles) {
        var key = RequestKey.of(REQUEST, CONNECTION);
        var attempt = new Attempt("crashed", link(77));
        tickets.claims.claim(key, attempt, NOW).await().indefinitely();
        settles.ifPresent(
                end -> tickets.claims.announceWrite(key, attempt, end).await().indefinitely());
    }
}
