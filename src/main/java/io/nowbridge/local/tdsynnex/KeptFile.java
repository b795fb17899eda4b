package io.nowbridge.local.tdsynnex;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The newest price file, written to a temporary place the first time somebody asks for it. */
final class KeptFile implements AutoCloseable {

    /** A whole file; it is gone once another has taken its place, except for those who are reading it. */
    record Copy(String version, Path path, long bytes) {}

    private final Path directory;
    private @Nullable Copy newest;

    KeptFile() {
        try {
            directory = Files.createTempDirectory("nowbridge-price-file");
        } catch (IOException e) {
            throw new UncheckedIOException("No place for the price file", e);
        }
    }

    /** May take seconds. */
    synchronized Copy of(String version, PriceFile file) throws IOException {
        var known = newest;
        if (known != null && known.version().equals(version)) {
            return known;
        }
        var path = directory.resolve(version + ".zip");
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            file.write(out);
        }
        forget();
        var copy = new Copy(version, path, Files.size(path));
        newest = copy;
        return copy;
    }

    @Override
    public synchronized void close() {
        try {
            forget();
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() throws IOException {
        var known = newest;
        newest = null;
        if (known != null) {
            Files.deleteIfExists(known.path());
        }
    }
}
