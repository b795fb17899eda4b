package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import overwrites, and what its caller is told. */
class ImportRulesTest {

    private static final String IMPORT = "/api/now/import/";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void whatDidNotComeIsNotOverwritten() {
        INSTANCE.post(
                IMPORT + "imp_user",
                "{'u_user_name':'jp','u_first_name':'John','u_last_name':'Public','u_email':'jp@example.com'}");

        var again = INSTANCE.post(IMPORT + "imp_user", "{'u_user_name':'jp','u_first_name':'Jack','u_email':''}");

        assertThat(entry(again).getString("status")).isEqualTo("updated");
        assertThat(INSTANCE.get("/api/now/table/sys_user/" + entry(again).getString("sys_id"))
                        .result()
                        .getMap())
                .containsEntry("first_name", "Jack")
                .containsEntry("last_name", "Public")
                .containsEntry("email", "jp@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'u_short_description':'%s'}", "{'u_correlation_id':'','u_short_description':'%s'}"})
    void anEmptyKeyFindsNobody(String body) {
        var first = INSTANCE.post(IMPORT + "u_imp_incident", body.formatted("first"));
        var second = INSTANCE.post(IMPORT + "u_imp_incident", body.formatted("second"));

        assertThat(entry(first).getString("status")).isEqualTo("inserted");
        assertThat(entry(second).getString("status")).isEqualTo("inserted");
        assertThat(entry(second).getString("sys_id")).isNotEqualTo(entry(first).getString("sys_id"));
    }

    @Test
    void whoMayNotReadBackIsToldNothingOfAnImportThatWasDone() {
        INSTANCE.settings("{\"readBackDenied\":[\"incident\"]}");

        var answer =
                INSTANCE.post(IMPORT + "u_imp_incident", "{'u_correlation_id':'c-1','u_short_description':'unseen'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.bytes()).isEmpty();
        assertThat(INSTANCE.get("/api/now/table/incident?correlation_id=c-1").all("short_description"))
                .containsExactly("unseen");
    }

    private static JsonObject entry(Incoming answer) {
        return answer.results().getJsonObject(0);
    }
}
