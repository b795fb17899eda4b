package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketSearch;
import io.nowbridge.ticket.TicketSearch.Described;
import io.nowbridge.ticket.TicketSearch.Sight;
import io.nowbridge.ticket.TicketSearch.Wanted;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of tickets at the stand-in. */
@QuarkusTest
class ServiceNowTicketSearchTest {

    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final String SHARES = "9d385017c611228701d22104cc95c371";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    private final TicketSearch search = new ServiceNowTicketDesk(PROD, instance.client()).search();

    @ParameterizedTest
    @ValueSource(strings = {"INC0000002", " inc0000002", SHARES})
    void aTicketIsFoundByItsNumberAndItsSysId(String reference) {
        var found = itemOf(search.named(reference));

        assertThat(found).singleElement().satisfies(described -> {
            assertThat(described.ticket().id()).isEqualTo(SHARES);
            assertThat(described.ticket().table()).isEqualTo("incident");
            assertThat(described.ticket().state()).isEqualTo("On Hold");
            assertThat(described.ticket().stateCode()).isEqualTo("3");
            assertThat(described.ticket().priority()).isEqualTo("2 - High");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nav_to.do?uri=incident.do%3Fsys_id%3D" + SHARES,
                "/now/sow/record/incident/" + SHARES,
                "/task.do?sys_id=" + SHARES,
                "/incident.do?sysparm_query=number=INC0000002"
            })
    void aTicketIsFoundByTheAddressOfItsPage(String page) {
        var found = itemOf(search.named(instance.address() + page));

        assertThat(found).extracting(described -> described.ticket().number()).containsExactly("INC0000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "change_request", "sc_task"})
    void aNumberTellsItsTable(String table) {
        var number =
                instance.create(table, "{'short_description':'Totals are off'}").getString("number");

        var found = itemOf(search.named(number));

        assertThat(found).extracting(described -> described.ticket().table()).containsExactly(table);
        assertThat(instance.received())
                .filteredOn(call -> call.startsWith("GET "))
                .containsExactly("GET /api/now/table/" + table);
    }

    @Test
    void aNumberOfAnotherKindOfTaskIsFoundAmongAll() {
        var number = instance.create("sc_request", "{'short_description':'A laptop'}")
                .getString("number");

        var found = itemOf(search.named(number));

        assertThat(found).extracting(described -> described.ticket().table()).containsExactly("sc_request");
    }

    @Test
    void aDescriptionComesAsItIsStored() {
        var sysId = instance.create("incident", "{'description':'  Zeile 1\\n\\n<b>Zeile</b> 2 \\n'}")
                .getString("sys_id");

        assertThat(itemOf(search.named(sysId)))
                .extracting(Described::description)
                .containsExactly("  Zeile 1\n\n<b>Zeile</b> 2 \n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INC9999999",
                "00000000000000000000000000000000",
                "https://evil.example/incident.do?sys_id=" + SHARES,
                "INC0000002^ORactive=true",
                "x^NQactive=true",
                "javascript:gs.getUserID()"
            })
    void whatNamesNoTicketFindsNone(String reference) {
        assertThat(itemOf(search.named(reference))).isEmpty();
    }

    @Test
    void theAddressOfARecordThatIsNoTaskFindsNone() {
        var user = instance.address() + "/sys_user.do?sys_id=5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";

        assertThat(itemOf(search.named(user))).isEmpty();
        assertThat(instance.received()).noneMatch(call -> call.contains("sys_user"));
    }

    @Test
    void wordsAreFoundInAllTablesThoseThatChangedLastFirst() {
        instance.create("problem", "{'short_description':'Network drops packets'}");

        var found = itemOf(search.find(wanted("network", "", ""), 10));

        assertThat(found)
                .extracting(Ticket::shortDescription)
                .startsWith("Network drops packets")
                .contains("Network file shares access issue");
    }

    @Test
    void noMoreAreFoundThanWereAskedFor() {
        assertThat(itemOf(search.find(wanted("INC00000", "", ""), 2))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"3", "On Hold", "on hold"})
    void aStateIsFoundByItsCodeAndItsName(String state) {
        var found = itemOf(search.find(wanted("", state, "incident"), 10));

        assertThat(found).extracting(Ticket::number).containsExactly("INC0000002");
    }

    @Test
    void whereChoicesMayNotBeReadTheUsualNamesStillServe() {
        instance.settings("{'unreadableTables':['sys_choice']}");

        var found = itemOf(search.find(wanted("", "On Hold", "incident"), 10));

        assertThat(found).extracting(Ticket::number).containsExactly("INC0000002");
    }

    @Test
    void aStateThatThereIsNotFindsNothing() {
        assertThat(itemOf(search.find(wanted("", "Nowhere", ""), 10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz^ORactive=true", "zzz^NQactive=true", "javascript:gs.getUserID()", "zzz^ORDERBYnumber"})
    void wordsMeanThemselvesAndNothingElse(String text) {
        assertThat(itemOf(search.find(wanted(text, "", ""), 10))).isEmpty();
    }

    @Test
    void aTableThatMayNotBeReadAddsNothing() {
        forbid("problem");

        assertThat(itemOf(search.find(wanted("INC0000002", "", ""), 10))).hasSize(1);
    }

    @Test
    void whereNoTableMayBeReadTheSearchSaysSo() {
        forbid("");

        assertThat(failureOf(search.find(wanted("INC0000002", "", ""), 10))).isInstanceOf(Forbidden.class);
    }

    @Test
    void anInstanceThatSleepsIsNotTakenForEmpty() {
        instance.fault("{'fault':'html','times':0,'match':{'path':'/api/now/table/problem'}}");

        assertThat(failureOf(search.find(wanted("INC0000002", "", ""), 10))).isInstanceOf(Unintelligible.class);
    }

    @Test
    void ticketsAreSeenAsTheyAre() {
        instance.change(
                "incident",
                SHARES,
                "{'assigned_to':'46d44a23a9fe19810012d100cca80666','state':'6','close_code':'Solution provided',"
                        + "'close_notes':'The vendor fixed it'}");

        var sights = itemOf(search.see(List.of(ref(SHARES))));

        assertThat(sights.get(ref(SHARES))).isInstanceOfSatisfying(Sight.There.class, there -> {
            assertThat(there.ticket().state()).isEqualTo("Resolved");
            assertThat(there.assignedTo()).contains("Beth Anglin");
            assertThat(there.resolution()).contains("The vendor fixed it");
            assertThat(there.changedAt()).contains(TestedInstance.now());
        });
    }

    @Test
    void aTicketWithoutAPersonIsAssignedToItsGroup() {
        instance.change("incident", SHARES, "{'assigned_to':'','assignment_group':'287ebd7da9fe198100f92cc8d1d2154e'}");

        var sights = itemOf(search.see(List.of(ref(SHARES))));

        assertThat(sights.get(ref(SHARES)))
                .isInstanceOfSatisfying(
                        Sight.There.class,
                        there -> assertThat(there.assignedTo()).contains("Network"));
    }

    @Test
    void aDeletedTicketIsGone() {
        instance.delete("incident", SHARES);

        assertThat(itemOf(search.see(List.of(ref(SHARES))))).isEqualTo(Map.of(ref(SHARES), new Sight.Gone()));
    }

    @Test
    void aTicketThatIsHiddenIsNotTakenForGone() {
        instance.settings("{'unreadableRows':{'incident':'number=INC0000002'}}");

        assertThat(itemOf(search.see(List.of(ref(SHARES))))).isEqualTo(Map.of(ref(SHARES), new Sight.Hidden()));
    }

    @Test
    void whoeverMayReadNoTicketsLosesNone() {
        instance.settings("{'unreadableTables':['incident']}");

        assertThat(itemOf(search.see(List.of(ref(SHARES))))).isEqualTo(Map.of(ref(SHARES), new Sight.Hidden()));
    }

    @Test
    void ticketsOfSeveralTablesAreSeenTogether() {
        var problem = new TicketRef(
                PROD,
                "problem",
                instance.create("problem", "{'short_description':'Totals are off'}")
                        .getString("sys_id"));

        assertThat(itemOf(search.see(List.of(ref(SHARES), problem, problem))))
                .containsOnlyKeys(ref(SHARES), problem)
                .allSatisfy((ref, sight) -> assertThat(sight).isInstanceOf(Sight.There.class));
    }

    @Test
    void ticketsOfManyTablesAreAskedForAtOnce() {
        var refs = everyTable();
        var before = instance.received().size();

        var sights = itemOf(search.see(refs));

        assertThat(instance.received()).hasSize(before + 1);
        assertThat(sights.values())
                .extracting(sight -> ((Sight.There) sight).ticket().state())
                .containsExactlyInAnyOrder("On Hold", "New", "New", "Open");
    }

    @Test
    void whoeverMayNotReadAllTasksIsShownTheTicketsAllTheSame() {
        var refs = everyTable();
        forbid("task");

        assertThat(itemOf(search.see(refs)).values())
                .hasSize(4)
                .allSatisfy(sight -> assertThat(sight).isInstanceOf(Sight.There.class));
    }

    private List<TicketRef> everyTable() {
        return Stream.concat(
                        Stream.of(ref(SHARES)),
                        Stream.of("problem", "change_request", "sc_task")
                                .map(table -> new TicketRef(
                                        PROD,
                                        table,
                                        instance.create(table, "{'short_description':'Totals are off'}")
                                                .getString("sys_id"))))
                .toList();
    }

    @Test
    void anInstanceThatIsDownSaysSo() {
        instance.fault("{'fault':'status','status':503,'times':0}");

        assertThat(failureOf(search.see(List.of(ref(SHARES))))).isInstanceOf(Unavailable.class);
    }

    private void forbid(String table) {
        instance.fault(
                "{'fault':'status','status':403,'times':0,'body':{'error':{'message':'Insufficient rights to query"
                        + " records','detail':''}},'match':{'path':'/api/now/table/" + table + "'}}");
    }

    private static Wanted wanted(String text, String state, String table) {
        return new Wanted(given(text), given(state), given(table));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(any -> !any.isEmpty());
    }

    private static TicketRef ref(String sysId) {
        return new TicketRef(PROD, "incident", sysId);
    }

    private static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }

    private static ConnectedSystemException failureOf(Uni<?> call) {
        return catchThrowableOfType(ConnectedSystemException.class, () -> itemOf(call));
    }
}
