package io.nowbridge.tdsynnex;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that answers every document with what a test says, and remembers what it was sent. */
final class AnsweringServer implements AutoCloseable {

    /** An answer under a status. */
    record Answer(int status, String body) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    AnsweringServer(Function<String, Answer> answers) {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    received.add(request.method() + " " + request.path() + "\n" + body);
                    var answer = answers.apply(body.toString());
                    // On a later turn, so that whoever sends several at once is seen to.
                    vertx.setTimer(20, later -> {
                        underWay.decrementAndGet();
                        request.response().setStatusCode(answer.status()).end(answer.body());
                    });
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    Vertx vertx() {
        return vertx;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    List<String> received() {
        return received;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
