package io.nowbridge.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.unchecked.UncheckedSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Files in a folder of this machine, where they are read as they lie: whoever puts them there moves them in whole. */
final class FolderInbox implements Inbox {

    private final Path folder;

    FolderInbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public Uni<Optional<Arrival>> newest() {
        return onDisk(this::look);
    }

    private Optional<Arrival> look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Unchecked.function(FolderInbox::arrival))
                    .max(Comparator.comparing(Arrival::at).thenComparing(Arrival::name));
        }
    }

    @Override
    public Uni<Copy> fetch(Arrival arrival) {
        return onDisk(() -> {
            var file = folder.resolve(arrival.name());
            if (!arrival(file).version().equals(arrival.version())) {
                throw Failures.replaced(arrival.name());
            }
            return new Copy(file, false);
        });
    }

    private static Arrival arrival(Path file) throws IOException {
        var at = Files.getLastModifiedTime(file).toInstant();
        var bytes = Files.size(file);
        return new Arrival(String.valueOf(file.getFileName()), at, bytes, at + " " + bytes);
    }

    private static <T> Uni<T> onDisk(UncheckedSupplier<T> act) {
        return Uni.createFrom()
                .item(Unchecked.supplier(act))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .transform(FolderInbox::translated);
    }

    private static Throwable translated(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException gone -> Failures.replaced("The file");
            case IOException e -> Failures.unavailable("The folder of the files could not be read", e);
            // So Mutiny hands on what its suppliers may not throw.
            case RuntimeException e when e.getCause() instanceof IOException cause -> translated(cause);
            case Throwable known -> known;
        };
    }
}
