package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.ticket.TicketWriting.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a ticket is told of an anomaly that it is linked to: the anomaly's details at the end of its description, below what
 * was there, and a note that says so. Where the description has no room for the details, they are in the note.
 *
 * @param details the block for the description, as plain text, which ends with the reference
 * @param length how many characters the description holds
 */
record LinkWords(String details, String note, NoteReference reference, int length) {

    private static final String BELOW = "\n\n";
    private static final Warning NO_ROOM = new Warning(
            "description", "It has no room for the anomaly's details, so they are in a work note of the ticket.");

    /** The same reference for the same anomaly and ticket, however often they are linked. */
    static LinkWords of(Anomaly anomaly, Link link, TicketRef ticket, String platform, int length) {
        var id = anomaly.id();
        var reference = reference(id, ticket);
        var name = PlainText.oneLine(platform);
        var time = PlainText.time(link.createdAt());
        var header = "--- " + name + " anomaly linked [" + time + "] ---\n";
        var footer = "\nReference: " + reference;
        var context = Description.shorten(
                AnomalyContext.of(anomaly), Math.max(0, length - header.length() - footer.length()));
        var status = anomaly.status().map(PlainText::oneLine).orElse("unknown");
        var note = "[" + time + "] " + name + " Anomaly Linked: " + id.id() + ", Status: " + status;
        return new LinkWords(header + context + footer, reference.under(note), reference, length);
    }

    static NoteReference reference(AnomalyId id, TicketRef ticket) {
        return NoteReference.of("link " + id.source() + "#" + id.id() + " " + ticket);
    }

    boolean areIn(String description) {
        return description.contains(reference.text());
    }

    /** Whether the details find room below what is there. */
    boolean fitBelow(String description) {
        return below(description).length() <= length;
    }

    Entry entry(String description) {
        return fitBelow(description)
                ? new Entry(
                        Optional.of(below(description)),
                        Optional.of(note),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())
                : Entry.note(reference.under(details));
    }

    List<Warning> warnings(String description) {
        return fitBelow(description) ? List.of() : List.of(NO_ROOM);
    }

    private String below(String description) {
        return description.isEmpty() ? details : description + BELOW + details;
    }
}
