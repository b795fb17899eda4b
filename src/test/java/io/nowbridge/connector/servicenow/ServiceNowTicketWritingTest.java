package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketWriting;
import io.nowbridge.ticket.TicketWriting.Entry;
import io.nowbridge.ticket.TicketWriting.Trace;
import io.nowbridge.ticket.TicketWriting.Written;
import io.nowbridge.ticket.Warning;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into tickets at the stand-in, and found there again. */
@QuarkusTest
class ServiceNowTicketWritingTest {

    private static final String REFERENCE = "[nb:3f9a0c17d2b4]";
    private static final String NOTE = "Status: Acknowledged " + REFERENCE;
    private static final String SHARES = "9d385017c611228701d22104cc95c371";
    private static final TicketRef TICKET = new TicketRef(new ConnectionId("prod"), "incident", SHARES);

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    private final TicketWriting writing = new ServiceNowTicketDesk(TICKET.connection(), instance.client()).writing();

    @Test
    void allOfAnEntryIsWrittenInOneCall() {
        var entry = new Entry(
                Optional.of("What was there\n\nAnd more"),
                Optional.of(NOTE),
                Optional.of("For you"),
                Optional.of("6"),
                Map.of("close_code", "Solution provided", "close_notes", "It is fixed"));

        var written = itemOf(writing.write(TICKET, entry));

        assertThat(written).isInstanceOfSatisfying(Written.Done.class, done -> {
            assertThat(done.ticket().state()).isEqualTo("Resolved");
            assertThat(done.warnings()).isEmpty();
        });
        assertThat(instance.received()).containsExactly("PATCH /api/now/table/incident/" + SHARES);
        assertThat(instance.rows("incident", "sys_id=" + SHARES).getFirst().getString("description"))
                .isEqualTo("What was there\n\nAnd more");
        assertThat(notes("work_notes")).containsOnlyOnce(NOTE);
        assertThat(notes("comments")).containsExactly("For you");
    }

    @Test
    void aNoteIsShownAsItIsWrittenAndNeverAsAPage() {
        var page = "[code]<a href='https://phish.example'>Sign in</a>[/CODE]";

        itemOf(writing.write(
                TICKET,
                new Entry(Optional.empty(), Optional.of(page), Optional.of(page), Optional.empty(), Map.of())));

        assertThat(notes("work_notes"))
                .contains("[ code]<a href='https://phish.example'>Sign in</a>[ /CODE]")
                .doesNotContain(page);
        assertThat(notes("comments")).doesNotContain(page);
    }

    @Test
    void whatWasNotStoredIsTold() {
        instance.settings("{'unwritableFields':['incident.description']}");

        var written = itemOf(writing.write(
                TICKET,
                new Entry(Optional.of("More"), Optional.of(NOTE), Optional.empty(), Optional.empty(), Map.of())));

        assertThat(((Written.Done) written).warnings())
                .extracting(Warning::field)
                .containsExactly("description");
    }

    @Test
    void resolvingWithoutItsNotesIsRefusedNamingThem() {
        var resolved = new Entry(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("6"), Map.of());

        var failure = failureOf(writing.write(TICKET, resolved));

        assertThat(failure).isInstanceOf(Forbidden.class).hasMessageContainingAll("mandatory", "Resolution code");
        assertThat(failure.nothingHappened()).isTrue();
    }

    @Test
    void aTicketThatIsNotThereIsMissing() {
        instance.delete("incident", SHARES);

        assertThat(itemOf(writing.write(TICKET, Entry.note(NOTE)))).isEqualTo(new Written.Missing());
    }

    @Test
    void whoeverMayReadNoTicketsMissesNone() {
        instance.settings("{'unreadableTables':['incident']}");

        assertThat(failureOf(writing.write(TICKET, Entry.note(NOTE)))).isInstanceOf(Forbidden.class);
    }

    @Test
    void aPageInPlaceOfAnAnswerMissesNothing() {
        instance.fault("{'fault':'status','status':404,'body':'<html></html>'}");

        assertThat(failureOf(writing.write(TICKET, Entry.note(NOTE)))).isInstanceOf(Unintelligible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{'unreadableTables':['sys_journal_field']}"})
    void aNoteWhoseAnswerWasLostIsFound(String settings) {
        Optional.of(settings).filter(any -> !any.isEmpty()).ifPresent(instance::settings);
        instance.fault("{'fault':'drop-after-write','match':{'method':'PATCH'}}");

        var failure = failureOf(writing.write(TICKET, Entry.note(NOTE)));

        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(failure.nothingHappened()).isFalse();
        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.FOUND);
        assertThat(notes("work_notes")).containsOnlyOnce(NOTE);
    }

    @Test
    void aCustomersNoteIsFoundToo() {
        itemOf(writing.write(TICKET, Entry.customerNote(NOTE)));

        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.FOUND);
    }

    @Test
    void aNoteThatNeverArrivedIsAbsent() {
        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.ABSENT);
    }

    @Test
    void aTicketWithoutAnyNoteHasNone() {
        var fresh = instance.create("incident", "{'short_description':'Totals are off'}")
                .getString("sys_id");

        assertThat(itemOf(writing.trace(new TicketRef(TICKET.connection(), "incident", fresh), REFERENCE)))
                .isEqualTo(Trace.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who wrote " + REFERENCE + "?", "I do not understand this: " + NOTE})
    void aPersonWhoQuotesANoteHasNotWrittenIt(String quotation) {
        instance.change("incident", SHARES, "{'work_notes':'" + quotation + "'}");

        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.ABSENT);
    }

    @Test
    void inTheTextAReferenceCountsWhereANoteEnds() {
        instance.settings("{'unreadableTables':['sys_journal_field']}");
        instance.change("incident", SHARES, "{'work_notes':'Who wrote " + REFERENCE + "?'}");

        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.ABSENT);
    }

    @Test
    void aJournalThatIsRefusedIsReadAsText() {
        itemOf(writing.write(TICKET, Entry.note(NOTE)));
        refuse("/api/now/table/sys_journal_field");

        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.FOUND);
    }

    @Test
    void whoeverMayReadNeitherEntriesNorTextIsBlind() {
        itemOf(writing.write(TICKET, Entry.note(NOTE)));
        instance.settings("{'unreadableTables':['sys_journal_field'],"
                + "'unreadableFields':['task.work_notes','task.comments']}");

        assertThat(itemOf(writing.trace(TICKET, REFERENCE))).isEqualTo(Trace.BLIND);
    }

    @Test
    void aLookThatFailsIsNoAbsence() {
        instance.fault("{'fault':'html','times':0,'match':{'path':'/api/now/table/sys_journal_field'}}");

        assertThat(failureOf(writing.trace(TICKET, REFERENCE))).isInstanceOf(Unintelligible.class);
    }

    @Test
    void whoWeAreIsAskedOnce() {
        itemOf(writing.trace(TICKET, REFERENCE));
        itemOf(writing.trace(TICKET, REFERENCE));

        assertThat(instance.received()).containsOnlyOnce("GET /api/now/table/sys_user");
    }

    private void refuse(String path) {
        instance.fault(
                "{'fault':'status','status':403,'times':0,'body':{'error':{'message':'Insufficient rights to query"
                        + " records','detail':''}},'match':{'path':'" + path + "'}}");
    }

    private List<String> notes(String column) {
        return instance.rows("sys_journal_field", "element_id=" + SHARES + "^element=" + column).stream()
                .map(entry -> entry.getString("value"))
                .toList();
    }

    private static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }

    private static ConnectedSystemException failureOf(Uni<?> call) {
        return catchThrowableOfType(ConnectedSystemException.class, () -> itemOf(call));
    }
}
