package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers may see and do, and how they learn that they may not. */
class AccessTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void anUnreadableTableIsAnEmptyListAndItsRecordsAreNotFound() {
        INSTANCE.settings("{\"unreadableTables\":[\"sys_choice\",\"incident\"]}");

        var choices = INSTANCE.get("/api/now/table/sys_choice");
        assertThat(choices.status()).isEqualTo(200);
        assertThat(choices.results()).isEmpty();
        assertThat(choices.header("X-Total-Count"))
                .hasValueSatisfying(count -> assertThat(count).isNotEqualTo("0"));
        assertThat(INSTANCE.get(NETWORK_SHARES).status()).isEqualTo(404);
        assertThat(INSTANCE.call("GET", NETWORK_SHARES).asAdmin().send().status())
                .isEqualTo(200);
    }

    @Test
    void hiddenRowsLeaveShortPagesBehind() {
        INSTANCE.settings("{\"unreadableRows\":{\"incident\":\"category=network\"}}");

        var first = INSTANCE.get(INCIDENT + "?sysparm_limit=3&sysparm_query=ORDERBYnumber&sysparm_fields=number");
        var second = INSTANCE.get(
                INCIDENT + "?sysparm_limit=3&sysparm_offset=3&sysparm_query=ORDERBYnumber&sysparm_fields=number");

        assertThat(first.results()).isEmpty();
        assertThat(first.header("X-Total-Count")).hasValue("5");
        assertThat(second.all("number")).containsExactly("INC0000004", "INC0000005");
    }

    @Test
    void unreadableFieldsAreLeftOutOfAnswers() {
        INSTANCE.settings("{\"unreadableFields\":[\"incident.work_notes\",\"task.priority\"]}");

        var incident = INSTANCE.get(NETWORK_SHARES).result();

        assertThat(incident.getMap())
                .doesNotContainKeys("work_notes", "priority")
                .containsKey("impact");
    }

    @Test
    void anUnreadableFieldCannotBeReachedThroughAReference() {
        INSTANCE.settings("{\"unreadableFields\":[\"sys_user.email\"]}");

        var incident = INSTANCE.get(NETWORK_SHARES + "?sysparm_fields=number,caller_id.email")
                .result();

        assertThat(incident.getMap()).containsOnlyKeys("number");
    }

    @Test
    void unwritableFieldsAreDroppedWithoutAWord() {
        INSTANCE.settings("{\"unwritableFields\":[\"incident.assignment_group\"]}");

        var answer = INSTANCE.patch(
                NETWORK_SHARES + "?sysparm_display_value=true",
                "{'short_description':'new','assignment_group':'287ee6fea9fe198100ada7950d0b1b73'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("short_description")).isEqualTo("new");
        assertThat(answer.result().getJsonObject("assignment_group").getString("display_value"))
                .isEqualTo("Network");
    }

    @Test
    void aCreateWhoseReadBackIsDeniedIsDoneAndAnswered403() {
        INSTANCE.settings("{\"readBackDenied\":[\"incident\"]}");

        var answer = INSTANCE.post(INCIDENT, "{\"correlation_id\":\"c-1\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).isEqualTo("ACL Exception Insert Failed due to security constraints");
        assertThat(INSTANCE.get(INCIDENT + "?correlation_id=c-1").results()).hasSize(1);
    }

    @Test
    void aCreateOfAHiddenRowIsDoneAndAnswered403() {
        INSTANCE.settings("{\"unreadableRows\":{\"incident\":\"correlation_id=hidden\"}}");

        assertThat(INSTANCE.post(INCIDENT, "{\"correlation_id\":\"hidden\"}").status())
                .isEqualTo(403);

        var asAdmin = INSTANCE.call("GET", INCIDENT + "?correlation_id=hidden").asAdmin();
        assertThat(asAdmin.send().results()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "createDenied, POST, " + INCIDENT + ", Insert",
        "updateDenied, PATCH, " + NETWORK_SHARES + ", Update",
        "deleteDenied, DELETE, " + NETWORK_SHARES + ", Delete",
    })
    void aDeniedWriteChangesNothing(String setting, String method, String path, String verb) {
        INSTANCE.settings("{\"" + setting + "\":[\"task\"]}");

        var answer = INSTANCE.call(method, path)
                .body("{\"short_description\":\"x\"}")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).isEqualTo("ACL Exception " + verb + " Failed due to security constraints");
        var all = INSTANCE.get(INCIDENT + "?sysparm_fields=short_description").all("short_description");
        assertThat(all).hasSize(5).doesNotContain("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"corelation_id=x", "number=1%5EORbogus=2", "ORDERBYbogus", "nonsense"})
    void queryAclsRefuseABadField(String query) {
        INSTANCE.settings("{\"queryAcl\":true}");

        var answer = INSTANCE.get(INCIDENT + "?sysparm_query=" + query);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).isEqualTo("Insufficient rights to query records");
        assertThat(answer.detail()).isEqualTo("Field(s) present in the query do not have permission to be read");
    }

    @Test
    void queryAclsRefuseAFieldThatMayNotBeRead() {
        INSTANCE.settings("{\"queryAcl\":true,\"unreadableFields\":[\"incident.correlation_id\"]}");

        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=correlation_id=x").status())
                .isEqualTo(403);
        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=number=x").status()).isEqualTo(200);
    }

    @Test
    void aPropertyMakesABadFieldMatchNothing() {
        INSTANCE.settings("{\"properties\":{\"glide.invalid_query.returns_no_rows\":\"true\"}}");

        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=corelation_id=x").results())
                .isEmpty();
        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=active=true").results())
                .hasSize(4);
    }

    @Test
    void anApiCanBeClosed() {
        INSTANCE.settings("{\"apiAcl\":[\"table\"]}");

        var answer = INSTANCE.get(INCIDENT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).isEqualTo("User Not Authorized");
        assertThat(answer.detail()).isEqualTo("Failed API level ACL Validation");
        assertThat(INSTANCE.get("/api/now/attachment").status()).isEqualTo(200);
    }

    @Test
    void settingsAreShownAndAMisspeltOneIsRefused() {
        INSTANCE.settings("{\"queryAcl\":true}");

        assertThat(INSTANCE.get("/__settings").json().getBoolean("queryAcl")).isTrue();
        var misspelt =
                INSTANCE.call("PUT", "/__settings").body("{\"queryAlc\":true}").send();
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(misspelt.body()).contains("queryAlc");
    }

    @Test
    void aResetRestoresRecordsAndSettings() {
        INSTANCE.settings("{\"queryAcl\":true,\"properties\":{\"glide.invalid_query.returns_no_rows\":\"true\"}}");
        INSTANCE.call("DELETE", NETWORK_SHARES).send();

        INSTANCE.reset();

        assertThat(INSTANCE.get(NETWORK_SHARES).status()).isEqualTo(200);
        assertThat(INSTANCE.get(INCIDENT + "?sysparm_query=bogus=1").results()).hasSize(5);
    }
}
