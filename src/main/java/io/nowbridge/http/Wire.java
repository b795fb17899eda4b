package io.nowbridge.http;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Carries requests to one server and their answers back: each to an address judged anew, in time, and once. It follows no
 * redirect and keeps no cookie, which would tie all calls to one session, and that serves them one at a time. What it sends is
 * counted by the {@link RemoteCalls} of whoever waits for the answer.
 */
public final class Wire {

    // More than any page of rows, and little enough for the smallest function.
    private static final int LARGEST_BODY = 32 * 1024 * 1024;

    private static final int OK = 200;

    // A connection that slept while the sandbox was frozen is dead, and a write that meets it has no answer.
    private static final int LONGEST_IDLE_SECONDS = 10;

    private final HttpClient http;
    private final Dialer dialer;
    private final URI server;
    private final Duration timeout;

    /** A request may take {@code timeout}, from looking for the address to the last byte received. */
    public Wire(HttpClient http, Dialer dialer, URI server, Duration timeout) {
        this.http = http;
        this.dialer = dialer;
        this.server = server;
        this.timeout = timeout;
    }

    /** How the engine behaves under all wires, with so many connections to each server at most. */
    public static HttpClientOptions options(Duration connectTimeout, int connections) {
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .setKeepAliveTimeout(LONGEST_IDLE_SECONDS)
                .setMaxPoolSize(connections);
    }

    /** Sends a request and waits for the whole answer, whatever its status. Fails with an {@link Unanswered}. */
    public Uni<Response> send(Request request) {
        return send(request, Wire::read);
    }

    /**
     * Sends a request and writes what comes back with status 200 into a file, which is overwritten, as fast as that takes it
     * in; the answer has no body then. Fails with an {@link Unanswered}, also where there is more than {@code most} bytes of
     * it.
     */
    public Uni<Response> download(Request request, Path file, long most) {
        return send(request, (response, answer) -> {
            if (response.statusCode() == OK) {
                Download.of(response, file, most, answer);
            } else {
                read(response, answer);
            }
        });
    }

    private Uni<Response> send(Request request, BiConsumer<HttpClientResponse, Promise<Response>> reader) {
        return Uni.createFrom()
                .deferred(() -> dialer.dial(server))
                .onFailure()
                .transform(Unanswered::unsent)
                .flatMap(address -> exchange(request, options(request, address), reader))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(Unanswered::of);
    }

    private RequestOptions options(Request request, SocketAddress address) {
        return new RequestOptions()
                .setAbsoluteURI(server.resolve(request.target()).toString())
                .setServer(address)
                .setMethod(request.method())
                .setHeaders(request.with("User-Agent", "Nowbridge").headers());
    }

    // An answer leaves its connection to the next request; whatever else ends the exchange closes it.
    private Uni<Response> exchange(
            Request request, RequestOptions options, BiConsumer<HttpClientResponse, Promise<Response>> reader) {
        return Uni.createFrom().context(waiting -> {
            var calls = RemoteCalls.in(waiting);
            var answer = Promise.<Response>promise();
            var opened = http.request(options)
                    .onFailure(answer::tryFail)
                    .onSuccess(exchange -> carry(request, exchange, answer, calls, reader));
            Runnable giveUp = () -> {
                answer.tryFail("Nobody waits for it any more");
                opened.onSuccess(HttpClientRequest::reset);
            };
            return Uni.createFrom()
                    .completionStage(answer.future().toCompletionStage())
                    .onFailure()
                    .invoke(giveUp)
                    .onCancellation()
                    .invoke(giveUp);
        });
    }

    private static void carry(
            Request request,
            HttpClientRequest exchange,
            Promise<Response> answer,
            RemoteCalls calls,
            BiConsumer<HttpClientResponse, Promise<Response>> reader) {
        // Before anything is sent, since what comes unheard is lost.
        exchange.exceptionHandler(answer::tryFail)
                .response()
                .onFailure(answer::tryFail)
                .onSuccess(response -> reader.accept(response, answer));
        if (!answer.future().isComplete()) {
            calls.count();
            request.body().ifPresentOrElse(exchange::end, exchange::end);
        }
    }

    private static void read(HttpClientResponse response, Promise<Response> answer) {
        var body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail)
                .handler(chunk -> {
                    if (body.length() + chunk.length() > LARGEST_BODY) {
                        answer.tryFail(new Unanswered.TooLong("more than 32 MiB"));
                    } else {
                        body.appendBuffer(chunk);
                    }
                })
                .endHandler(end -> {
                    var whole = new Response(response.statusCode(), response.headers(), body.toString());
                    // Not before the connection is free again, or the next request would open another.
                    requireNonNull(Vertx.currentContext()).runOnContext(free -> answer.tryComplete(whole));
                });
    }
}
