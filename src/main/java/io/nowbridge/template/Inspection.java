package io.nowbridge.template;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at what a template says against its two connections and the schema of its desk. */
public final class Inspection {

    private final Connections connections;
    private final DeskSchema schemas;

    public Inspection(Connections connections, DeskSchema schemas) {
        this.connections = connections;
        this.schemas = schemas;
    }

    /**
     * What was found.
     *
     * @param form what was looked at, with the tables that such a desk usually has where none was named
     * @param misfits what cannot be saved
     * @param obstacles what can be saved, but not run
     */
    record Finding(TemplateForm form, List<Misfit> misfits, List<Obstacle> obstacles) {

        Finding {
            misfits = List.copyOf(misfits);
            obstacles = List.copyOf(obstacles);
        }

        Finding and(List<Obstacle> more) {
            return new Finding(
                    form,
                    misfits,
                    Stream.concat(obstacles.stream(), more.stream()).toList());
        }

        /** All that keeps it from being enabled. */
        List<Obstacle> hindrances() {
            return Stream.concat(misfits.stream().map(Obstacle::of), obstacles.stream())
                    .toList();
        }
    }

    Uni<Finding> of(TemplateForm form) {
        return Uni.combine()
                .all()
                .unis(connections.find(form.desk()), connections.find(form.distributor()))
                .asTuple()
                .flatMap(pair -> of(form, pair.getItem1(), pair.getItem2()));
    }

    /** The connections that nothing flows over. */
    Uni<List<Obstacle>> closed(TemplateForm form) {
        return Uni.combine()
                .all()
                .unis(connections.find(form.desk()), connections.find(form.distributor()))
                .with((desk, distributor) -> Stream.concat(
                                desk.stream().flatMap(found -> closed("deskId", found)),
                                distributor.stream().flatMap(found -> closed("distributorId", found)))
                        .toList());
    }

    private Uni<Finding> of(TemplateForm form, Optional<Connection> desk, Optional<Connection> distributor) {
        var strangers = Stream.concat(
                        stranger("deskId", form.desk(), Kind.DESK, desk),
                        stranger("distributorId", form.distributor(), Kind.DISTRIBUTOR, distributor))
                .toList();
        return strangers.isEmpty()
                ? of(form.completedFor(desk.orElseThrow().type()), desk.orElseThrow(), distributor.orElseThrow())
                : Uni.createFrom().item(new Finding(form, strangers, List.of()));
    }

    private Uni<Finding> of(TemplateForm complete, Connection desk, Connection distributor) {
        var sheet = complete.kind().sheet();
        var obstacles = Stream.of(
                        closed("deskId", desk),
                        closed("distributorId", distributor),
                        sheet.unmapped(complete.mappings(), complete.options()).stream())
                .flatMap(obstacle -> obstacle)
                .toList();
        var unread = new Finding(complete, List.of(), obstacles);
        if (!desk.isOpen()) {
            return Uni.createFrom().item(unread);
        }
        return schemas.of(desk, Set.copyOf(complete.mappings().tables().values()))
                .map(schema -> new Finding(complete, SchemaFit.misfits(complete, schema), obstacles))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(failure -> unread.and(List.of(Obstacle.unreadable(failure))));
    }

    private static Stream<Misfit> stranger(String field, ConnectionId id, Kind kind, Optional<Connection> found) {
        if (found.isEmpty()) {
            return Stream.of(new Misfit(field, "there is no connection " + id));
        }
        return found
                .filter(connection -> connection.type().kind() != kind)
                .map(connection -> new Misfit(field, "the connection " + id + " is not to a " + kind.label()))
                .stream();
    }

    private static Stream<Obstacle> closed(String field, Connection connection) {
        return connection.isOpen()
                ? Stream.empty()
                : Stream.of(new Obstacle(
                        field,
                        "the connection %s is in the state %s"
                                .formatted(connection.name(), connection.state().label()),
                        WhoCanFix.ADMINISTRATOR));
    }
}
