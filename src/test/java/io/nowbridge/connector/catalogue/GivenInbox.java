package io.nowbridge.connector.catalogue;

import io.nowbridge.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inbox with one file, and copies of it that a test can look for. */
public final class GivenInbox implements Inbox {

    public static final Instant ARRIVED = Instant.parse("2026-01-05T06:00:00Z");

    private final Optional<byte[]> content;
    private final List<Path> copies = new ArrayList<>();

    private GivenInbox(Optional<byte[]> content) {
        this.content = content;
    }

    public static GivenInbox with(byte[] content) {
        return new GivenInbox(Optional.of(content));
    }

    public static GivenInbox empty() {
        return new GivenInbox(Optional.empty());
    }

    /** Those that have not been closed. */
    public List<Path> copiesLeft() {
        return copies.stream().filter(Files::exists).toList();
    }

    @Override
    public Uni<Optional<Arrival>> newest() {
        return Uni.createFrom().item(content.map(bytes -> new Arrival("file", ARRIVED, bytes.length, "1")));
    }

    @Override
    public Uni<Copy> fetch(Arrival arrival) {
        return Uni.createFrom().item(() -> {
            try {
                var file = Files.write(Files.createTempFile("given", ".file"), content.orElseThrow());
                copies.add(file);
                return new Copy(file, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
