package io.nowbridge.export;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.util.stream.Collectors;

/** Finds out how entries are worded in a format. */
public final class Layouts {

    private final Connections connections;
    private final Rows ndjson;

    public Layouts(Connections connections, Rows ndjson) {
        this.connections = connections;
        this.ndjson = ndjson;
    }

    Uni<Rows> of(Format format) {
        return switch (format) {
            case Format.Csv csv ->
                connections
                        .all()
                        .map(all -> all.stream().collect(Collectors.toMap(Connection::id, Connection::name)))
                        .map(names -> new CsvRows(csv, names));
            case Format.Ndjson any -> Uni.createFrom().item(ndjson);
        };
    }
}
