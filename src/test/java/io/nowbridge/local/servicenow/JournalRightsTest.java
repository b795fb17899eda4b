package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read the journal as a table. */
class JournalRightsTest {

    private static final String JOURNAL = "/api/now/table/sys_journal_field";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @CsvSource({"svc_nowbridge, nowbridge, 4", "admin, admin, 4", "beth.anglin, beth, 0", "itil, itil, 0"})
    void onlyAuditorsAndAdministratorsReadIt(String user, String password, int entries) {
        var answer = INSTANCE.call("GET", JOURNAL).as(user, password).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.results()).hasSize(entries);
    }

    @Test
    void toOthersAnEntryIsNotFoundAndMayNotBeCounted() {
        var entry = JOURNAL + "/" + INSTANCE.get(JOURNAL).all("sys_id").getFirst();

        var read = INSTANCE.call("GET", entry).as("beth.anglin", "beth").send();
        var counted = INSTANCE.call("GET", "/api/now/stats/sys_journal_field?sysparm_count=true")
                .as("beth.anglin", "beth")
                .send();

        assertThat(INSTANCE.get(entry).status()).isEqualTo(200);
        assertThat(read.status()).isEqualTo(404);
        assertThat(counted.status()).isEqualTo(403);
    }

    @Test
    void theHistoryOfARecordIsShownToEveryoneWhoReadsTheRecord() {
        var answer = INSTANCE.call(
                        "GET", "/api/now/table/incident/9d385017c611228701d22104cc95c371?sysparm_display_value=true")
                .as("beth.anglin", "beth")
                .send();

        assertThat(answer.result().getString("work_notes")).contains("Ticket opened with the vendor.");
    }
}
