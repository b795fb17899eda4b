package io.nowbridge.order;

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

/** Finds the way that an order takes, and the one of a template that creates orders. */
final class Ways {

    /** What there is of it. */
    sealed interface Found {

        record Open(Way way) implements Found {}

        /** Nothing flows, and why. */
        record Closed(Template creating, List<Failure> obstacles) implements Found {

            public Closed {
                obstacles = List.copyOf(obstacles);
            }
        }

        record NoSuchTemplate() implements Found {}

        record CreatesNoOrders() implements Found {}
    }

    private static final String BY_ITSELF = "Put this right; orders that wait for it go on by themselves.";

    private final Templates templates;
    private final Connections connections;

    Ways(Templates templates, Connections connections) {
        this.templates = templates;
        this.connections = connections;
    }

    Uni<Found> of(TemplateId id) {
        return templates
                .find(id)
                .flatMap(found ->
                        found.map(this::of).orElseGet(() -> Uni.createFrom().item(new Found.NoSuchTemplate())));
    }

    /** That of its own template, or of the one that has taken that one's place. */
    Uni<Found> of(Order order) {
        return between(order.desk(), order.distributor())
                .flatMap(all -> all.stream()
                        .filter(template -> template.id().equals(order.template()))
                        .findFirst()
                        .or(() -> enabled(all, TemplateKind.CREATE_ORDERS))
                        .map(creating -> open(creating, all))
                        .orElseGet(() -> Uni.createFrom().item(new Found.NoSuchTemplate())));
    }

    /** That nothing is taken from the desk, since nobody has enabled the template. */
    static Failure disabled(Template template) {
        return new Failure(
                template.form().name(),
                "The template %s is disabled".formatted(template.form().name()),
                WhoCanFix.CALLER,
                "Enable it; purchase orders that are marked as %s are taken then.".formatted(ready(template)));
    }

    /** That there is no template any more by which an order could go on. */
    static Failure removed(Order order) {
        return new Failure(
                order.asked().number(),
                "The template that creates its orders was removed",
                WhoCanFix.ADMINISTRATOR,
                "Enable a template %s between the same two systems; the order goes on by itself."
                        .formatted(TemplateKind.CREATE_ORDERS.title()));
    }

    /** The desk's word for a purchase order that is to be ordered. */
    static String ready(Template creating) {
        return creating.form().mappings().values("statuses").getOrDefault("ready", "ready");
    }

    private Uni<Found> of(Template template) {
        var form = template.form();
        return form.kind() == TemplateKind.CREATE_ORDERS
                ? between(form.desk(), form.distributor()).flatMap(all -> open(template, all))
                : Uni.createFrom().item(new Found.CreatesNoOrders());
    }

    private Uni<List<Template>> between(ConnectionId desk, ConnectionId distributor) {
        return templates
                .of(desk)
                .filter(template -> template.form().desk().equals(desk)
                        && template.form().distributor().equals(distributor))
                .collect()
                .asList();
    }

    private static Optional<Template> enabled(List<Template> templates, TemplateKind kind) {
        return templates.stream()
                .filter(template -> template.enabled() && template.form().kind() == kind)
                .findFirst();
    }

    private Uni<Found> open(Template creating, List<Template> all) {
        var form = creating.form();
        return Uni.combine()
                .all()
                .unis(connections.find(form.desk()), connections.find(form.distributor()))
                .with((desk, distributor) -> {
                    var obstacles = Stream.of(
                                    closed(form.desk(), desk),
                                    closed(form.distributor(), distributor),
                                    unmapped(creating, "order"),
                                    unmapped(creating, "line"))
                            .flatMap(Optional::stream)
                            .toList();
                    return obstacles.isEmpty()
                            ? new Found.Open(new Way(
                                    creating,
                                    enabled(all, TemplateKind.GET_ORDER_STATUS),
                                    desk.orElseThrow(),
                                    distributor.orElseThrow()))
                            : new Found.Closed(creating, obstacles);
                });
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
                        BY_ITSELF));
    }

    private static Optional<Failure> unmapped(Template template, String part) {
        return template.form().mappings().table(part).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Failure("mappings.tables." + part, "It is not mapped", WhoCanFix.ADMINISTRATOR, BY_ITSELF));
    }
}
