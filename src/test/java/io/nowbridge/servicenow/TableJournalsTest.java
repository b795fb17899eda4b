package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes against recorded answers. */
@QuarkusTest
class TableJournalsTest {

    private static final String TABLE = "/api/now/table/sys_journal_field";
    private static final SysId ENTRY = new SysId("46d44a23a9fe19810012d100cca80666");

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Journals journals = instance.client().journals();

    @Test
    void theLatestEntriesAreAskedForFirst() {
        instance.on(TABLE, json("{\"result\":[" + entry(SYS_ID, "comments", "Is it done?") + "]}"));

        var found = itemOf(journals.latest(SYS_ID, 5));

        assertThat(found)
                .containsExactly(new JournalEntry(
                        ENTRY, "comments", "Is it done?", "beth.anglin", Instant.parse("2026-01-05T09:00:00Z")));
        assertThat(instance.received(TABLE)).singleElement().satisfies(request -> {
            assertThat(request.query("sysparm_query"))
                    .isEqualTo("element_id=" + SYS_ID
                            + "^elementINwork_notes,comments^ORDERBYDESCsys_created_on^ORDERBYDESCsys_id");
            assertThat(request.query("sysparm_limit")).isEqualTo("5");
        });
    }

    @Test
    void entriesOfAnotherTaskOrColumnAreNotTaken() {
        instance.on(
                TABLE,
                json("{\"result\":[" + entry(ENTRY, "work_notes", "Another's") + ","
                        + entry(SYS_ID, "approval_history", "Approved") + "]}"));

        assertThat(itemOf(journals.latest(SYS_ID, 5))).isEmpty();
    }

    @Test
    void aTextIsLookedForAsItStands() {
        instance.on(TABLE, json("{\"result\":[]}"));

        itemOf(journals.containing(SYS_ID, "[nb:1]^ORactive=true"));

        assertThat(instance.received(TABLE))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.query("sysparm_query"))
                                .startsWith(
                                        "element_id=" + SYS_ID
                                                + "^elementINwork_notes,comments^valueLIKE[nb:1]^^ORactive=true^ORDERBYDESCsys_created_on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:gs.getUserID()"})
    void whatNoQueryCanCarryIsRejected(String text) {
        assertThat(failureOf(journals.containing(SYS_ID, text))).isInstanceOf(Rejected.class);
    }

    @Test
    void aJournalThatIsClosedSaysSo() {
        instance.on(TABLE, json(403, "acl.json"));

        assertThat(failureOf(journals.latest(SYS_ID, 5))).isInstanceOf(Forbidden.class);
    }

    @Test
    void bothJournalsAreReadAsPeopleSeeThem() {
        instance.on(RECORD, json("{\"result\":{\"work_notes\":\"One\\n\\n\",\"comments\":\"Two\\n\\n\"}}"));

        assertThat(itemOf(journals.text("incident", SYS_ID))).contains("One\n\nTwo\n\n");
    }

    @Test
    void whatIsEmptyIsToldFromWhatIsHidden() {
        instance.on(
                RECORD, json("{\"result\":{\"comments\":\"\"}}"), json("{\"result\":{}}"), json(404, "no-record.json"));

        assertThat(itemOf(journals.text("incident", SYS_ID))).contains("");
        assertThat(itemOf(journals.text("incident", SYS_ID))).isEmpty();
        assertThat(itemOf(journals.text("incident", SYS_ID))).isEmpty();
    }

    private static String entry(SysId task, String element, String text) {
        return """
                {"sys_id":"%s","element_id":"%s","element":"%s","value":"%s",
                 "sys_created_on":"2026-01-05 09:00:00","sys_created_by":"beth.anglin"}""".formatted(ENTRY, task, element, text);
    }
}
