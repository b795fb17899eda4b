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

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.ticket.FinishTickets.Report;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of attempts to link a ticket that broke off, though nobody asks again. */
class FinishLinksTest {

    private static final TicketRef REF = new TicketRef(CONNECTION, TICKET.table(), TICKET.id());
    private static final Instant SETTLED = NOW.plus(SETTLING).plusMillis(1);

    private final InMemoryLinking linking = new InMemoryLinking();
    private final AtomicInteger ids = new AtomicInteger(1_000);
    private final FinishTickets finish = new FinishTickets(
            linking.desks,
            linking.claims,
            linking.links,
            linking.log,
            () -> linkId(ids.incrementAndGet()),
            linking::now,
            50);

    @Test
    void aTicketThatWasToldIsLinkedAndItsTurnIsFree() {
        told();
        crashed(Optional.of(NOW.plus(SETTLING)));

        var report = finishAt(SETTLED);

        assertThat(report).isEqualTo(new Report(1, 0, List.of()));
        assertThat(linking.links.all()).containsOnlyKeys(link(77));
        assertThat(linking.notes()).hasSize(1);
        assertThat(entryOf77().result()).isEqualTo(Result.SUCCESS);
        assertThat(leftAfterADay()).isEmpty();
    }

    @Test
    void aTicketThatWasToldInANoteOnlyIsLinked() {
        linking.desk.search().has(TICKET, "x".repeat(3_900));
        told();
        crashed(Optional.of(NOW.plus(SETTLING)));

        assertThat(finishAt(SETTLED).finished()).isEqualTo(1);
    }

    @Test
    void aTicketThatWasNotToldIsNotLinkedAndWhoAskedIsToldSo() {
        crashed(Optional.of(NOW.plus(SETTLING)));

        var report = finishAt(SETTLED);

        assertThat(report).isEqualTo(new Report(0, 1, List.of()));
        assertThat(linking.links.all()).isEmpty();
        assertThat(linking.notes()).isEmpty();
        assertThat(entryOf77().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.CALLER));
        assertThat(leftAfterADay()).isEmpty();
    }

    @Test
    void aTurnThatEndedBeforeAnythingWasSentIsReported() {
        crashed(Optional.empty());

        assertThat(finishAt(NOW.plus(LEASE).plusMillis(1))).isEqualTo(new Report(0, 1, List.of()));
    }

    @Test
    void aLinkThatACrashLeftUnloggedIsLogged() {
        linking.links.link(link(77), TICKET).await().indefinitely();
        crashed(Optional.empty());

        finishAt(NOW.plus(LEASE).plusMillis(1));

        assertThat(entryOf77().result()).isEqualTo(Result.SUCCESS);
        assertThat(linking.links.all()).containsOnlyKeys(link(77));
    }

    @Test
    void whatAnotherRequestHasLinkedGetsNoSecondLinkAndNoEntry() {
        linking.links.link(link(5), TICKET).await().indefinitely();
        crashed(Optional.of(NOW.plus(SETTLING)));

        finishAt(SETTLED);

        assertThat(linking.links.all()).containsOnlyKeys(link(5));
        assertThat(linking.logged()).isEmpty();
        assertThat(leftAfterADay()).isEmpty();
    }

    @Test
    void whereTheJournalMayNotBeReadNothingIsDecided() {
        linking.desk.search().has(TICKET, "x".repeat(3_900));
        told();
        crashed(Optional.of(NOW.plus(SETTLING)));
        linking.desk.writing().hideJournals();

        var blind = finishAt(SETTLED);
        linking.desk.writing().recover();
        var seen = finishAt(SETTLED.plusSeconds(61));

        assertThat(blind.unsure()).hasSize(1);
        assertThat(seen.finished()).isEqualTo(1);
    }

    @Test
    void aTicketThatIsGoneIsReported() {
        crashed(Optional.of(NOW.plus(SETTLING)));
        linking.desk.search().lose(TICKET);

        assertThat(finishAt(SETTLED)).isEqualTo(new Report(0, 1, List.of()));
    }

    private void told() {
        linking.run(request("INC0000042"));
        linking.links.all().clear();
    }

    private void crashed(Optional<Instant> settles) {
        var key = RequestKey.turnAt(REF);
        var attempt = new Attempt("crashed", link(77));
        linking.claims.claim(key, attempt, NOW).await().indefinitely();
        settles.ifPresent(
                end -> linking.claims.announceWrite(key, attempt, end).await().indefinitely());
    }

    private Report finishAt(Instant instant) {
        linking.itIs(instant);
        return finish.run().await().indefinitely();
    }

    private Activity entryOf77() {
        return linking.logged().stream()
                .filter(entry -> entry.id().equals(linkId(77).toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<TicketClaims.Left> leftAfterADay() {
        return linking.claims
                .leftBehind(NOW.plus(Duration.ofDays(1)), 10)
                .await()
                .indefinitely();
    }
}
