package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryTickets.LEASE;
import static io.nowbridge.ticket.InMemoryTickets.SETTLING;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.FORM;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.REQUEST;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.ticket.CreateTicket.Outcome.AlreadyOpen;
import io.nowbridge.ticket.CreateTicket.Outcome.Opened;
import io.nowbridge.ticket.FinishTickets.Report;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of attempts to open a ticket that broke off, though nobody asks again. */
class FinishTicketsTest {

    private static final Instant SETTLED = NOW.plus(SETTLING).plusMillis(1);

    private final InMemoryTickets tickets = new InMemoryTickets();
    private final FakeTicketDesk desk = tickets.desk();
    private final FakeTicketDesks desks = new FakeTicketDesks().with(desk, Map.of());
    private final AtomicInteger ids = new AtomicInteger(1_000);
    private final FinishTickets finish = new FinishTickets(
            desks, tickets.claims, tickets.links, tickets.log(), () -> linkId(ids.incrementAndGet()), tickets::now, 50);

    @Test
    void aTicketThatACrashLeftUnlinkedIsLinked() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.open(linkId(77), FORM).await().indefinitely();

        var report = finishAt(SETTLED);

        assertThat(report).isEqualTo(new Report(1, 0, List.of()));
        assertThat(tickets.links.all()).containsOnlyKeys(link(77));
        assertThat(onlyEntry().result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void whatWasFinishedAnswersARepeatAsTheFirstAttemptWouldHave() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.open(linkId(77), FORM).await().indefinitely();
        finishAt(SETTLED);

        var repeat = tickets.run(REQUEST);

        assertThat(repeat)
                .isInstanceOfSatisfying(
                        AlreadyOpen.class,
                        open -> assertThat(open.answer().link()).isEqualTo(link(77)));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aTicketThatACrashLinkedButDidNotLogIsLinkedAndLoggedOnce() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        var opened = desk.open(linkId(77), FORM).await().indefinitely();
        tickets.links.link(link(77), opened.ticket()).await().indefinitely();

        finishAt(SETTLED);

        assertThat(tickets.links.all()).containsOnlyKeys(link(77));
        assertThat(onlyEntry().id()).isEqualTo(linkId(77).toString());
    }

    @Test
    void anAttemptThatBrokeOffBeforeItSentAnythingIsReportedWithoutALookAndItsKeyIsFree() {
        crashed(Optional.empty());

        var report = finishAt(NOW.plus(LEASE).plusMillis(1));

        assertThat(report).isEqualTo(new Report(0, 1, List.of()));
        assertThat(onlyEntry().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.CALLER));
        assertThat(desk.looks()).isZero();
        assertThat(tickets.run(REQUEST)).isInstanceOf(Opened.class);
    }

    @Test
    void whatWasSentAndNeverArrivedIsReportedWhenItHasSettled() {
        crashed(Optional.of(NOW.plus(SETTLING)));

        var early = finishAt(NOW.plus(LEASE).plusMillis(1));
        var late = finishAt(SETTLED);

        assertThat(early).isEqualTo(new Report(0, 0, List.of()));
        assertThat(late).isEqualTo(new Report(0, 1, List.of()));
        assertThat(desk.looks()).isEqualTo(1);
        assertThat(desk.count()).isZero();
    }

    @Test
    void whoIsAtWorkIsLeftAlone() {
        crashed(Optional.empty());

        finishAt(NOW.plus(LEASE));

        assertThat(tickets.logged()).isEmpty();
        assertThat(tickets.claims.leftBehind(SETTLED, 1).await().indefinitely()).hasSize(1);
    }

    @Test
    void aDeskThatShowsNothingIsLookedAtAgainUntilItDoesAndOneEntryTellsIt() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.open(linkId(77), FORM).await().indefinitely();
        desk.hideEverything();

        var blind = finishAt(SETTLED);
        var entry = onlyEntry();
        desk.recover();
        var seen = finishAt(SETTLED.plusSeconds(61));

        assertThat(blind.unsure())
                .singleElement()
                .satisfies(failure -> assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR));
        assertThat(entry.result()).isEqualTo(Result.FAILED);
        assertThat(seen).isEqualTo(new Report(1, 0, List.of()));
        assertThat(onlyEntry().result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void theLongerADeskFailsTheRarerItIsLookedAt() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.failLooks(TicketFixtures.answered());

        for (var minute = 0; minute < 120; minute++) {
            finishAt(SETTLED.plus(Duration.ofMinutes(minute)));
        }

        assertThat(desk.looks()).isEqualTo(7);
        assertThat(tickets.logged()).hasSize(1);
    }

    @Test
    void aDeskThatIsDownNeedsNobody() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.failLooks(TicketFixtures.answered());

        var report = finishAt(SETTLED);

        assertThat(report.unsure())
                .singleElement()
                .satisfies(failure -> assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.NOBODY));
    }

    @Test
    void behindAClosedConnectionNothingIsDecided() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.open(linkId(77), FORM).await().indefinitely();
        desks.close(CONNECTION, Connection.State.DISABLED);

        var closed = finishAt(SETTLED);
        desks.with(desk, Map.of());
        var open = finishAt(SETTLED.plusSeconds(61));

        assertThat(closed.unsure()).hasSize(1);
        assertThat(open.finished()).isEqualTo(1);
    }

    @Test
    void whatARemovedConnectionLeftIsGivenUpWithAnEntry() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desks.forget(CONNECTION);

        var report = finishAt(SETTLED);

        assertThat(report).isEqualTo(new Report(0, 1, List.of()));
        assertThat(onlyEntry().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR));
        assertThat(finishAt(SETTLED.plus(Duration.ofDays(1)))).isEqualTo(new Report(0, 0, List.of()));
    }

    @Test
    void aRunThatCouldNotStoreTheLinkIsMadeUpForByTheNext() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        desk.open(linkId(77), FORM).await().indefinitely();
        tickets.links.goDown();
        assertThatThrownBy(() -> finishAt(SETTLED)).isInstanceOf(RuntimeException.class);
        tickets.links.comeBack();

        var report = finishAt(SETTLED.plus(LEASE).plusMillis(1));

        assertThat(report).isEqualTo(new Report(1, 0, List.of()));
        assertThat(onlyEntry().result()).isEqualTo(Result.SUCCESS);
    }

    private Report finishAt(Instant instant) {
        tickets.itIs(instant);
        return finish.run().await().indefinitely();
    }

    private Activity onlyEntry() {
        assertThat(tickets.logged()).hasSize(1);
        return tickets.logged().getFirst();
    }

    private void crashed(Optional<Instant> settles) {
        var key = RequestKey.of(REQUEST, CONNECTION);
        var attempt = new Attempt("crashed", link(77));
        tickets.claims.claim(key, attempt, NOW).await().indefinitely();
        settles.ifPresent(
                end -> tickets.claims.announceWrite(key, attempt, end).await().indefinitely());
    }
}
