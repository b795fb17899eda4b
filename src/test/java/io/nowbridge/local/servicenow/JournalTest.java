package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES;
import static io.nowbridge.local.servicenow.Planted.NETWORK_SHARES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notes, which are written into a record and kept beside it. */
class JournalTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aNoteReadsAsEmptyAndIsKeptInTheJournal() {
        INSTANCE.pass(Duration.ofSeconds(90));
        var answer = INSTANCE.patch(NETWORK_SHARES, "{\"work_notes\":\"Looked at it.\"}");

        assertThat(answer.result().getString("work_notes")).isEmpty();
        assertThat(answer.result().getString("comments_and_work_notes")).isEmpty();
        assertThat(answer.result().getString("sys_mod_count")).isEqualTo("1");
        assertThat(answer.result().getString("sys_updated_on")).isEqualTo("2026-02-01 12:01:30");
        var entries = INSTANCE.get("/api/now/table/sys_journal_field?sysparm_query=element_id="
                        + (NETWORK_SHARES_ID + "^element=work_notes^ORDERBYDESCsys_created_on").replace("^", "%5E"))
                .results();
        assertThat(entries.getJsonObject(0).getMap())
                .containsEntry("value", "Looked at it.")
                .containsEntry("name", "incident")
                .containsEntry("sys_created_by", "svc_nowbridge")
                .containsEntry("sys_created_on", "2026-02-01 12:01:30");
    }

    @Test
    void shownNotesAreTheWholeHistoryNewestFirst() {
        INSTANCE.patch(NETWORK_SHARES, "{\"work_notes\":\"Second\\n\\nwith a gap\"}");
        INSTANCE.patch(NETWORK_SHARES, "{\"comments\":\"To the caller\"}");

        var shown = INSTANCE.get(NETWORK_SHARES + "?sysparm_display_value=all").result();

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
    void aDeletedRecordIsGoneWithItsNotes() {
        var answer = INSTANCE.call("DELETE", NETWORK_SHARES).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.bytes()).isEmpty();
        assertThat(INSTANCE.get(NETWORK_SHARES).status()).isEqualTo(404);
        assertThat(INSTANCE.call("DELETE", NETWORK_SHARES).send().status()).isEqualTo(404);
        assertThat(INSTANCE.get("/api/now/table/sys_journal_field?element_id=" + NETWORK_SHARES_ID)
                        .results())
                .isEmpty();
    }
}
