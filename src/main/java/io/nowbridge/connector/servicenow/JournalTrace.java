package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.JournalEntry;
import io.nowbridge.servicenow.Journals;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for notes that we have written: each ends with a reference that no other has. */
public final class JournalTrace {

    private final Journals journals;
    private final Ourselves ourselves;

    public JournalTrace(ServiceNow serviceNow) {
        this(serviceNow.journals(), new Ourselves(serviceNow.self()));
    }

    JournalTrace(Journals journals, Ourselves ourselves) {
        this.journals = journals;
        this.ourselves = ourselves;
    }

    /** What can be seen of a note. */
    public enum Sight {
        FOUND,
        ABSENT,
        /** Neither the entries nor the history may be read. */
        BLIND
    }

    /** Whether a record has our note; fails with a {@link io.nowbridge.servicenow.ServiceNowException}, and nothing else. */
    public Uni<Sight> of(String table, SysId record, String reference) {
        return Uni.combine()
                .all()
                .unis(entries(journals.containing(record, reference)), ourselves.userName())
                .asTuple()
                .flatMap(seen -> isOurs(seen.getItem1(), seen.getItem2(), reference)
                        ? Uni.createFrom().item(Sight.FOUND)
                        : whyItIsNotSeen(table, record, reference));
    }

    // Somebody may quote it, so it must stand where we put it, under our name as far as we know that.
    private static boolean isOurs(List<JournalEntry> entries, Optional<String> us, String reference) {
        return entries.stream()
                .filter(entry -> us.map(entry.author()::equalsIgnoreCase).orElse(true))
                .anyMatch(entry -> entry.text().stripTrailing().endsWith(reference));
    }

    private Uni<Sight> whyItIsNotSeen(String table, SysId record, String reference) {
        return entries(journals.latest(record, 1))
                .flatMap(any -> any.isEmpty()
                        ? journals.text(table, record).map(text -> inText(text, reference))
                        : Uni.createFrom().item(Sight.ABSENT));
    }

    // Without a right to the entries there is the history as people see it, in which an empty line ends an entry.
    private static Sight inText(Optional<String> text, String reference) {
        var atTheEnd = Pattern.compile(Pattern.quote(reference) + "\\h*(?:\\R\\h*\\R|\\s*\\z)");
        return text.map(all -> atTheEnd.matcher(all).find() ? Sight.FOUND : Sight.ABSENT)
                .orElse(Sight.BLIND);
    }

    private static Uni<List<JournalEntry>> entries(Uni<List<JournalEntry>> read) {
        return read.onFailure(Forbidden.class).recoverWithItem(List.of());
    }
}
