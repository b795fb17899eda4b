package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that name their user by an API key. */
class ApiKeyTest {

    private static final String INCIDENT = "/api/now/table/incident";
    private static final String KEY = "now_4f6d2b8c9e0a41d7a35b";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aKeyInTheHeaderActsAsItsUser() {
        var answer = anonymous("POST", INCIDENT)
                .header("X-sn-apikey", KEY)
                .body("{}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.result().getString("sys_created_by")).isEqualTo("svc_nowbridge");
    }

    @Test
    void aKeyInTheQueryIsNoConditionAndIsNotRepeated() {
        INSTANCE.settings("{\"queryAcl\":true}");

        var answer = anonymous("GET", INCIDENT + "?x-sn-apikey=" + KEY + "&sysparm_limit=1&active=true")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Total-Count")).hasValue("4");
        assertThat(answer.header("Link"))
                .hasValueSatisfying(
                        link -> assertThat(link).contains("active=true").doesNotContain(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now_wrong", " "})
    void anUnknownKeyAuthenticatesNobody(String key) {
        assertThat(anonymous("GET", INCIDENT).header("x-sn-apikey", key).send().status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key?name=Nowbridge, API key", "sys_user?user_name=svc_nowbridge"})
    void aKeyIsOnlyAsActiveAsItsUser(String row) {
        var found = INSTANCE.call("GET", "/api/now/table/" + row.replace(" ", "%20"))
                .asAdmin()
                .send()
                .all("sys_id")
                .getFirst();
        INSTANCE.call("PATCH", "/api/now/table/" + row.split("\\?", 2)[0] + "/" + found)
                .asAdmin()
                .body("{'active':'false'}")
                .send();

        assertThat(anonymous("GET", INCIDENT).header("x-sn-apikey", KEY).send().status())
                .isEqualTo(401);
    }

    @Test
    void keysAreNotToldNorRecorded() {
        anonymous("GET", INCIDENT + "?x-sn-apikey=" + KEY)
                .header("x-sn-apikey", KEY)
                .send();

        assertThat(INSTANCE.call("GET", "/api/now/table/api_key")
                        .asAdmin()
                        .send()
                        .all("token"))
                .containsExactly("********");
        assertThat(INSTANCE.get("/__requests").body()).contains(INCIDENT).doesNotContain(KEY);
    }

    private static Outgoing anonymous(String method, String path) {
        return INSTANCE.call(method, path).header("Authorization", "");
    }
}
