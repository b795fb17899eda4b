package io.nowbridge.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Stands in front of a server on this machine, and has what goes through it watched. */
final class Observed implements AutoCloseable {

    /** Whoever watches. */
    interface Observer {

        /** What the server is sent in place of {@code body}. */
        Buffer asked(HttpServerRequest request, Buffer body);

        void answered(HttpServerRequest request, Buffer answer, Duration taken);
    }

    // These are about one connection, and each makes its own.
    private static final Set<String> OWN = Set.of("connection", "content-length", "host", "transfer-encoding");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64));
    private final HttpServer server;
    private final URI behind;
    private final Observer observer;

    private Observed(URI behind, Observer observer) {
        this.behind = behind;
        this.observer = observer;
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> pass(request, body)))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static Observed before(URI behind, Observer observer) {
        return new Observed(behind, observer);
    }

    URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    private void pass(HttpServerRequest request, Buffer body) {
        var begin = System.nanoTime();
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(behind.getHost())
                .setPort(behind.getPort())
                .setURI(request.uri());
        client.request(options)
                .compose(forwarded -> {
                    request.headers().forEach((name, value) -> {
                        if (isPassedOn(name)) {
                            forwarded.headers().add(name, value);
                        }
                    });
                    return forwarded.send(observer.asked(request, body));
                })
                .compose(answer -> answer.body().onSuccess(content -> {
                    observer.answered(request, content, Duration.ofNanos(System.nanoTime() - begin));
                    answer(request, answer, content);
                }))
                // What the server cuts off is cut off here, too.
                .onFailure(failure -> request.connection().close());
    }

    private static void answer(HttpServerRequest request, HttpClientResponse answer, Buffer content) {
        var response = request.response().setStatusCode(answer.statusCode());
        answer.headers().forEach((name, value) -> {
            if (isPassedOn(name)) {
                response.headers().add(name, value);
            }
        });
        response.end(content);
    }

    private static boolean isPassedOn(String header) {
        return !OWN.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
