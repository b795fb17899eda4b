package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.servicenow.RunningInstance.Incoming;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String INCIDENT = "/api/now/table/incident";
    private static final String NETWORK_SHARES = INCIDENT + "/9d385017c611228701d22104cc95c371";

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
    void anUnreadableTableIsAnEmptyListAndItsRecordsAreNotFound() {
        instance.settings("{\"unreadableTables\":[\"sys_choice\",\"incident\"]}");

        var choices = instance.get("/api/now/table/sys_choice");
        assertThat(choices.status()).isEqualTo(200);
        assertThat(choices.results()).isEmpty();
        assertThat(choices.header("X-Total-Count"))
                .hasValueSatisfying(count -> assertThat(count).isNotEqualTo("0"));
        assertThat(instance.get(NETWORK_SHARES).status()).isEqualTo(404);
        assertThat(instance.call("GET", NETWORK_SHARES).asAdmin().send().status())
                .isEqualTo(200);
    }

    @Test
    void hiddenRowsLeaveShortPagesBehind() {
        instance.settings("{\"unreadableRows\":{\"incident\":\"category=network\"}}");

        var first = instance.get(INCIDENT + "?sysparm_limit=3&sysparm_query=ORDERBYnumber&sysparm_fields=number");
        var second = instance.get(
                INCIDENT + "?sysparm_limit=3&sysparm_offset=3&sysparm_query=ORDERBYnumber&sysparm_fields=number");

        assertThat(first.results()).isEmpty();
        assertThat(first.header("X-Total-Count")).hasValue("5");
        assertThat(second.all("number")).containsExactly("INC0000004", "INC0000005");
    }

    @Test
    void unreadableFieldsAreLeftOutOfAnswers() {
        instance.settings("{\"unreadableFields\":[\"incident.work_notes\",\"task.priority\"]}");

        var incident = instance.get(NETWORK_SHARES).result();

        assertThat(incident.getMap())
                .doesNotContainKeys("work_notes", "priority")
                .containsKey("impact");
    }

    @Test
    void anUnreadableFieldCannotBeReachedThroughAReference() {
        instance.settings("{\"unreadableFields\":[\"sys_user.email\"]}");

        var incident = instance.get(NETWORK_SHARES + "?sysparm_fields=number,caller_id.email")
                .result();

        assertThat(incident.getMap()).containsOnlyKeys("number");
    }

    @Test
    void unwritableFieldsAreDroppedWithoutAWord() {
        instance.settings("{\"unwritableFields\":[\"incident.assignment_group\"]}");

        var answer = instance.patch(
                NETWORK_SHARES + "?sysparm_display_value=true",
                "{'short_description':'new','assignment_group':'287ee6fea9fe198100ada7950d0b1b73'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("short_description")).isEqualTo("new");
        assertThat(answer.result().getJsonObject("assignment_group").getString("display_value"))
                .isEqualTo("Network");
    }

    @Test
    void aCreateWhoseReadBackIsDeniedIsDoneAndAnswered403() {
        instance.settings("{\"readBackDenied\":[\"incident\"]}");

        var answer = instance.post(INCIDENT, "{\"correlation_id\":\"c-1\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(detail(answer)).isEqualTo("ACL Exception Insert Failed due to security constraints");
        assertThat(instance.get(INCIDENT + "?correlation_id=c-1").results()).hasSize(1);
    }

    @Test
    void aCreateOfAHiddenRowIsDoneAndAnswered403() {
        instance.settings("{\"unreadableRows\":{\"incident\":\"correlation_id=hidden\"}}");

        assertThat(instance.post(INCIDENT, "{\"correlation_id\":\"hidden\"}").status())
                .isEqualTo(403);

        var asAdmin = instance.call("GET", INCIDENT + "?correlation_id=hidden").asAdmin();
        assertThat(asAdmin.send().results()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "createDenied, POST, " + INCIDENT + ", Insert",
        "updateDenied, PATCH, " + NETWORK_SHARES + ", Update",
        "deleteDenied, DELETE, " + NETWORK_SHARES + ", Delete",
    })
    void aDeniedWriteChangesNothing(String setting, String method, String path, String verb) {
        instance.settings("{\"" + setting + "\":[\"task\"]}");

        var answer = instance.call(method, path)
                .body("{\"short_description\":\"x\"}")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(detail(answer)).isEqualTo("ACL Exception " + verb + " Failed due to security constraints");
        var all = instance.get(INCIDENT + "?sysparm_fields=short_description").all("short_description");
        assertThat(all).hasSize(5).doesNotContain("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"corelation_id=x", "number=1%5EORbogus=2", "ORDERBYbogus", "nonsense"})
    void queryAclsRefuseABadField(String query) {
        instance.settings("{\"queryAcl\":true}");

        var answer = instance.get(INCIDENT + "?sysparm_query=" + query);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getJsonObject("error").getString("message"))
                .isEqualTo("Insufficient rights to query records");
        assertThat(detail(answer)).isEqualTo("Field(s) present in the query do not have permission to be read");
    }

    @Test
    void queryAclsRefuseAFieldThatMayNotBeRead() {
        instance.settings("{\"queryAcl\":true,\"unreadableFields\":[\"incident.correlation_id\"]}");

        assertThat(instance.get(INCIDENT + "?sysparm_query=correlation_id=x").status())
                .isEqualTo(403);
        assertThat(instance.get(INCIDENT + "?sysparm_query=number=x").status()).isEqualTo(200);
    }

    @Test
    void aPropertyMakesABadFieldMatchNothing() {
        instance.settings("{\"properties\":{\"glide.invalid_query.returns_no_rows\":\"true\"}}");

        assertThat(instance.get(INCIDENT + "?sysparm_query=corelation_id=x").results())
                .isEmpty();
        assertThat(instance.get(INCIDENT + "?sysparm_query=active=true").results())
                .hasSize(4);
    }

    @Test
    void anApiCanBeClosed() {
        instance.settings("{\"apiAcl\":[\"table\"]}");

        var answer = instance.get(INCIDENT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getJsonObject("error").getString("message")).isEqualTo("User Not Authorized");
        assertThat(detail(answer)).isEqualTo("Failed API level ACL Validation");
        assertThat(instance.get("/api/now/attachment").status()).isEqualTo(200);
    }

    @Test
    void aRateLimitIsAnnouncedAndThenEnforcedUntilTheHourEnds() {
        instance.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":2,\"rule\":\"" + "a".repeat(32) + "\"}]}");

        var first = instance.get(INCIDENT);
        instance.get(INCIDENT + "/none");
        var third = instance.get(INCIDENT);
        instance.pass(Duration.ofHours(1));
        var nextHour = instance.get(INCIDENT);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("X-RateLimit-Limit")).hasValue("2");
        assertThat(first.header("X-RateLimit-Reset"))
                .hasValue(String.valueOf(RunningInstance.START.plusSeconds(3600).getEpochSecond()));
        assertThat(first.header("X-RateLimit-Rule")).hasValue("a".repeat(32));
        assertThat(first.header("X-RateLimit-Remaining")).isEmpty();
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).hasValue("3600");
        assertThat(third.header("X-RateLimit-Limit")).hasValue("2");
        assertThat(third.json().getJsonObject("error").getString("message")).isEqualTo("Rate limit exceeded");
        assertThat(detail(third)).isEqualTo("Rate limit of 2 requests per hour for Table API exceeded");
        assertThat(nextHour.status()).isEqualTo(200);
    }

    @Test
    void newRulesCountAnew() {
        instance.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":1}]}");
        instance.get(INCIDENT);

        instance.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":1}]}");

        assertThat(instance.get(INCIDENT).status()).isEqualTo(200);
    }

    @Test
    void aRateLimitWithoutANumberIsRefused() {
        var answer = instance.call("PUT", "/__settings")
                .body("{\"rateLimits\":[{\"api\":\"table\"}]}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aLimitForOneUserBeatsTheOneForAll() {
        instance.settings("{'rateLimits':[{'api':'table','limit':1},{'api':'table','limit':5,'user':'svc_nowbridge'}]}"
                .replace('\'', '"'));

        assertThat(instance.get(INCIDENT).header("X-RateLimit-Limit")).hasValue("5");
        assertThat(instance.call("GET", INCIDENT).asAdmin().send().header("X-RateLimit-Limit"))
                .hasValue("1");
        assertThat(instance.get("/api/now/attachment").header("X-RateLimit-Limit"))
                .isEmpty();
    }

    @Test
    void ofSeveralRolesTheLowestLimitCounts() {
        instance.settings(
                "{'rateLimits':[{'api':'table','limit':9,'role':'itil'},{'api':'table','limit':3,'role':'rest_service'}]}"
                        .replace('\'', '"'));

        assertThat(instance.get(INCIDENT).header("X-RateLimit-Limit")).hasValue("3");
    }

    @Test
    void settingsAreShownAndAMisspeltOneIsRefused() {
        instance.settings("{\"queryAcl\":true}");

        assertThat(instance.get("/__settings").json().getBoolean("queryAcl")).isTrue();
        var misspelt =
                instance.call("PUT", "/__settings").body("{\"queryAlc\":true}").send();
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(misspelt.body()).contains("queryAlc");
    }

    @Test
    void aResetRestoresRecordsAndSettings() {
        instance.settings("{\"queryAcl\":true,\"properties\":{\"glide.invalid_query.returns_no_rows\":\"true\"}}");
        instance.call("DELETE", NETWORK_SHARES).send();

        instance.reset();

        assertThat(instance.get(NETWORK_SHARES).status()).isEqualTo(200);
        assertThat(instance.get(INCIDENT + "?sysparm_query=bogus=1").results()).hasSize(5);
    }

    private static String detail(Incoming answer) {
        return answer.json().getJsonObject("error", new JsonObject()).getString("detail");
    }
}
