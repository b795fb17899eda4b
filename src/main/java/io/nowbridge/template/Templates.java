package io.nowbridge.template;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The templates there are, and every version they had.
 *
 * <p>A change is written as the whole template with its revision one higher, together with its version, and only if nobody
 * else has changed it since it was read. Of one kind, at most one template between the same two systems is enabled.
 */
public interface Templates {

    /** In the order of their ids. */
    Uni<Page<Template>> page(PageRequest request);

    /** Those that join this connection to another, in the order of their ids. */
    Uni<Page<Template>> page(ConnectionId connection, PageRequest request);

    Uni<Optional<Template>> find(TemplateId id);

    /** Keeps a new template, which is disabled. */
    Uni<Void> add(Template template);

    /** Writes what people say about a template; false if it was changed meanwhile. */
    Uni<Boolean> change(Template changed);

    Uni<Enabling> enable(Template enabled);

    /** False if it was changed meanwhile. */
    Uni<Boolean> disable(Template disabled);

    /** Forgets a disabled template, and leaves its versions to be swept up; false if it was changed meanwhile. */
    Uni<Boolean> remove(Template template);

    /** Removes what versions are left of a template that is no more. */
    Uni<Void> sweep(TemplateId id);

    /** The template as it was after each change, newest first. */
    Uni<Page<Template>> versions(TemplateId id, PageRequest request);

    Uni<Optional<Template>> version(TemplateId id, long revision);

    /** What became of enabling a template. */
    sealed interface Enabling {

        record Enabled() implements Enabling {}

        record ChangedMeanwhile() implements Enabling {}

        /** Another of its kind is enabled between the same two systems. */
        record Taken(TemplateId by) implements Enabling {}
    }

    /** Every template of a connection, fetched as they are consumed. */
    default Multi<Template> of(ConnectionId connection) {
        return Page.all(request -> page(connection, request));
    }
}
