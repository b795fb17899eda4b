package io.nowbridge.inbox;

import io.smallrye.mutiny.Uni;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the files of one connection arrive; the newest counts.
 *
 * <p>Every operation fails with a {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else.
 */
public interface Inbox {

    /** The newest file; empty while none has arrived. */
    Uni<Optional<Arrival>> newest();

    /** Brings a file here, for whoever asked to close; fails where another has taken its place. */
    Uni<Copy> fetch(Arrival arrival);

    /**
     * A file that has arrived.
     *
     * @param at when
     * @param version tells apart what arrived under one name
     */
    record Arrival(String name, Instant at, long bytes, String version) {}

    /** A file on this machine, which is deleted when it is closed, unless it lives here. */
    record Copy(Path file, boolean temporary) implements Closeable {

        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(file);
            }
        }
    }
}
