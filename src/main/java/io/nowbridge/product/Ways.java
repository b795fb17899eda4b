package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the way that products take: a template with the two connections that it joins. */
final class Ways {

    /** What there is of it. */
    sealed interface Way {

        record Open(Template template, Connection desk, Connection distributor) implements Way {}

        /** Nothing flows, and why. */
        record Closed(Template template, List<Failure> obstacles) implements Way {}

        record NoSuchTemplate() implements Way {}

        record NotAProductSync() implements Way {}
    }

    private static final String THEN_START = "Put this right, then start a run.";

    private final Templates templates;
    private final Connections connections;

    Ways(Templates templates, Connections connections) {
        this.templates = templates;
        this.connections = connections;
    }

    Uni<Way> of(TemplateId id) {
        return templates
                .find(id)
                .flatMap(found ->
                        found.map(this::of).orElseGet(() -> Uni.createFrom().item(new Way.NoSuchTemplate())));
    }

    /** Why a run cannot go on whose template is no more. */
    static Failure removed(Run run) {
        return new Failure(
                run.template().value(),
                "The template was removed",
                WhoCanFix.CALLER,
                "Start a run of another template.");
    }

    private Uni<Way> of(Template template) {
        var form = template.form();
        return form.kind() == TemplateKind.PRODUCT_SYNC
                ? Uni.combine()
                        .all()
                        .unis(connections.find(form.desk()), connections.find(form.distributor()))
                        .with((desk, distributor) -> of(template, desk, distributor))
                : Uni.createFrom().item(new Way.NotAProductSync());
    }

    private static Way of(Template template, Optional<Connection> desk, Optional<Connection> distributor) {
        var form = template.form();
        var obstacles = Stream.of(
                        closed(form.desk(), desk),
                        closed(form.distributor(), distributor),
                        unmapped(template, "product"),
                        unmapped(template, "offer"))
                .flatMap(Optional::stream)
                .toList();
        return obstacles.isEmpty()
                ? new Way.Open(template, desk.orElseThrow(), distributor.orElseThrow())
                : new Way.Closed(template, obstacles);
    }

    private static Optional<Failure> closed(ConnectionId id, Optional<Connection> found) {
        return found.filter(Connection::isOpen).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        id.value(),
                        found.map(connection -> "Nothing flows over the connection %s: it is in the state %s"
                                        .formatted(
                                                connection.name(),
                                                connection.state().label()))
                                .orElse("The connection was removed"),
                        WhoCanFix.ADMINISTRATOR,
                        THEN_START));
    }

    private static Optional<Failure> unmapped(Template template, String part) {
        return template.form().mappings().table(part).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        "mappings.tables." + part, "It is not mapped", WhoCanFix.ADMINISTRATOR, THEN_START));
    }
}
