package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketChanges.Changed;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketWriting.Entry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to tickets at the stand-in, whose pages hold two rows. */
@QuarkusTest
class ServiceNowTicketChangesTest {

    private static final String SHARES = "9d385017c611228701d22104cc95c371";
    private static final TicketRef TICKET = new TicketRef(new ConnectionId("prod"), "incident", SHARES);

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    private final TicketDesk desk = new ServiceNowTicketDesk(TICKET.connection(), instance.client());
    private final TicketChanges changes = desk.changes();

    @Test
    void changesOfOneSecondAreAllToldInTheOrderOfTheirIds() {
        var ids = IntStream.range(0, 5)
                .mapToObj(number -> instance.create("incident", "{'short_description':'Number " + number + "'}")
                        .getString("sys_id"))
                .sorted()
                .toList();

        var changed =
                itemOf(changes.since("incident", TestedInstance.now()).collect().asList());

        assertThat(changed).extracting(change -> change.ref().id()).containsExactlyElementsOf(ids);
        assertThat(changed).extracting(Changed::at).containsOnly(TestedInstance.now());
    }

    @Test
    void theOldestChangeComesFirst() {
        instance.change("incident", SHARES, "{'work_notes':'Looked at it'}");

        var changed = itemOf(changes.since("incident", Instant.EPOCH).collect().asList());

        assertThat(changed).extracting(Changed::at).isSorted();
        assertThat(changed).hasSize(5).last().isEqualTo(new Changed(TICKET, TestedInstance.now()));
    }

    @Test
    void nothingChangesAfterTheLastChange() {
        assertThat(itemOf(changes.since("incident", TestedInstance.now().plusSeconds(1))
                        .collect()
                        .asList()))
                .isEmpty();
    }

    @Test
    void notesTellWhoWroteThemAndForWhom() {
        instance.change("incident", SHARES, "{'comments':'Is it done?'}");
        itemOf(desk.writing().write(TICKET, Entry.note("Status: Acknowledged")));

        var notes = itemOf(changes.notes(TICKET, 10));

        assertThat(notes)
                .extracting(TicketNote::text)
                .containsExactlyInAnyOrder("Status: Acknowledged", "Is it done?", "Ticket opened with the vendor.");
        assertThat(notes)
                .filteredOn(TicketNote::ours)
                .extracting(TicketNote::text)
                .containsExactly("Status: Acknowledged");
        assertThat(notes)
                .filteredOn(TicketNote::forCustomer)
                .extracting(TicketNote::text)
                .containsExactly("Is it done?");
        assertThat(notes.getLast().author()).isEqualTo("beth.anglin");
        assertThat(notes).extracting(TicketNote::id).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheLatestNotesAreTold() {
        instance.change("incident", SHARES, "{'work_notes':'The latest'}");

        assertThat(itemOf(changes.notes(TICKET, 1)))
                .extracting(TicketNote::text)
                .containsExactly("The latest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys_journal_field", "sys_user"})
    void notesWhoseAuthorsAreHiddenAreNotTold(String table) {
        instance.settings("{'unreadableTables':['" + table + "']}");

        assertThat(itemOf(changes.notes(TICKET, 10))).isEmpty();
    }

    @Test
    void aJournalThatIsRefusedTellsNothing() {
        instance.fault("{'fault':'status','status':403,'times':0,'match':{'path':'/api/now/table/sys_journal_field'}}");

        assertThat(itemOf(changes.notes(TICKET, 10))).isEmpty();
    }

    @Test
    void anInstanceThatSleepsIsNotTakenForQuiet() {
        instance.fault("{'fault':'html','times':0}");

        assertThat(List.of(
                        failureOf(changes.notes(TICKET, 10)),
                        failureOf(changes.since("incident", Instant.EPOCH)
                                .collect()
                                .asList())))
                .hasOnlyElementsOfType(Unintelligible.class);
    }

    private static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }

    private static ConnectedSystemException failureOf(Uni<?> call) {
        return catchThrowableOfType(ConnectedSystemException.class, () -> itemOf(call));
    }
}
