package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryLinking.MEMBER;
import static io.nowbridge.ticket.InMemoryLinking.TICKET;
import static io.nowbridge.ticket.InMemoryLinking.ticket;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.MANAGER;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.access.Requester;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.ListTickets.Outcome;
import io.nowbridge.ticket.UnknownState.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListTicketsTest {

    private static final PageRequest ALL = new PageRequest(100, Optional.empty());
    private static final TicketRef REF = new TicketRef(CONNECTION, "incident", TICKET.id());
    private static final AnomalyId OTHER = AnomalyId.ofDefaultSource("457");
    private static final ConnectionId SECOND = new ConnectionId("second");

    private final InMemoryLinking linking = new InMemoryLinking();

    @Test
    void aTicketIsShownAsItIsNowAndRememberedSo() {
        given(link(1), TICKET);
        linking.desk.search().has(inState("Resolved", "6"), "");

        var listed = ofAnomaly(MANAGER);

        assertThat(listed).singleElement().satisfies(ticket -> {
            assertThat(ticket.unknown()).isEmpty();
            assertThat(ticket.seen().ticket().state()).isEqualTo("Resolved");
            assertThat(ticket.seen().assignedTo()).contains("Beth Anglin");
            assertThat(ticket.seen().seenAt()).isEqualTo(NOW);
        });
        assertThat(linking.seen.find(REF).await().indefinitely().orElseThrow().ticket())
                .isEqualTo(inState("Resolved", "6"));
    }

    @Test
    void whatPeopleWroteIsShownAsItWasLastRead() {
        given(link(1), TICKET);
        var note = new TicketNote("j1", "beth", false, "On it.", false, NOW);
        linking.seen
                .keep(new SeenTicket(
                        REF,
                        TICKET,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(note),
                        false,
                        NOW.minusSeconds(9)))
                .await()
                .indefinitely();

        assertThat(ofAnomaly(MANAGER).getFirst().seen().notes()).containsExactly(note);
        assertThat(ofAnomaly(MANAGER).getFirst().seen().notes()).containsExactly(note);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whereTheDeskFailsTheReasonStandsBesideTheLastKnownState(ConnectedSystemException failure, Reason reason) {
        given(link(1), TICKET);
        ofAnomaly(MANAGER);
        linking.desk.search().fail(failure);

        var listed = ofAnomaly(MANAGER).getFirst();

        assertThat(listed.unknown().map(UnknownState::reason)).contains(reason);
        assertThat(listed.unknown().orElseThrow().failure().cause()).isEqualTo("m");
        assertThat(listed.seen().ticket().state()).isEqualTo("New");
    }

    static Stream<Arguments> failures() {
        var report = new Report("m", "Do.", Effect.NONE);
        return Stream.of(
                Arguments.of(new Unauthorized(report, new IOException()), Reason.CREDENTIALS),
                Arguments.of(new Forbidden(report, new IOException()), Reason.RIGHTS),
                Arguments.of(new Unintelligible(report, new IOException()), Reason.UNREACHABLE));
    }

    @Test
    void aDeletedTicketIsSaidToBeAndRememberedSo() {
        given(link(1), TICKET);
        linking.desk.search().lose(TICKET);

        var listed = ofAnomaly(MANAGER).getFirst();

        assertThat(listed.unknown().map(UnknownState::reason)).contains(Reason.DELETED);
        assertThat(linking.seen.find(REF).await().indefinitely().orElseThrow().gone())
                .isTrue();
    }

    @Test
    void aTicketThatMayBeHiddenIsNotSaidToBeDeleted() {
        given(link(1), TICKET);
        linking.desk.search().hide(TICKET);

        assertThat(ofAnomaly(MANAGER).getFirst().unknown().map(UnknownState::reason))
                .contains(Reason.RIGHTS);
        assertThat(linking.seen.find(REF).await().indefinitely()).isEmpty();
    }

    @Test
    void overAClosedOrRemovedConnectionALinkIsHistory() {
        given(link(1), TICKET);
        linking.desks.close(CONNECTION, State.NOT_CONNECTED);
        var closed = ofAnomaly(MANAGER).getFirst();
        linking.desks.forget(CONNECTION);
        var removed = ofAnomaly(MANAGER).getFirst();

        assertThat(closed.unknown().map(UnknownState::reason)).contains(Reason.CLOSED);
        assertThat(closed.unknown().orElseThrow().failure().cause()).contains("Not connected");
        assertThat(removed.unknown().map(UnknownState::reason)).contains(Reason.CLOSED);
    }

    @Test
    void aSystemThatDoesNotAnswerKeepsNobodyWaitingAndSpoilsNoOthers() {
        var second = new FakeTicketDesk(SECOND);
        second.search().has(ticket("INC0000099"), "");
        linking.desks.with(second, Map.of());
        given(link(1), TICKET);
        given(new Link(linkId(2), ANOMALY.id(), SECOND, "maria", NOW), ticket("INC0000099"));
        linking.desk.search().fallSilent();

        var listed = ofAnomaly(MANAGER);

        assertThat(listed)
                .extracting(ticket -> ticket.unknown().map(UnknownState::reason))
                .containsExactly(Optional.of(Reason.UNREACHABLE), Optional.empty());
    }

    @Test
    void aHundredTicketsOfAConnectionAreOneLook() {
        IntStream.rangeClosed(1, 100).forEach(number -> {
            linking.desk.search().has(ticket("INC" + number), "");
            given(link(number), ticket("INC" + number));
        });

        var listed = ofAnomaly(MANAGER);

        assertThat(listed)
                .hasSize(100)
                .allSatisfy(ticket -> assertThat(ticket.unknown()).isEmpty());
        assertThat(linking.desk.search().calls()).isEqualTo(1);
    }

    @Test
    void nothingLinkedIsNothingLookedAt() {
        assertThat(ofAnomaly(MANAGER)).isEmpty();
        assertThat(linking.desk.search().calls()).isZero();
    }

    @Test
    void whoLacksTheRightIsToldWhich() {
        var outcome =
                linking.listTickets().ofAnomaly(MEMBER, OTHER, ALL).await().indefinitely();

        assertThat(outcome).isEqualTo(new Outcome.NotAllowed("the right Reporter on the anomaly's datastore"));
    }

    @Test
    void aTicketShowsAManagerAllItsAnomaliesAndAMemberThoseThatHeMaySee() {
        given(link(1), TICKET);
        given(new Link(linkId(2), OTHER, CONNECTION, "maria", NOW), TICKET);

        assertThat(links(linking.listTickets()
                        .ofTicket(MANAGER, REF, ALL)
                        .await()
                        .indefinitely()))
                .containsExactly(linkId(1), linkId(2));
        assertThat(links(
                        linking.listTickets().ofTicket(MEMBER, REF, ALL).await().indefinitely()))
                .containsExactly(linkId(1));
    }

    @Test
    void allLinksOverAConnectionAreForWhoeverManages() {
        given(link(1), TICKET);
        var listTickets = linking.listTickets();

        assertThat(links(listTickets
                        .ofConnection(MANAGER, CONNECTION, ALL)
                        .await()
                        .indefinitely()))
                .containsExactly(linkId(1));
        assertThat(listTickets.ofConnection(MEMBER, CONNECTION, ALL).await().indefinitely())
                .isEqualTo(new Outcome.NotAllowed("the role Manager or Admin"));
    }

    private void given(Link link, Ticket ticket) {
        linking.links.link(link, ticket).await().indefinitely();
    }

    private List<ListedTicket> ofAnomaly(Requester requester) {
        var outcome = linking.listTickets()
                .ofAnomaly(requester, ANOMALY.id(), ALL)
                .await()
                .indefinitely();
        return ((Outcome.Listed) outcome).page().items();
    }

    private static List<LinkId> links(Outcome outcome) {
        return ((Outcome.Listed) outcome)
                .page().items().stream().map(listed -> listed.link().id()).toList();
    }

    private static Ticket inState(String state, String code) {
        return new Ticket(
                TICKET.id(),
                TICKET.table(),
                TICKET.number(),
                TICKET.shortDescription(),
                state,
                code,
                TICKET.priority(),
                URI.create(TICKET.url().toString()));
    }
}
