package io.nowbridge.inbox;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.http.Dialer;
import io.nowbridge.http.Wire;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The inboxes of all connections, at the one place that the operator chose: {@code s3://bucket/prefix}, {@code
 * file:/folder}, each with a folder for each connection that is called by its id, or {@code http(s)://host/folder/}.
 */
public final class Inboxes {

    /** How files are fetched: how long one may take, and how large it may be, in bytes. */
    public record Limits(Duration longest, long largest) {}

    private final URI place;
    private final Supplier<S3AsyncClient> s3;
    private final HttpClient http;
    private final Dialer dialer;
    private final Limits limits;
    private final InstantSource clock;

    /** Looks the client of S3 up when it is first needed: a machine without S3 has no settings for it. */
    public Inboxes(
            URI place, Supplier<S3AsyncClient> s3, HttpClient http, Dialer dialer, Limits limits, InstantSource clock) {
        if (!String.valueOf(place.getScheme()).matches("s3|file|https?")) {
            throw new IllegalArgumentException(
                    "Catalogues arrive at s3://bucket, file:/folder or https://host/folder/");
        }
        this.place = place;
        this.s3 = s3;
        this.http = http;
        this.dialer = dialer;
        this.limits = limits;
        this.clock = clock;
    }

    /** The inbox of a connection; {@code file} says which file is its own, and how it is asked for, on a web server. */
    public Inbox of(ConnectionId connection, Supplier<Uni<WebFile>> file) {
        return switch (place.getScheme()) {
            case "s3" ->
                new S3Inbox(s3, place.getHost(), prefix() + connection + "/", limits.longest(), limits.largest());
            case "file" -> new FolderInbox(Path.of(place).resolve(connection.value()));
            default -> at(place.resolve("/"), () -> file.get().map(wanted -> wanted.under(place.getPath())));
        };
    }

    /** The same for files that anybody may fetch there, which are called by the connection's id. */
    public Inbox of(ConnectionId connection) {
        return of(connection, () -> Uni.createFrom().item(WebFile.open("/" + connection)));
    }

    /** A file on a web server of the connection's own. */
    public Inbox at(URI server, Supplier<Uni<WebFile>> file) {
        return new WebInbox(new Wire(http, dialer, server, limits.longest()), file, limits.largest(), clock);
    }

    private String prefix() {
        var path = place.getPath().replaceFirst("^/", "");
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }
}
