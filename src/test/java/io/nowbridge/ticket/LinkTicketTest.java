package io.nowbridge.ticket;

import static io.nowbridge.ticket.InMemoryLinking.DESCRIPTION;
import static io.nowbridge.ticket.InMemoryLinking.MEMBER;
import static io.nowbridge.ticket.InMemoryLinking.TICKET;
import static io.nowbridge.ticket.InMemoryLinking.request;
import static io.nowbridge.ticket.InMemoryLinking.untouched;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.LinkTicket.Outcome;
import io.nowbridge.ticket.LinkTicket.Outcome.AlreadyLinked;
import io.nowbridge.ticket.LinkTicket.Outcome.InProgress;
import io.nowbridge.ticket.LinkTicket.Outcome.Linked;
import io.nowbridge.ticket.LinkTicket.Outcome.Unfit;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTicketTest {

    private static final Anomaly OTHER = Anomaly.of(AnomalyId.ofDefaultSource("457"));

    private final InMemoryLinking linking = new InMemoryLinking();

    @ParameterizedTest
    @ValueSource(strings = {"INC0000042", "id-of-INC0000042", "https://desk.example/INC0000042"})
    void aTicketIsLinkedByItsNumberItsIdOrItsAddress(String reference) {
        var outcome = linking.run(request(reference));

        assertThat(outcome).isEqualTo(new Linked(new LinkedTicket(link(1), TICKET, List.of())));
        assertThat(linking.links.all()).containsOnlyKeys(link(1));
    }

    @Test
    void theAnomalysDetailsStandBelowWhatWasThereWhichStaysByteForByte() {
        linking.run(request("INC0000042"));

        assertThat(linking.description()).startsWith(DESCRIPTION + "\n\n--- Qualytics anomaly linked");
        assertThat(linking.description().substring(DESCRIPTION.length() + 2)).matches("""
                        --- Qualytics anomaly linked \\[2026-01-05 09:00:00 UTC] ---
                        Anomaly ID: 456
                        Type: record
                        Status: Active
                        Weight: 12
                        Detected: 2026-01-05 08:59:00 UTC
                        Datastore: Production DB
                        Container: orders
                        Fields: total_amount
                        Failed checks: Total Amount Check \\(99\\)
                        View: https://anomalies.example/456
                        Message: Value out of expected range
                        Reference: \\[nb:[0-9a-f]{12}]""");
    }

    @Test
    void aNoteSaysWhichAnomalyInWhichStatusWhen() {
        linking.run(request("INC0000042"));

        assertThat(linking.notes())
                .singleElement()
                .asString()
                .matches("\\[2026-01-05 09:00:00 UTC] Qualytics Anomaly Linked: 456, Status: Active"
                        + " \\[nb:[0-9a-f]{12}]");
    }

    @Test
    void bothAreOneWriteUnderTheConnectionsNameForThePlatform() {
        linking.desks.with(linking.desk, Map.of("platformName", "Watchdog"));

        linking.run(request("INC0000042"));

        assertThat(linking.desk.writing().attempts()).isEqualTo(1);
        assertThat(linking.description()).contains("--- Watchdog anomaly linked");
        assertThat(linking.notes()).singleElement().asString().contains("Watchdog Anomaly Linked");
    }

    @Test
    void anEmptyDescriptionBecomesTheDetails() {
        linking.desk.search().has(TICKET, "");

        linking.run(request("INC0000042"));

        assertThat(linking.description()).startsWith("--- Qualytics anomaly linked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INC0000042", "id-of-INC0000042", "https://desk.example/INC0000042"})
    void theSameTwoAreLinkedOnceHoweverTheTicketIsNamed(String reference) {
        var first = (Linked) linking.run(request("INC0000042"));

        var second = linking.run(request(reference));

        assertThat(second).isEqualTo(new AlreadyLinked(first.answer()));
        assertThat(linking.desk.writing().attempts()).isEqualTo(1);
        assertThat(linking.links.all()).hasSize(1);
    }

    @Test
    void whatWasOpenedForTheAnomalyIsLinkedAlready() {
        linking.links.link(link(7), TICKET).await().indefinitely();

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isEqualTo(new AlreadyLinked(new LinkedTicket(link(7), TICKET, List.of())));
        assertThat(linking.desk.writing().attempts()).isZero();
    }

    @Test
    void manyAnomaliesOfATicketAreToldEachOnItsOwn() {
        linking.run(request("INC0000042"));

        linking.run(request(OTHER, "INC0000042"));

        assertThat(linking.description()).startsWith(DESCRIPTION).contains("Anomaly ID: 456", "Anomaly ID: 457");
        assertThat(linking.links.all()).hasSize(2);
        assertThat(linking.notes()).hasSize(2);
    }

    @Test
    void anAnomalyCanBeLinkedAgainAfterItWasUnlinkedWithoutTellingTheTicketTwice() {
        linking.run(request("INC0000042"));
        var told = linking.description();
        linking.unlinkTicket()
                .run(TicketFixtures.MANAGER, ANOMALY.id(), link(1).id())
                .await()
                .indefinitely();

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(Linked.class);
        assertThat(linking.description()).isEqualTo(told);
        assertThat(linking.links.all()).hasSize(1);
    }

    @Test
    void detailsThatFindNoRoomAreInTheNoteWithAWarning() {
        var full = "x".repeat(3_900);
        linking.desk.search().has(TICKET, full);

        var outcome = (Linked) linking.run(request("INC0000042"));

        assertThat(linking.description()).isEqualTo(full);
        assertThat(linking.notes())
                .singleElement()
                .asString()
                .contains("--- Qualytics anomaly linked", "Anomaly ID: 456")
                .endsWith("]");
        assertThat(outcome.answer().warnings()).extracting(Warning::field).containsExactly("description");
    }

    @Test
    void aTicketThatIsToStayUntouchedIsLinkedAndNothingMore() {
        var outcome = linking.run(untouched("INC0000042"));

        assertThat(outcome).isInstanceOf(Linked.class);
        assertThat(linking.description()).isEqualTo(DESCRIPTION);
        assertThat(linking.desk.writing().attempts()).isZero();
    }

    @Test
    void theConnectionDecidesWhatTheRequestLeavesOpen() {
        linking.desks.with(linking.desk, Map.of("linksLeaveUntouched", "true"));

        linking.run(request("INC0000042"));

        assertThat(linking.desk.writing().attempts()).isZero();
    }

    @Test
    void aReferenceThatNamesNothingIsRefusedNamingIt() {
        var outcome = linking.run(request("INC0000043"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> assertThat(unfit.misfits()).singleElement().satisfies(misfit -> {
                            assertThat(misfit.field()).isEqualTo("ticket");
                            assertThat(misfit.message()).endsWith("INC0000043");
                        }));
        assertThat(linking.links.all()).isEmpty();
    }

    @Test
    void aReferenceThatNamesSeveralIsRefusedNamingThem() {
        var twin = new Ticket(
                "twin",
                "problem",
                TICKET.number(),
                "Twin",
                "New",
                "1",
                "4 - Low",
                URI.create("https://desk.example/twin"));
        linking.desk.search().has(twin, "");

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> assertThat(unfit.misfits().getFirst().message())
                                .contains("https://desk.example/twin", "https://desk.example/INC0000042"));
    }

    @Test
    void aTicketThatIsDeletedBeforeTheWriteIsNoLink() {
        linking.desk.writing().beforeWriting(() -> linking.desk.search().lose(TICKET));

        var outcome = linking.run(request("INC0000042"));

        assertThat(outcome).isInstanceOf(Unfit.class);
        assertThat(linking.links.all()).isEmpty();
    }

    @Test
    void whoLacksTheRightIsToldWhichAndNothingIsLookedFor() {
        var outcome = linking.run(new LinkRequest(MEMBER, ANOMALY, "INC0000042", Optional.empty(), Optional.empty()));

        assertThat(outcome).isEqualTo(new Outcome.NotAllowed("the right Author on the anomaly's datastore"));
        assertThat(linking.desk.search().calls()).isZero();
    }

    @Test
    void anUnknownConnectionIsNamedAndAClosedOneIsSaidToBe() {
        var elsewhere = new LinkRequest(
                TicketFixtures.MANAGER,
                ANOMALY,
                "INC0000042",
                Optional.of(new ConnectionId("elsewhere")),
                Optional.empty());

        assertThat(linking.run(elsewhere)).isEqualTo(new Outcome.NoSuchConnection(List.of(CONNECTION)));
        linking.desks.close(CONNECTION, State.DISABLED);
        assertThat(linking.run(request("INC0000042")))
                .isEqualTo(new Outcome.ConnectionClosed(CONNECTION, State.DISABLED));
    }

    @Test
    void whileTheTicketIsBeingChangedForAnotherAnomalyTheRequestIsToldToWait() {
        var ref = new TicketRef(CONNECTION, TICKET.table(), TICKET.id());
        linking.claims
                .claim(RequestKey.turnAt(ref), new Attempt("another", link(77)), NOW)
                .await()
                .indefinitely();

        assertThat(linking.run(request("INC0000042"))).isEqualTo(new InProgress());
        assertThat(linking.desk.writing().attempts()).isZero();
    }

    @Test
    void whatPeopleAndOtherLinksAddedIsKept() {
        var others = DESCRIPTION + "\n\nAdded by a person.";
        linking.desk.search().has(TICKET, others);

        linking.run(request(OTHER, "INC0000042"));
        linking.run(request("INC0000042"));

        assertThat(linking.description()).startsWith(others).contains("Anomaly ID: 456", "Anomaly ID: 457");
    }

    @Test
    void aLinkIsLoggedOnce() {
        linking.run(request("INC0000042"));
        linking.run(request("INC0000042"));

        assertThat(linking.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo(Operation.LINK);
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.subjects())
                    .containsEntry("ticket", "INC0000042")
                    .containsEntry("anomaly", "456")
                    .containsEntry("source", "default");
        });
    }

    @Test
    void aLinkThatCameToNothingIsLoggedUnderItsTicketsNumber() {
        linking.desk.writing().failNext(TicketFixtures.answered(), false);

        assertThatThrownBy(() -> linking.run(request("INC0000042"))).isInstanceOf(Unavailable.class);

        assertThat(linking.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.subjects()).containsEntry("ticket", "INC0000042");
        });
    }

    @Test
    void aRefusalAndAFailureAreLoggedWithWhoCanFixThem() {
        linking.run(request("INC0000043"));
        linking.desk.search().fail(TicketFixtures.answered());
        assertThatThrownBy(() -> linking.run(request("INC0000042"))).isInstanceOf(Unavailable.class);

        assertThat(linking.logged()).extracting(Activity::result).containsExactly(Result.FAILED, Result.FAILED);
        assertThat(linking.logged())
                .extracting(entry -> entry.failures().getFirst().whoCanFix())
                .containsExactly(WhoCanFix.CALLER, WhoCanFix.NOBODY);
    }
}
