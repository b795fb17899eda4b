package io.nowbridge.local.servicenow;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the records in a file: the last half second may be lost, but the file is always whole. */
final class StateFile {

    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final long QUIET_MILLIS = 500;

    private final Vertx vertx;
    private final Path file;
    private boolean scheduled;
    private boolean closed;

    StateFile(Vertx vertx, Path file) {
        this.vertx = vertx;
        this.file = file;
    }

    /** Fills the records from the file, if there is one. */
    boolean restore(Records records) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            var state = new JsonObject(Files.readString(file));
            state.getJsonObject("counters")
                    .forEach(counter -> records.countFrom(counter.getKey(), (Integer) counter.getValue()));
            for (var table : state.getJsonObject("records")) {
                ((JsonArray) table.getValue())
                        .forEach(row -> records.put(new Row(table.getKey(), Settings.texts((JsonObject) row))));
            }
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Notes a change; changes that follow within half a second are written together. */
    synchronized void changed(Records records) {
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(QUIET_MILLIS, timer -> {
                // Released first: what changes while this is written sets the next timer.
                release();
                var tables = records.copy();
                var counters = records.counters();
                vertx.executeBlocking(() -> writeUnlessClosed(tables, counters))
                        .onFailure(failure -> LOG.log(Level.ERROR, "Writing " + file + " failed", failure));
            });
        }
    }

    /** Writes the last state; whatever older one is still on its way stays unwritten. */
    synchronized void close(Records records) {
        write(records.copy(), records.counters());
        closed = true;
    }

    private synchronized void release() {
        scheduled = false;
    }

    private synchronized Path writeUnlessClosed(Map<String, List<Row>> tables, Map<String, Integer> counters) {
        if (!closed) {
            write(tables, counters);
        }
        return file;
    }

    private void write(Map<String, List<Row>> tables, Map<String, Integer> counters) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, json(tables, counters).toBuffer().getBytes());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static JsonObject json(Map<String, List<Row>> tables, Map<String, Integer> counters) {
        var records = new JsonObject();
        tables.forEach((table, rows) -> records.put(
                table,
                new JsonArray(rows.stream()
                        .map(row -> new JsonObject(new LinkedHashMap<>(row.values())))
                        .toList())));
        return new JsonObject()
                .put("counters", new JsonObject(new LinkedHashMap<>(counters)))
                .put("records", records);
    }
}
