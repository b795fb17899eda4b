package io.nowbridge.vault;

import io.nowbridge.vault.VaultException.KeyUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A small text that its owner alone may read, written whole or not at all, by one process at a time. */
final class PrivateFile {

    private static final FileAttribute<?> OWNER_ONLY = permissions("rw-------");
    private static final FileAttribute<?> OWNERS_DIRECTORY = permissions("rwx------");

    private final Path file;
    private final Path directory;

    PrivateFile(Path file) {
        this.file = file.toAbsolutePath();
        this.directory = this.file.resolveSibling("");
    }

    Path path() {
        return file;
    }

    /** What it says, or empty if it does not exist. */
    Optional<String> read() throws IOException {
        try {
            refuseOthers();
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Writes what {@code change} makes of what it says; nobody else changes it meanwhile. */
    String change(Function<Optional<String>, String> change) throws IOException {
        Files.createDirectories(directory, OWNERS_DIRECTORY);
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        // The lock keeps other processes out, and the monitor the other threads of this one.
        synchronized (PrivateFile.class) {
            try (var locked =
                    FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY)) {
                locked.lock();
                var before = read();
                var after = change.apply(before);
                if (!before.equals(Optional.of(after))) {
                    replace(after);
                }
                return after;
            }
        }
    }

    private void replace(String text) throws IOException {
        var written = Files.createTempFile(directory, "", ".new", OWNER_ONLY);
        try {
            Files.writeString(written, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void refuseOthers() throws IOException {
        var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (!permissions.endsWith("------")) {
            throw new KeyUnusable(file + " is open to others (" + permissions + "): chmod 600 " + file);
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
