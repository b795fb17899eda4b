package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Drafts.TOTALS;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks, of the incident table for the most part, against recorded answers. */
@QuarkusTest
class TableTasksTest {

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Tasks incidents = instance.client().tasks(TaskTable.INCIDENT);

    @Test
    void anOpenedIncidentIsWhatServiceNowStored() {
        instance.on(TABLE, json(201, "incident.json"));

        var written = itemOf(incidents.open(TOTALS));

        assertThat(written.differences()).isEmpty();
        assertThat(written.record())
                .isEqualTo(new Task(
                        SYS_ID,
                        "INC0010001",
                        "Totals are off",
                        "3 rows of orders",
                        "nb-1",
                        "Nowbridge",
                        new State(TaskTable.INCIDENT, "1"),
                        new Priority("3"),
                        "2",
                        "2",
                        "inquiry",
                        "",
                        "287ebd7da9fe198100f92cc8d1d2154e",
                        "",
                        "6816f79cc0a8016401c5a33be04be441",
                        URI.create(instance.address() + "/nav_to.do?uri=incident.do%3Fsys_id%3D" + SYS_ID)));
    }

    @Test
    void openingSendsOnlyWhatTheDraftHas() {
        instance.on(TABLE, json(201, "incident.json"));

        itemOf(incidents.open(Drafts.withOtherFields(Map.of("u_dataset", "orders"))));

        assertThat(instance.received(TABLE)).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body())
                    .contains("\"sys_id\":\"" + SYS_ID + "\"", "\"u_dataset\":\"orders\"")
                    .doesNotContain("assigned_to", "subcategory", "null");
        });
    }

    @Test
    void everyRequestAsksForRawValuesOfTheColumnsThatAreRead() {
        instance.on(TABLE, json(201, "incident.json"));

        itemOf(incidents.open(Drafts.withOtherFields(Map.of("u_dataset", "orders"))));

        assertThat(instance.received(TABLE)).singleElement().satisfies(request -> {
            assertThat(request.query("sysparm_display_value")).isEqualTo("false");
            assertThat(request.query("sysparm_exclude_reference_link")).isEqualTo("true");
            assertThat(request.query("sysparm_fields").split(",")).contains("sys_id", "number", "u_dataset");
            assertThat(request.header("Accept")).isEqualTo("application/json");
            assertThat(request.header("User-Agent")).isEqualTo("Nowbridge");
        });
    }

    @Test
    void ofEachTableOnlyTheColumnsThatItHasAreSentAndAskedFor() {
        instance.on("/api/now/table/sc_task", json(201, "incident.json"));

        var written = itemOf(instance.client().tasks(TaskTable.CATALOG_TASK).open(TOTALS));

        assertThat(written.differences()).isEmpty();
        assertThat(instance.received("/api/now/table/sc_task")).singleElement().satisfies(request -> {
            assertThat(request.query("sysparm_fields").split(","))
                    .contains("sys_id", "number", "state")
                    .doesNotContain("caller_id", "category", "subcategory");
            assertThat(request.body())
                    .contains("\"impact\":\"2\"")
                    .doesNotContain("caller_id", "category", "subcategory");
        });
    }

    @Test
    void aTaskOfAnotherTableHasThatTablesStatesAndPage() {
        instance.on(
                "/api/now/table/change_request/" + SYS_ID,
                json(Reply.recorded("incident-unknown-state.json").replace("\"27\"", "\"-3\"")));

        var change = itemOf(instance.client().tasks(TaskTable.CHANGE_REQUEST).read(SYS_ID));

        assertThat(change).get().satisfies(task -> {
            assertThat(task.table()).isEqualTo(TaskTable.CHANGE_REQUEST);
            assertThat(task.state().label()).isEqualTo("Authorize");
            assertThat(task.url()).hasQuery("uri=change_request.do?sys_id=" + SYS_ID);
        });
    }

    @Test
    void aFieldThatServiceNowDroppedOrChangedIsReported() {
        instance.on(TABLE, json(201, "incident-other-category.json"));

        var written = itemOf(incidents.open(Drafts.withOtherFields(Map.of("u_dataset", "orders"))));

        assertThat(written.differences())
                .containsExactly(
                        new Difference("category", "inquiry", "software"), new Difference("u_dataset", "orders", ""));
    }

    @Test
    void aStateOfTheInstancesOwnIsShownAsItsNumber() {
        instance.on(RECORD, json(200, "incident-unknown-state.json"));

        var incident = itemOf(incidents.read(SYS_ID));

        assertThat(incident).get().extracting(found -> found.state().label()).isEqualTo("27");
    }

    @Test
    void anIncidentThatIsNotThereIsEmpty() {
        instance.on(RECORD, json(404, "no-record.json"));

        var incident = itemOf(incidents.read(SYS_ID));

        assertThat(incident).isEmpty();
    }

    @Test
    void anUpdateSendsItsChangesAlone() {
        instance.on(RECORD, json(200, "incident.json"));

        var written = itemOf(incidents.update(SYS_ID, Map.of("work_notes", "Seen again")));

        assertThat(written.differences()).isEmpty();
        assertThat(instance.received(RECORD)).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("PATCH");
            assertThat(request.body()).isEqualTo("{\"work_notes\":\"Seen again\"}");
        });
    }

    @Test
    void aColumnThatIsNoNameIsRejectedBeforeItIsSent() {
        var failure = failureOf(incidents.update(SYS_ID, Map.of("state,sys_created_by", "1")));

        assertThat(failure).isInstanceOf(Rejected.class).returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void anIncidentIsFoundByItsNumber() {
        instance.on(TABLE, json(200, "incidents.json"));

        var incident = itemOf(incidents.findByNumber(" inc0010001 "));

        assertThat(incident).get().extracting(Task::number).isEqualTo("INC0010001");
    }

    @Test
    void anIncidentIsFoundByItsCorrelationId() {
        instance.on(TABLE, json(200, "incidents.json"));

        var incident = itemOf(incidents.findByCorrelationId("nb-1"));

        assertThat(incident).get().extracting(Task::sysId).isEqualTo(SYS_ID);
        assertThat(instance.received(TABLE))
                .singleElement()
                .returns("correlation_id=nb-1^ORDERBYsys_created_on", request -> request.query("sysparm_query"));
    }

    @Test
    void anIdInAnotherCaseIsSomebodyElses() {
        instance.on(TABLE, json(200, "incidents-in-another-case.json"));

        var incident = itemOf(incidents.findByCorrelationId("nb-1"));

        assertThat(incident).isEmpty();
    }

    @Test
    void rowsThatBearAnotherIdAreNeitherTakenForItNorForItsAbsence() {
        instance.on(TABLE, json(200, "incidents-of-another.json"));

        var failure = failureOf(incidents.findByCorrelationId("nb-1"));

        assertThat(failure).isInstanceOf(Unintelligible.class);
    }

    @Test
    void aNumberThatNoRowBearsIsNotFound() {
        instance.on(TABLE, json(200, "incidents-of-another.json"));

        var incident = itemOf(incidents.findByNumber("INC0010001"));

        assertThat(incident).isEmpty();
    }

    @Test
    void anIdThatMayNotBeReadIsNotTakenForAbsent() {
        instance.on(TABLE, json(200, "incidents-without-correlation-id.json"));

        var failure = failureOf(incidents.findByCorrelationId("nb-1"));

        assertThat(failure).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "javascript:gs.getUserID()", "nb\n1"})
    void anIdThatNoQueryCanCarryIsRejected(String id) {
        var failure = failureOf(incidents.findByCorrelationId(id));

        assertThat(failure).isInstanceOf(Rejected.class);
    }

    @Test
    void aValueArrivesAsItIsWithItsSeparatorsEscaped() {
        instance.on(TABLE, json(200, "none.json"));

        itemOf(incidents.findByCorrelationId("a^ORactive=true%5ENQb {c} d+e&f=\u00fc"));

        assertThat(instance.received(TABLE))
                .singleElement()
                .returns(
                        "correlation_id=a^^ORactive=true%5ENQb {c} d+e&f=\u00fc^ORDERBYsys_created_on",
                        request -> request.query("sysparm_query"));
    }

    @Test
    void wordsOfAnyAlphabetSurvive() {
        instance.on(RECORD, Reply.json(Reply.recorded("incident.json").replace("Totals are off", "Umsätze fehlen 売上")));

        var incident = itemOf(incidents.read(SYS_ID));

        assertThat(incident).get().extracting(Task::shortDescription).isEqualTo("Umsätze fehlen 売上");
    }
}
