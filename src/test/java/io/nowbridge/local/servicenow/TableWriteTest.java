package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.servicenow.RunningInstance.Incoming;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriteTest {

    private static final String INCIDENT = "/api/now/table/incident";
    private static final String CHANGE = "/api/now/table/change_request/46e3e949a9fe19810069b824ba2c761a";
    private static final String NETWORK_SHARES = INCIDENT + "/9d385017c611228701d22104cc95c371";
    private static final String BARE = "?sysparm_exclude_reference_link=true";
    private static final String KEY = "AAAABBBBCCCCDDDDEEEEFFFF00001111";
    private static final String SERVICE_USER = "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";

    private static RunningInstance instance;

    @BeforeAll
    static void start() {
        instance = new RunningInstance();
    }

    @BeforeEach
    void reset() {
        instance.reset();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void aNewIncidentIsNumberedPlacedAndFilledIn() {
        var answer = instance.post("/api/now/v2/table/incident" + BARE, "{\"short_description\":\"Printer on fire\"}");

        var incident = answer.result();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .hasValue(instance.uri() + "/api/now/v2/table/incident/" + incident.getString("sys_id"));
        assertThat(incident.getMap())
                .containsEntry("number", "INC0010001")
                .containsEntry("short_description", "Printer on fire")
                .containsEntry("state", "1")
                .containsEntry("incident_state", "1")
                .containsEntry("impact", "3")
                .containsEntry("urgency", "3")
                .containsEntry("priority", "5")
                .containsEntry("category", "inquiry")
                .containsEntry("active", "true")
                .containsEntry("approval", "not requested")
                .containsEntry("caller_id", "")
                .containsEntry("opened_by", SERVICE_USER)
                .containsEntry("opened_at", "2026-02-01 12:00:00")
                .containsEntry("sys_created_by", "svc_nowbridge")
                .containsEntry("sys_class_name", "incident")
                .containsEntry("sys_domain", "global")
                .containsEntry("sys_mod_count", "0");
    }

    @Test
    void singleQuotedPseudoJsonIsUnderstood() {
        var answer = instance.post(INCIDENT, "{'short_description':'it''s lenient','urgency':1}".replace("''", "\\'"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.result().getString("short_description")).isEqualTo("it's lenient");
        assertThat(answer.result().getString("urgency")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,1", "1,2,2", "1,3,3",
        "2,1,2", "2,2,3", "2,3,4",
        "3,1,3", "3,2,4", "3,3,5",
    })
    void priorityFollowsFromImpactAndUrgencyWhateverWasSent(String impact, String urgency, String priority) {
        var answer = create(new JsonObject()
                .put("impact", impact)
                .put("urgency", urgency)
                .put("priority", "1".equals(priority) ? "5" : "1"));

        assertThat(answer.result().getString("priority")).isEqualTo(priority);
    }

    @Test
    void aClientMayChooseTheKeyOnce() {
        var first = create(new JsonObject().put("sys_id", KEY));
        var second = create(new JsonObject().put("sys_id", KEY).put("short_description", "again"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.result().getString("sys_id")).isEqualTo(KEY);
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.json().getJsonObject("error").getString("message")).isEqualTo("Operation Failed");
        assertThat(second.json().getJsonObject("error").getString("detail"))
                .matches("Error during insert of incident \\(INC\\d{7}\\)");
        assertThat(instance.get(INCIDENT + "?sysparm_query=sys_id=" + KEY).all("short_description"))
                .containsExactly("");
    }

    @Test
    void ofManyCreatesWithOneKeyInParallelOneSucceeds() throws Exception {
        var create = (Callable<Integer>)
                () -> create(new JsonObject().put("sys_id", KEY)).status();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = threads
                    .invokeAll(Stream.generate(() -> create).limit(20).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(statuses).hasSize(20).containsOnlyOnce(201).containsOnly(201, 403);
        }
        assertThat(instance.get(INCIDENT).header("X-Total-Count")).hasValue("6");
    }

    @Test
    void unknownFieldsAreIgnored() {
        var answer = create(new JsonObject().put("bunk_field", "x"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.result().getMap()).doesNotContainKey("bunk_field");
    }

    @Test
    void textIsCutAtTheColumnsLength() {
        var answer = create(new JsonObject().put("short_description", "x".repeat(200)));

        assertThat(answer.result().getString("short_description")).hasSize(160);
    }

    @Test
    void anUnknownChoiceIsDiscardedForTheDefaultOrTheCurrentValue() {
        var created = create(new JsonObject().put("category", "cooking").put("contact_type", "telepathy"));
        var patched = instance.patch(NETWORK_SHARES, "{\"category\":\"cooking\"}");

        assertThat(created.result().getString("category")).isEqualTo("inquiry");
        assertThat(created.result().getString("contact_type")).isEmpty();
        assertThat(patched.result().getString("category")).isEqualTo("network");
    }

    @Test
    void anUnknownChoiceIsStoredWhereThePropertyAllowsIt() {
        instance.settings("{\"properties\":{\"glide.rest.choice.allow_non_existing_value\":\"true\"}}");

        assertThat(create(new JsonObject().put("category", "cooking")).result().getString("category"))
                .isEqualTo("cooking");
    }

    @Test
    void anEmptyValueClearsAFieldButNotAChoiceThatAlwaysHasOne() {
        var answer = instance.patch(NETWORK_SHARES, "{'assigned_to':'','hold_reason':'','impact':''}");

        assertThat(answer.result().getMap())
                .containsEntry("assigned_to", "")
                .containsEntry("hold_reason", "")
                .containsEntry("impact", "1");
    }

    @Test
    void aKeyCannotBeChangedEvenByAnImport() {
        instance.patch(NETWORK_SHARES + "?sysparm_suppress_auto_sys_field=true", "{\"sys_id\":\"" + KEY + "\"}");

        assertThat(instance.get(INCIDENT + "/" + KEY).status()).isEqualTo(404);
        assertThat(instance.get(NETWORK_SHARES).status()).isEqualTo(200);
    }

    @Test
    void oneKeyIsForOneTaskOfAnyKind() {
        create(new JsonObject().put("sys_id", KEY));

        assertThat(instance.post("/api/now/table/problem", "{\"sys_id\":\"" + KEY + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDanglingReferenceIsStoredAsItIs() {
        var answer = create(new JsonObject().put("caller_id", "no value"));

        assertThat(answer.result().getJsonObject("caller_id"))
                .isEqualTo(new JsonObject()
                        .put("link", instance.uri() + "/api/now/table/sys_user/no value")
                        .put("value", "no value"));
    }

    @Test
    void aNestedObjectIsStringifiedAndCut() {
        var link = new JsonObject()
                .put("link", "https://instance.service-now.com/api")
                .put("value", "x");

        var answer = create(new JsonObject().put("caller_id", link));

        assertThat(answer.result().getJsonObject("caller_id").getString("value"))
                .isEqualTo("{link=https://instance.service-n");
    }

    @Test
    void displayValuesAreTranslatedWhenAskedTo() {
        var answer = instance.post(
                INCIDENT + BARE + "&sysparm_input_display_value=true",
                "{'caller_id':'Abel Tuter','assignment_group':'Network','impact':'1 - High','state':'In Progress'}");

        assertThat(answer.result().getMap())
                .containsEntry("caller_id", "62826bf03710200044e0bfc8bcbe5df1")
                .containsEntry("assignment_group", "287ebd7da9fe198100f92cc8d1d2154e")
                .containsEntry("impact", "1")
                .containsEntry("state", "2");
    }

    @Test
    void displayedTimesAreReadInTheCallersZone() {
        var body = "{'due_date':'2026-02-02 08:00:00'}";
        var shown = instance.call("POST", INCIDENT + "?sysparm_input_display_value=true")
                .asAdmin()
                .body(body)
                .send();
        var raw = instance.call("POST", INCIDENT).asAdmin().body(body).send();

        assertThat(shown.result().getString("due_date")).isEqualTo("2026-02-02 16:00:00");
        assertThat(raw.result().getString("due_date")).isEqualTo("2026-02-02 08:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void aChangeTouchesOnlyWhatItNamesAndIsCounted(String method) {
        instance.pass(Duration.ofMinutes(5));

        var answer = instance.call(method, NETWORK_SHARES)
                .body("{\"short_description\":\"Shares are slow\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getMap())
                .containsEntry("short_description", "Shares are slow")
                .containsEntry("category", "network")
                .containsEntry("sys_mod_count", "1")
                .containsEntry("sys_updated_by", "svc_nowbridge")
                .containsEntry("sys_updated_on", "2026-02-01 12:05:00");
    }

    @Test
    void aChangeThatChangesNothingLeavesNoTrace() {
        var answer = instance.patch(NETWORK_SHARES, "{\"category\":\"network\"}");

        assertThat(answer.result().getString("sys_mod_count")).isEqualTo("0");
        assertThat(answer.result().getString("sys_updated_by")).isEqualTo("beth.anglin");
    }

    @Test
    void systemFieldsCannotBeWritten() {
        var answer = instance.patch(NETWORK_SHARES, "{\"sys_created_by\":\"mallory\",\"sys_id\":\"" + KEY + "\"}");

        assertThat(answer.result().getString("sys_created_by")).isEqualTo("admin");
        assertThat(instance.get(INCIDENT + "/" + KEY).status()).isEqualTo(404);
    }

    @Test
    void systemFieldsCanBeLeftToAnImport() {
        var answer = instance.post(
                INCIDENT + "?sysparm_suppress_auto_sys_field=true", "{\"sys_updated_on\":\"2020-01-01 00:00:00\"}");

        assertThat(answer.result().getString("sys_updated_on")).isEqualTo("2020-01-01 00:00:00");
    }

    @Test
    void aNoteReadsAsEmptyAndIsKeptInTheJournal() {
        instance.pass(Duration.ofSeconds(90));
        var answer = instance.patch(NETWORK_SHARES, "{\"work_notes\":\"Looked at it.\"}");

        assertThat(answer.result().getString("work_notes")).isEmpty();
        assertThat(answer.result().getString("comments_and_work_notes")).isEmpty();
        assertThat(answer.result().getString("sys_mod_count")).isEqualTo("1");
        assertThat(answer.result().getString("sys_updated_on")).isEqualTo("2026-02-01 12:01:30");
        var entries = instance.get("/api/now/table/sys_journal_field?sysparm_query=element_id="
                        + "9d385017c611228701d22104cc95c371^element=work_notes^ORDERBYDESCsys_created_on"
                                .replace("^", "%5E"))
                .results();
        assertThat(entries.getJsonObject(0).getMap())
                .containsEntry("value", "Looked at it.")
                .containsEntry("name", "incident")
                .containsEntry("sys_created_by", "svc_nowbridge")
                .containsEntry("sys_created_on", "2026-02-01 12:01:30");
    }

    @Test
    void shownNotesAreTheWholeHistoryNewestFirst() {
        instance.patch(NETWORK_SHARES, "{\"work_notes\":\"Second\\n\\nwith a gap\"}");
        instance.patch(NETWORK_SHARES, "{\"comments\":\"To the caller\"}");

        var shown = instance.get(NETWORK_SHARES + "?sysparm_display_value=all").result();

        var notes = "2026-02-01 12:00:00 - Nowbridge Integration (Work notes)\nSecond\n\nwith a gap\n\n"
                + "2026-01-16 09:10:00 - Beth Anglin (Work notes)\nTicket opened with the vendor.\n\n";
        var comments = "2026-02-01 12:00:00 - Nowbridge Integration (Additional comments)\nTo the caller\n\n";
        assertThat(shown.getJsonObject("work_notes"))
                .isEqualTo(new JsonObject().put("display_value", notes).put("value", ""));
        assertThat(shown.getJsonObject("comments").getString("display_value")).isEqualTo(comments);
        assertThat(shown.getJsonObject("comments_and_work_notes").getString("display_value"))
                .isEqualTo(comments + notes);
    }

    @Test
    void resolvingNeedsACodeAndNotes() {
        var bare = instance.patch(NETWORK_SHARES, "{\"state\":\"6\"}");
        var complete = instance.patch(
                NETWORK_SHARES + BARE, "{'state':'6','close_code':'Solution provided','close_notes':'Rebooted'}");

        assertThat(bare.status()).isEqualTo(403);
        assertThat(bare.json().getJsonObject("error").getString("detail"))
                .isEqualTo("Data Policy Exception: The following fields are mandatory: "
                        + "Resolution code, Resolution notes");
        assertThat(complete.result().getMap())
                .containsEntry("incident_state", "6")
                .containsEntry("active", "true")
                .containsEntry("hold_reason", "")
                .containsEntry("resolved_at", "2026-02-01 12:00:00")
                .containsEntry("resolved_by", SERVICE_USER);
    }

    @Test
    void withoutTheDataPolicyResolvingNeedsNothing() {
        instance.settings("{\"dataPolicyOnResolve\":false}");

        assertThat(instance.patch(NETWORK_SHARES, "{\"state\":\"6\"}").status()).isEqualTo(200);
    }

    @Test
    void closingEndsAnIncidentAndReopeningIsCounted() {
        instance.settings("{\"dataPolicyOnResolve\":false}");
        instance.patch(NETWORK_SHARES, "{\"state\":\"6\"}");
        var reopened = instance.patch(NETWORK_SHARES + BARE, "{\"incident_state\":\"2\"}");
        var closed = instance.patch(NETWORK_SHARES + BARE, "{\"state\":\"7\"}");

        assertThat(reopened.result().getMap())
                .containsEntry("state", "2")
                .containsEntry("reopen_count", "1")
                .containsEntry("reopened_by", SERVICE_USER);
        assertThat(closed.result().getMap())
                .containsEntry("active", "false")
                .containsEntry("closed_by", SERVICE_USER)
                .containsEntry("closed_at", "2026-02-01 12:00:00");
    }

    @Test
    void aChangeMovesOneStateAtATime() {
        var skipping = instance.patch(CHANGE, "{\"state\":\"-1\"}");
        var next = instance.patch(CHANGE, "{\"state\":\"-4\"}");

        assertThat(skipping.status()).isEqualTo(403);
        assertThat(skipping.json().getJsonObject("error").getString("detail"))
                .matches("Operation against file 'change_request' was aborted by Business Rule "
                        + "'Change Model: Check State Transition\\^[0-9a-f]{32}'. "
                        + "Business Rule Stack:Change Model: Check State Transition");
        assertThat(next.result().getString("state")).isEqualTo("-4");
    }

    @Test
    void aBusinessRuleOfTheAdministratorAborts() {
        instance.post(
                "/api/now/table/sys_script",
                "{'name':'No eicar','collection':'incident','action_insert':true,'abort_action':true,"
                        + "'filter_condition':'short_descriptionLIKEEICAR^EQ'}");

        assertThat(create(new JsonObject().put("short_description", "an EICAR test"))
                        .status())
                .isEqualTo(403);
        assertThat(create(new JsonObject().put("short_description", "harmless")).status())
                .isEqualTo(201);
    }

    @Test
    void aDeletedRecordIsGoneWithItsNotes() {
        var answer = instance.call("DELETE", NETWORK_SHARES).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.bytes()).isEmpty();
        assertThat(instance.get(NETWORK_SHARES).status()).isEqualTo(404);
        assertThat(instance.call("DELETE", NETWORK_SHARES).send().status()).isEqualTo(404);
        assertThat(instance.get("/api/now/table/sys_journal_field?element_id=9d385017c611228701d22104cc95c371")
                        .results())
                .isEmpty();
    }

    @Test
    void aDeleteNeedsNoContentType() {
        var answer = instance.new Outgoing("DELETE", NETWORK_SHARES)
                .as("svc_nowbridge", "nowbridge")
                .header("Accept", "application/json")
                .send();

        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"POST, 201", "PATCH, 204"})
    void theBodyOfAWriteCanBeSuppressed(String method, int status) {
        var answer = instance.call(method, method.equals("POST") ? INCIDENT : NETWORK_SHARES)
                .header("X-no-response-body", "true")
                .body("{\"short_description\":\"quiet\"}")
                .send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void theMethodCanBeOverridden() {
        var answer = instance.call("POST", NETWORK_SHARES)
                .header("X-HTTP-Method-Override", "PATCH")
                .body("{\"short_description\":\"overridden\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("short_description")).isEqualTo("overridden");
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/json;charset=UTF-8, 201"})
    void aRecordMustComeAsJson(String contentType, int status) {
        assertThat(instance.call("POST", INCIDENT)
                        .header("Content-Type", contentType)
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aRecordWithoutContentTypeIsBad() {
        var answer = instance.new Outgoing("POST", INCIDENT)
                .as("svc_nowbridge", "nowbridge")
                .header("Accept", "application/json")
                .body("{}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"short_description\":", "nonsense", "[1,2]", "\"text\""})
    void whatIsNotJsonIsAnExceptionWhileReading(String body) {
        var answer = instance.post(INCIDENT, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonObject("error").getString("message"))
                .isEqualTo("Exception while reading request");
    }

    @Test
    void ofSeveralRecordsOnlyTheFirstCounts() {
        instance.post(INCIDENT, "[{\"short_description\":\"one\"},{\"short_description\":\"two\"}]");

        assertThat(instance.get(INCIDENT + "?sysparm_query=ORDERBYDESCnumber&sysparm_limit=2")
                        .all("short_description"))
                .containsExactly("one", "Revenue dashboard shows yesterday's figures");
    }

    @Test
    void aTooLargeBodyIsRejected() {
        var answer = instance.post(INCIDENT, "{\"description\":\"" + "x".repeat(11_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonObject("error").getString("detail"))
                .isEqualTo("Rejected large REST payload with content-length = 11000018 bytes. "
                        + "Max allowed: 10485760 bytes.");
    }

    @ParameterizedTest
    @CsvSource({"PATCH, " + INCIDENT, "DELETE, " + INCIDENT, "POST, " + INCIDENT + "/x"})
    void aMethodThatMeansNothingHereIsNotAllowed(String method, String path) {
        assertThat(instance.call(method, path).body("{}").send().status()).isEqualTo(405);
    }

    private static Incoming create(JsonObject incident) {
        return instance.post(INCIDENT, incident.encode());
    }
}
