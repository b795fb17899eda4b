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
import java.util.Map;

/** Keeps the records in a file: the last half second may be lost, but the file is always whole. */
final class StateFile {

    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final long QUIET_MILLIS = 500;

    private final Vertx vertx;
    private final Path file;
    private boolean scheduled;

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
                var state = state(records);
                vertx.executeBlocking(() -> write(state))
                        .onFailure(failure -> LOG.log(Level.ERROR, "Writing " + file + " failed", failure));
            });
        }
    }

    private synchronized void release() {
        scheduled = false;
    }

    synchronized Path write(JsonObject state) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, state.toBuffer().getBytes());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static JsonObject state(Records records) {
        var tables = new JsonObject();
        records.copy().forEach((table, rows) -> {
            var array = new JsonArray();
            rows.forEach(row -> array.add(new JsonObject(Map.copyOf(row.values()))));
            tables.put(table, array);
        });
        var counters = new JsonObject();
        records.counters().forEach(counters::put);
        return new JsonObject().put("counters", counters).put("records", tables);
    }
}
