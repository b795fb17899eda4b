package io.nowbridge.template;

import io.nowbridge.connection.Connection.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What flows between a desk and a distributor, when, and what is called how at the desk.
 *
 * @param enabled whether it is to run; of its connections that says nothing, since one of them may be disconnected just as it
 *     is enabled: whoever runs it looks at them first
 * @param revision counts the changes, from 1
 */
public record Template(
        TemplateId id, TemplateForm form, boolean enabled, Change created, Change changed, long revision) {

    /** Its first runs after {@code after}, were it enabled. */
    public List<Instant> nextRuns(Instant after, int count) {
        return Stream.iterate(next(after), this::next).limit(count).toList();
    }

    /** Its first run after {@code after}, were it enabled. */
    public Instant next(Instant after) {
        return form.schedule().next(created.at(), after);
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
