package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryTickets.DAY;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.FORM;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.REQUEST;
import static io.nowbridge.ticket.TicketFixtures.form;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.request;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
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
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateTicketTest {

    private static final Requester MEMBER = new Requester("mo", Set.of(Role.MEMBER), Set.of("data-eng"));
    private static final Anomaly.Datastore SALES = new Anomaly.Datastore("sales", Optional.of("Sales"));

    private final InMemoryTickets tickets = new InMemoryTickets();
    private final FakeTicketDesk desk = tickets.desk();

    @Test
    void aRequestOpensATicketAndLinksIt() {
        var outcome = tickets.run(REQUEST);

        var link = link(1);
        assertThat(outcome).isEqualTo(new Opened(new LinkedTicket(link, ticket("INC0000001"), List.of())));
        assertThat(tickets.links.all()).containsOnlyKeys(link);
    }

    @Test
    void theTicketTellsTheAnomalysContext() {
        tickets.run(REQUEST);

        assertThat(desk.lastForm().description())
                .startsWith("See the orders of today.")
                .contains("Anomaly ID: 456", "Status: Active", "Failed checks: Total Amount Check (99)");
    }

    @Test
    void theConnectionsSettingsFillWhatTheRequestLeavesOut() {
        desk.settings(Map.of("default.category", "database", "descriptionTemplate", "{words} ({anomaly.id})"));

        tickets.run(REQUEST);

        assertThat(desk.lastForm().category()).contains("database");
        assertThat(desk.lastForm().description()).isEqualTo("See the orders of today. (456)");
    }

    @Test
    void settingsThatChangeInBetweenMakeNoOtherRequest() {
        tickets.run(REQUEST);
        desk.settings(Map.of("default.category", "database"));

        assertThat(tickets.run(REQUEST)).isInstanceOf(AlreadyOpen.class);
    }

    @Test
    void aRepeatedRequestFindsTheFirstTicket() {
        var first = (Opened) tickets.run(REQUEST);

        var second = tickets.run(REQUEST);

        assertThat(second).isEqualTo(new AlreadyOpen(first.answer()));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void aRequestIsForgottenADayAfterItWasServed() {
        tickets.run(REQUEST);
        tickets.itIs(NOW.plus(DAY));

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(2);
    }

    @Test
    void anotherContentIsAnotherRequest() {
        tickets.run(REQUEST);

        var outcome = tickets.run(request(form("Something else")));

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(2);
    }

    @Test
    void aKeyThatComesBackWithAnotherContentIsRefused() {
        tickets.run(request(FORM, "key-1"));

        var outcome = tickets.run(request(form("Something else"), "key-1"));

        assertThat(outcome).isEqualTo(new KeyReused());
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void twoKeysWithOneContentAreTwoRequests() {
        tickets.run(request(FORM, "key-1"));

        var outcome = tickets.run(request(FORM, "key-2"));

        assertThat(outcome).isInstanceOf(Opened.class);
        assertThat(desk.count()).isEqualTo(2);
    }

    @Test
    void whileTheFirstIsUnderWayARepeatIsToldSo() {
        tickets.claims
                .claim(RequestKey.of(REQUEST, CONNECTION), new Attempt("another", link(77)), NOW)
                .await()
                .indefinitely();

        var outcome = tickets.run(REQUEST);

        assertThat(outcome).isEqualTo(new InProgress());
        assertThat(desk.count()).isZero();
    }

    @Test
    void aRefusalLeavesTheKeyFreeForTheCorrectedRequest() {
        desk.failNextOpen(
                new Rejected(
                        new Report("Opening an incident answered 400", "Correct it.", Effect.NONE), new IOException()),
                false);

        assertThatThrownBy(() -> tickets.run(request(FORM, "key-1"))).isInstanceOf(Rejected.class);
        var outcome = tickets.run(request(form("Corrected"), "key-1"));

        assertThat(outcome).isInstanceOf(Opened.class);
    }

    @Test
    void anUnfitFormWritesNothingAndLeavesTheKeyFree() {
        var misfit = new Misfit("assignmentGroup", "No active group has the sys_id or name Netwrok");
        desk.findUnfit(misfit);

        var outcome = tickets.run(request(FORM, "key-1"));

        assertThat(outcome).isEqualTo(new Outcome.Unfit(List.of(misfit)));
        assertThat(desk.count()).isZero();
        assertThat(tickets.claims
                        .claim(
                                RequestKey.of(request(form("Corrected"), "key-1"), CONNECTION),
                                new Attempt("next", link(9)),
                                NOW)
                        .await()
                        .indefinitely())
                .isEqualTo(new TicketClaims.Claim.Granted(link(9)));
    }

    @Test
    void aMemberIsNotAllowedWhileTheDatastoreIsUnknown() {
        var outcome = tickets.run(by(MEMBER));

        assertThat(outcome).isEqualTo(new Outcome.NotAllowed("the right Reporter on the anomaly's datastore"));
        assertThat(desk.count()).isZero();
    }

    @Test
    void aMemberWhoseTeamMayReportOpensATicket() {
        tickets.allow("data-eng", TeamRight.REPORTER, ANOMALY.id(), SALES);

        assertThat(tickets.run(by(MEMBER))).isInstanceOf(Opened.class);
    }

    @Test
    void theDatastoreThatAMemberClaimsGivesNoRight() {
        var claimed = ANOMALY.datastore().orElseThrow();
        tickets.allow("data-eng", TeamRight.EDITOR, AnomalyId.ofDefaultSource("another"), claimed);
        tickets.allow("ops", TeamRight.EDITOR, ANOMALY.id(), SALES);

        assertThat(tickets.run(by(MEMBER))).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void whereAMembersTicketGoesAndWhatItSaysIsDecidedByTheKnownDatastore() {
        tickets.allow("data-eng", TeamRight.REPORTER, ANOMALY.id(), SALES);

        tickets.run(by(MEMBER));

        assertThat(desk.askedFor()).contains("sales");
        assertThat(desk.lastForm().description()).contains("Datastore: Sales").doesNotContain("Production DB");
    }

    @Test
    void aManagersWordOnTheDatastoreIsTaken() {
        tickets.run(REQUEST);

        assertThat(desk.askedFor()).contains("1");
    }

    @Test
    void anUnknownConnectionIsNamed() {
        var elsewhere = Optional.of(new ConnectionId("elsewhere"));

        var outcome =
                tickets.run(new TicketRequest(TicketFixtures.MANAGER, ANOMALY, FORM, elsewhere, Optional.empty()));

        assertThat(outcome).isEqualTo(new Outcome.NoSuchConnection(List.of(CONNECTION)));
    }

    @Test
    void whatActsByItselfOpensOneTicketUnderANameThoughTheWordsHaveChanged() {
        var first = (Opened) await(tickets.createTicket().runOnce("anomaly:456", REQUEST));

        var second = await(tickets.createTicket().runOnce("anomaly:456", request(form("Something else"))));

        assertThat(second).isEqualTo(new AlreadyOpen(first.answer()));
        assertThat(desk.count()).isEqualTo(1);
    }

    @Test
    void noCallersKeyIsMistakenForAName() {
        tickets.run(request(FORM, "anomaly:456"));

        var outcome = await(tickets.createTicket().runOnce("anomaly:456", REQUEST));

        assertThat(outcome).isInstanceOf(Opened.class);
    }

    @Test
    void aFirstRequestLooksForNothing() {
        tickets.run(REQUEST);

        assertThat(desk.looks()).isZero();
    }

    @Test
    void successIsLoggedOnceHoweverOftenTheRequestIsRepeated() {
        tickets.run(REQUEST);
        tickets.run(REQUEST);

        assertThat(tickets.logged()).extracting(Activity::result).containsExactly(Result.SUCCESS);
        assertThat(tickets.logged().getFirst().subjects())
                .containsEntry("ticket", "INC0000001")
                .containsEntry("anomaly", "456")
                .containsEntry("source", "default");
    }

    @Test
    void aFailureIsLoggedWithWhoCanFixItAndHow() {
        desk.failNextOpen(outage(), false);

        assertThatThrownBy(() -> tickets.run(REQUEST)).isInstanceOf(Unavailable.class);

        var entry = tickets.logged().getFirst();
        assertThat(entry.result()).isEqualTo(Result.FAILED);
        assertThat(entry.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
            assertThat(failure.resolution()).isEqualTo("Wait.");
        });
    }

    private static Outcome await(Uni<Outcome> outcome) {
        return outcome.await().indefinitely();
    }

    private static TicketRequest by(Requester requester) {
        return new TicketRequest(requester, ANOMALY, FORM, Optional.empty(), Optional.empty());
    }

    private static ConnectedSystemException outage() {
        return new Unavailable(
                new Report("Opening an incident got no answer", "Wait.", Effect.POSSIBLE),
                Duration.ofSeconds(3),
                new IOException("reset"));
    }
}
