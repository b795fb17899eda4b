package io.nowbridge.export;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Says how far an export has come, and where its file is once it is ready. */
public final class ReadExport {

    /** An export as whoever asks may see it. */
    public record Shown(Export export, Optional<Link> link) {}

    /** Where the file can be read, without signing in, until then. */
    public record Link(URI url, Instant expiresAt) {}

    private final Exports exports;
    private final Shelves shelves;
    private final InstantSource clock;
    private final Duration linkLife;

    public ReadExport(Exports exports, Shelves shelves, InstantSource clock, Duration linkLife) {
        this.exports = exports;
        this.shelves = shelves;
        this.clock = clock;
        this.linkLife = linkLife;
    }

    /** Empty where there is no such export for people; what the archive has is not handed out. */
    public Uni<Optional<Shown>> run(String id) {
        return exports.find(id)
                .flatMap(found -> found.filter(export -> export.shelf() == Shelf.DOWNLOADS)
                        .map(export -> shown(export).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Shown> shown(Export export) {
        return switch (export.state()) {
            case UNDER_WAY, WRITTEN, FAILED -> Uni.createFrom().item(new Shown(export, Optional.empty()));
            case READY -> {
                var until = clock.instant().plus(linkLife);
                yield shelves.downloads()
                        .link(export.progress().begun(), until)
                        .map(url -> new Shown(export, Optional.of(new Link(url, until))));
            }
        };
    }
}
