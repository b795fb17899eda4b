package io.nowbridge.order;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a purchase order is to show. Points in time and dates are written as ISO 8601 has them: {@code 2026-01-05T09:00:00Z},
 * {@code 2026-01-05}; what the template does not map is not there.
 *
 * @param order values by the names of the fields that the template has for orders: {@code status}, {@code
 *     externalOrderNumber}
 * @param lines the same for lines, by the desk's id of each
 * @param notes each is there once, whatever else is said
 * @param parcels each becomes one record, where the template has a table for them
 */
public record Report(
        SortedMap<String, String> order,
        Map<String, SortedMap<String, String>> lines,
        List<Note> notes,
        List<Standing.Parcel> parcels) {

    public Report {
        order = Collections.unmodifiableSortedMap(new TreeMap<>(order));
        lines = Map.copyOf(lines);
        notes = List.copyOf(notes);
        parcels = List.copyOf(parcels);
    }

    /**
     * Something that people are told.
     *
     * @param reference by which it is found again, such as {@code [nb:3f9a0c17d2b4]}: no other note of the order has it
     * @param text all of it; it ends with the reference
     */
    public record Note(String reference, String text) {}
}
