package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static io.nowbridge.local.servicenow.Planted.SERVICE_USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record is after it was created or changed. */
class TableWriteTest {

    private static final String BARE = "?sysparm_exclude_reference_link=true";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aNewIncidentIsNumberedPlacedAndFilledIn() {
        var answer = INSTANCE.post("/api/now/v2/table/incident" + BARE, "{\"short_description\":\"Printer on fire\"}");

        var incident = answer.result();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .hasValue(INSTANCE.uri() + "/api/now/v2/table/incident/" + incident.getString("sys_id"));
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
                .containsEntry("opened_by", SERVICE_USER_ID)
                .containsEntry("opened_at", "2026-02-01 12:00:00")
                .containsEntry("sys_created_by", "svc_nowbridge")
                .containsEntry("sys_class_name", "incident")
                .containsEntry("sys_domain", "global")
                .containsEntry("sys_mod_count", "0");
    }

    @Test
    void singleQuotedPseudoJsonIsUnderstood() {
        var answer = INSTANCE.post(INCIDENT, "{'short_description':'it''s lenient','urgency':1}".replace("''", "\\'"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.result().getString("short_description")).isEqualTo("it's lenient");
        assertThat(answer.result().getString("urgency")).isEqualTo("1");
    }

    @Test
    void unknownFieldsAreIgnored() {
        var answer = INSTANCE.create(new JsonObject().put("bunk_field", "x"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.result().getMap()).doesNotContainKey("bunk_field");
    }

    @Test
    void textIsCutAtTheColumnsLength() {
        var answer = INSTANCE.create(new JsonObject().put("short_description", "x".repeat(200)));

        assertThat(answer.result().getString("short_description")).hasSize(160);
    }

    @Test
    void aDanglingReferenceIsStoredAsItIs() {
        var answer = INSTANCE.create(new JsonObject().put("caller_id", "no value"));

        assertThat(answer.result().getJsonObject("caller_id"))
                .isEqualTo(new JsonObject()
                        .put("link", INSTANCE.uri() + "/api/now/table/sys_user/no value")
                        .put("value", "no value"));
    }

    @Test
    void aNestedObjectIsStringifiedAndCut() {
        var link = new JsonObject()
                .put("link", "https://instance.service-now.com/api")
                .put("value", "x");

        var answer = INSTANCE.create(new JsonObject().put("caller_id", link));

        assertThat(answer.result().getJsonObject("caller_id").getString("value"))
                .isEqualTo("{link=https://instance.service-n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void aChangeTouchesOnlyWhatItNamesAndIsCounted(String method) {
        INSTANCE.pass(Duration.ofMinutes(5));

        var answer = INSTANCE.call(method, NETWORK_SHARES)
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
        var answer = INSTANCE.patch(NETWORK_SHARES, "{\"category\":\"network\"}");

        assertThat(answer.result().getString("sys_mod_count")).isEqualTo("0");
        assertThat(answer.result().getString("sys_updated_by")).isEqualTo("beth.anglin");
    }

    @Test
    void systemFieldsCanBeLeftToAnImport() {
        var answer = INSTANCE.post(
                INCIDENT + "?sysparm_suppress_auto_sys_field=true", "{\"sys_updated_on\":\"2020-01-01 00:00:00\"}");

        assertThat(answer.result().getString("sys_updated_on")).isEqualTo("2020-01-01 00:00:00");
    }

    @Test
    void ofSeveralRecordsOnlyTheFirstCounts() {
        INSTANCE.post(INCIDENT, "[{\"short_description\":\"one\"},{\"short_description\":\"two\"}]");

        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=ORDERBYDESCnumber&sysparm_limit=2")
                        .all("short_description"))
                .containsExactly("one", "Revenue dashboard shows yesterday's figures");
    }
}
