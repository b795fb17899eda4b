package io.nowbridge.inbox;

import io.nowbridge.http.Request;
import io.nowbridge.http.Response;
import io.nowbridge.http.Unanswered;
import io.nowbridge.http.Wire;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/** One file on a web server, each time by its name, which is overwritten with the next. */
final class WebInbox implements Inbox {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int ANOTHER = 412;

    private final Wire wire;
    private final Supplier<Uni<WebFile>> file;
    private final long largest;
    private final InstantSource clock;

    WebInbox(Wire wire, Supplier<Uni<WebFile>> file, long largest, InstantSource clock) {
        this.wire = wire;
        this.file = file;
        this.largest = largest;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Arrival>> newest() {
        return wanted().flatMap(wanted -> told(wanted, wire.send(signed(Request.head(wanted.path()), wanted)))
                .map(response -> response.status() == NOT_FOUND
                        ? Optional.empty()
                        : Optional.of(arrival(wanted, answered(wanted, response)))));
    }

    @Override
    public Uni<Copy> fetch(Arrival arrival) {
        return wanted().flatMap(wanted -> TemporaryFiles.filled(copy -> {
            var request = signed(Request.file(wanted.path()), wanted);
            return told(wanted, wire.download(ifStill(arrival, request), copy.file(), largest))
                    .invoke(response -> requireSame(wanted, arrival, response));
        }));
    }

    private Uni<WebFile> wanted() {
        return Uni.createFrom().deferred(file::get).onFailure().transform(Failures::unsigned);
    }

    // A server that gives no tag of its own is asked for whatever it has, and that compared.
    private static Request ifStill(Arrival arrival, Request request) {
        return arrival.version().startsWith("\"") ? request.with("If-Match", arrival.version()) : request;
    }

    private void requireSame(WebFile wanted, Arrival arrival, Response response) {
        if (response.status() == ANOTHER || response.status() == NOT_FOUND) {
            throw Failures.replaced(wanted.name());
        }
        if (!version(answered(wanted, response)).equals(arrival.version())) {
            throw Failures.replaced(wanted.name());
        }
    }

    private static Response answered(WebFile wanted, Response response) {
        if (response.status() != OK) {
            throw Failures.status(wanted.name(), response.status());
        }
        return response;
    }

    private Arrival arrival(WebFile wanted, Response response) {
        return new Arrival(
                wanted.name(), lastModified(response).orElseGet(clock::instant), bytes(response), version(response));
    }

    // By its tag; a weak one may stay where the bytes do not (RFC 9110, 8.8.1).
    private static String version(Response response) {
        return response.header("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> response.header("Last-Modified"))
                .orElse("unknown");
    }

    private static long bytes(Response response) {
        return response.header("Content-Length")
                .filter(length -> length.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private static Optional<Instant> lastModified(Response response) {
        try {
            return response.header("Last-Modified")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Request signed(Request request, WebFile wanted) {
        return wanted.authorization()
                .map(authorization -> request.with("Authorization", authorization))
                .orElse(request);
    }

    private static Uni<Response> told(WebFile wanted, Uni<Response> work) {
        return work.onFailure(Unanswered.class).transform(failure -> Failures.silence(wanted.name(), failure));
    }
}
