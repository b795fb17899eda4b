package io.nowbridge.local.standin;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps a stand-in's state in a file: the last half second may be lost, but the file is always whole.
 *
 * @param <S> a copy of the state, which stays as it is
 */
public final class StateFile<S> {

    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final long QUIET_MILLIS = 500;

    private final Vertx vertx;
    private final Path file;
    private final Supplier<S> copy;
    private final Function<S, JsonObject> json;
    private boolean scheduled;
    private boolean closed;

    /** Copies the state on the event loop that owns it, and writes the copy on another thread. */
    public StateFile(Vertx vertx, Path file, Supplier<S> copy, Function<S, JsonObject> json) {
        this.vertx = vertx;
        this.file = file;
        this.copy = copy;
        this.json = json;
    }

    /** What the file holds, if there is one. */
    public static Optional<JsonObject> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JsonObject(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes the state soon; changes that follow within half a second are written together. */
    public synchronized void changed() {
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(QUIET_MILLIS, timer -> {
                // Released first: what changes while this is written sets the next timer.
                release();
                var state = copy.get();
                vertx.executeBlocking(() -> writeUnlessClosed(state))
                        .onFailure(failure -> LOG.log(Level.ERROR, "Writing " + file + " failed", failure));
            });
        }
    }

    /** Writes the last state; whatever older one is still on its way stays unwritten. */
    public synchronized void close() {
        write(copy.get());
        closed = true;
    }

    private synchronized void release() {
        scheduled = false;
    }

    private synchronized Path writeUnlessClosed(S state) {
        if (!closed) {
            write(state);
        }
        return file;
    }

    private void write(S state) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, json.apply(state).toBuffer().getBytes());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
