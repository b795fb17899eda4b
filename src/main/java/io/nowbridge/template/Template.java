package io.nowbridge.template;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.nowbridge.connection.Connection.Change;
import io.nowbridge.setup.Need;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What flows between a desk and a distributor, when, and what is called how at the desk.
 *
 * @param revision counts the changes, from 1
 */
public record Template(
        TemplateId id, TemplateForm form, boolean enabled, Change created, Change changed, long revision) {

    private record Place(String table, Need.Access access) {}

    /** Its first runs after {@code after}, were it enabled. */
    public List<Instant> nextRuns(Instant after, int count) {
        return Stream.iterate(next(after), this::next).limit(count).toList();
    }

    /** Its first run after {@code after}, were it enabled. */
    public Instant next(Instant after) {
        return form.schedule().next(created.at(), after);
    }

    /** What it needs of its desk. */
    public List<Need> needs() {
        var mappings = form.mappings();
        return form.kind().sheet().fields().stream()
                .filter(field -> mappings.column(field.name()).isPresent()
                        && mappings.table(field.part()).isPresent())
                .collect(groupingBy(
                        field -> new Place(mappings.table(field.part()).orElseThrow(), field.access()),
                        mapping(field -> mappings.column(field.name()).orElseThrow(), toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(place -> new Need(
                        form.name(), place.getKey().table(), place.getKey().access(), place.getValue()))
                .toList();
    }

    /** Its next revision, which says something else. */
    public Template replaced(TemplateForm with, Change by) {
        return new Template(id, with, enabled, created, by, revision + 1);
    }

    /** Its next revision, enabled or disabled. */
    public Template switched(boolean on, Change by) {
        return new Template(id, form, on, created, by, revision + 1);
    }
}
