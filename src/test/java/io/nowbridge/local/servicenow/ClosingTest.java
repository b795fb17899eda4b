package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing tasks in the ways that clients know. */
class ClosingTest {

    private static final String INCIDENT = "/api/now/table/incident/46f09e75a9fe198100f4ffd8d366d17b";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Closed/Resolved by Caller",
                "Solved (Permanently)",
                "Solved (Work Around)",
                "Solved Remotely (Permanently)",
                "Not Solved (Too Costly)",
                "Resolved by caller"
            })
    void anIncidentClosesWithTheCodesOfOldAndNewInstances(String code) {
        var answer = INSTANCE.patch(
                INCIDENT, "{\"state\":\"7\",\"close_code\":\"" + code + "\",\"close_notes\":\"Closed by Caller\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getMap())
                .containsEntry("close_code", code)
                .containsEntry("active", "false")
                .containsEntry("state", "7");
    }

    @ParameterizedTest
    @CsvSource({
        "problem_task, 157, false",
        "problem_task, 154, true",
        "problem, 107, false",
        "sc_task, 7, false",
        "sc_task, 2, true",
        "change_task, 4, false"
    })
    void aTaskOfAnyKindEndsInItsClosedStates(String table, String state, String active) {
        var created = INSTANCE.post("/api/now/table/" + table, "{}").result().getString("sys_id");

        var answer = INSTANCE.patch("/api/now/table/" + table + "/" + created, "{'state':'" + state + "'}");

        assertThat(answer.result().getMap()).containsEntry("state", state).containsEntry("active", active);
        assertThat(answer.result().getString("closed_at").isEmpty()).isEqualTo(Boolean.valueOf(active));
    }

    @Test
    void aCodeOfNoInstanceIsNone() {
        var answer = INSTANCE.patch(
                INCIDENT, "{\"state\":\"7\",\"close_code\":\"Gave up\",\"close_notes\":\"Closed by Caller\"}");

        assertThat(answer.status()).isEqualTo(403);
    }
}
