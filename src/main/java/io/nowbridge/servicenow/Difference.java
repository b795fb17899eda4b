package io.nowbridge.servicenow;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A column that ServiceNow dropped or changed while it wrote the rest.
 *
 * @param stored what is stored instead; empty where nothing is, or where this user may not read it
 */
public record Difference(String field, String sent, String stored) {

    private static final Set<String> JOURNALS = Set.of("work_notes", "comments", "comments_and_work_notes");

    /**
     * Whether a column is a journal: what is written to it becomes an entry of a list, and the column itself is always read
     * as empty, so that no comparison tells whether it was stored.
     */
    public static boolean isJournal(String column) {
        return JOURNALS.contains(column);
    }

    static List<Difference> between(Map<String, String> sent, Row stored) {
        return sent.entrySet().stream()
                .filter(field -> !isJournal(field.getKey()))
                .filter(field -> !field.getValue().equals(stored.text(field.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new Difference(field.getKey(), field.getValue(), stored.text(field.getKey())))
                .toList();
    }
}
