package io.nowbridge.tdsynnex;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that answers every document with what a test says, and remembers what it was sent. */
public final class AnsweringServer implements AutoCloseable {

    /** An answer under a status. */
    public record Answer(int status, String body) {

        /** The connection is cut once the document has been received. */
        public static final Answer CUT = new Answer(0, "");

        /** Nothing ever comes. */
        public static final Answer SILENCE = new Answer(-1, "");

        public static Answer of(String body) {
            return new Answer(200, body);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    public AnsweringServer(Function<String, Answer> answers) {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    received.add(request.method() + " " + request.path() + "\n" + body);
                    var answer = answers.apply(body.toString());
                    // On a later turn, so that whoever sends several at once is seen to.
                    vertx.setTimer(20, later -> {
                        underWay.decrementAndGet();
                        answer(request, answer);
                    });
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void answer(HttpServerRequest request, Answer answer) {
        if (answer.equals(Answer.CUT)) {
            request.connection().close();
        } else if (!answer.equals(Answer.SILENCE)) {
            request.response().setStatusCode(answer.status()).end(answer.body());
        }
    }

    public Vertx vertx() {
        return vertx;
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    public List<String> received() {
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
