package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.FORM;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.REQUEST;
import static io.nowbridge.ticket.TicketFixtures.form;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static io.nowbridge.ticket.TicketFixtures.request;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.CreateTicket.Outcome.AlreadyOpen;
import io.nowbridge.ticket.CreateTicket.Outcome.InProgress;
import io.nowbridge.ticket.CreateTicket.Outcome.KeyReused;
import io.nowbridge.ticket.CreateTicket.Outcome.Opened;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CreateTicketTest {

    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SETTLING = Duration.ofSeconds(65);

    private final FakeTicketDesk desk = new FakeTicketDesk();
    private final InMemoryTicketClaims claims = new InMemoryTicketClaims(LEASE, DAY, DAY);
    private final InMemoryTicketLinks links = new InMemoryTicketLinks();
    private final InMemoryActivityLog log = new InMemoryActivityLog();
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = NOW;
    private final CreateTicket createTicket = new CreateTicket(
            desk,
            claims,
            links,
            log,
            () -> linkId(ids.incrementAndGet()),
            () -> now,
            new CreateTicket.Patience(2, Duration.ofMillis(1), SETTLING));

    @Test
    void aRequestOpensATicketAndLinksIt() {
        var outcome = run(REQUEST);

        var link = link(1);
        assertThat(outcome).isEqualTo(new Opened(new LinkedTicket(link, ticket("INC0000001"), List.of())));
        assertThat(links.all()).containsOnlyKeys(link);
    }

    @Test
    void theTicketTellsTheAnomalysContext() {
        run(REQUEST);

        assertThat(desk.lastForm().description())
                .startsWith("See the orders of today.")
                .contains("Anomaly ID: 456", "Status: Active", "Failed checks: Total Amount Check (99)");
    }

    @Test
    void aRepeatedRequestFindsTheFirstTicket() {
        var first = (Opened) run(REQUEST);

        var second = run(REQUEST);

        assertThat(second).isEqualTo(new AlreadyOpen(first.answer()));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aRequestIsForgottenADayAfterItWasServed() {
        run(REQUEST);
        now = NOW.plus(DAY);

        var outcome = run(REQUEST);

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(2);
    }

    @Test
    void anotherContentIsAnotherRequest() {
        run(REQUEST);

        var outcome = run(request(form("Something else")));

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(2);
    }

    @Test
    void aKeyThatComesBackWithAnotherContentIsRefused() {
        run(request(FORM, "key-1"));

        var outcome = run(request(form("Something else"), "key-1"));

        assertThat(outcome).isEqualTo(new KeyReused());
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void twoKeysWithOneContentAreTwoRequests() {
        run(request(FORM, "key-1"));

        var outcome = run(request(FORM, "key-2"));

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(2);
    }

    @Test
    void whileTheFirstIsUnderWayARepeatIsToldSo() {
        claims.claim(RequestKey.of(REQUEST, CONNECTION), new Attempt("another", link(77)), NOW)
                .await()
                .indefinitely();

        var outcome = run(REQUEST);

        assertThat(outcome).isEqualTo(new InProgress());
        assertThat(desk.count()).isZero();
    }

    @Test
    void aRefusalLeavesTheKeyFreeForTheCorrectedRequest() {
        desk.failNextOpen(
                new Rejected(
                        new Report("Opening an incident answered 400", "Correct it.", Effect.NONE), new IOException()),
                false);

        assertThatThrownBy(() -> run(request(FORM, "key-1"))).isInstanceOf(Rejected.class);
        var outcome = run(request(form("Corrected"), "key-1"));

        assertThat(outcome).isInstanceOf(Opened.class);
    }

    @Test
    void anUnfitFormWritesNothingAndLeavesTheKeyFree() {
        var misfit = new Misfit("assignmentGroup", "No active group has the sys_id or name Netwrok");
        desk.findUnfit(misfit);

        var outcome = run(request(FORM, "key-1"));

        assertThat(outcome).isEqualTo(new Outcome.Unfit(List.of(misfit)));
        assertThat(desk.count()).isZero();
        assertThat(claims.claim(
                                RequestKey.of(request(form("Corrected"), "key-1"), CONNECTION),
                                new Attempt("next", link(9)),
                                NOW)
                        .await()
                        .indefinitely())
                .isEqualTo(new TicketClaims.Claim.Granted(link(9)));
    }

    @Test
    void aMemberIsNotAllowedWhileTheDatastoreIsUnknown() {
        var member = new Requester("mo", Set.of(Role.MEMBER), Set.of("data-eng"));

        var outcome = run(new TicketRequest(member, ANOMALY, FORM, Optional.empty(), Optional.empty()));

        assertThat(outcome).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(desk.count()).isZero();
    }

    @Test
    void anUnknownConnectionIsNamed() {
        var elsewhere = Optional.of(new ConnectionId("elsewhere"));

        var outcome = run(new TicketRequest(TicketFixtures.MANAGER, ANOMALY, FORM, elsewhere, Optional.empty()));

        assertThat(outcome).isEqualTo(new Outcome.NoSuchConnection(List.of(CONNECTION)));
    }

    @Test
    void aFirstRequestLooksForNothing() {
        run(REQUEST);

        assertThat(desk.looks()).isZero();
    }

    @Test
    void successIsLoggedOnceHoweverOftenTheRequestIsRepeated() {
        run(REQUEST);
        run(REQUEST);

        assertThat(log.entries()).extracting(Activity::result).containsExactly(Result.SUCCESS);
        assertThat(log.entries().getFirst().subjects())
                .containsEntry("ticket", "INC0000001")
                .containsEntry("anomaly", "456");
    }

    @Test
    void aFailureIsLoggedWithWhoCanFixItAndHow() {
        desk.failNextOpen(outage(), false);

        assertThatThrownBy(() -> run(REQUEST)).isInstanceOf(Unavailable.class);

        var entry = log.entries().getFirst();
        assertThat(entry.result()).isEqualTo(Result.FAILED);
        assertThat(entry.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
            assertThat(failure.resolution()).isEqualTo("Wait.");
        });
    }

    private Outcome run(TicketRequest request) {
        return createTicket.run(request).await().indefinitely();
    }

    private static ConnectedSystemException outage() {
        return new Unavailable(
                new Report("Opening an incident got no answer", "Wait.", Effect.POSSIBLE),
                Duration.ofSeconds(3),
                new IOException("reset"));
    }
}
