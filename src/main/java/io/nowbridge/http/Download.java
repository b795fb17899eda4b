package io.nowbridge.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientResponse;
import java.nio.file.Path;

/** A body that is written to a file piece by piece as it comes, and no faster than the file takes it in. */
final class Download {

    private final HttpClientResponse response;
    private final AsyncFile file;
    private final long most;
    private final Promise<Response> answer;
    private long bytes;

    private Download(HttpClientResponse response, AsyncFile file, long most, Promise<Response> answer) {
        this.response = response;
        this.file = file;
        this.most = most;
        this.answer = answer;
    }

    static void of(HttpClientResponse response, Path path, long most, Promise<Response> answer) {
        // What comes before the file is open would be lost.
        response.pause();
        requireNonNull(Vertx.currentContext())
                .owner()
                .fileSystem()
                .open(path.toString(), new OpenOptions().setTruncateExisting(true))
                .onFailure(answer::tryFail)
                .onSuccess(file -> new Download(response, file, most, answer).run());
    }

    private void run() {
        // However the exchange ends, by a time limit as well: the file is closed.
        answer.future().onFailure(ended -> file.close());
        file.exceptionHandler(answer::tryFail);
        response.exceptionHandler(answer::tryFail)
                .handler(this::take)
                .endHandler(end -> file.close()
                        .onFailure(answer::tryFail)
                        .onSuccess(closed ->
                                answer.tryComplete(new Response(response.statusCode(), response.headers(), ""))));
        response.resume();
    }

    private void take(Buffer piece) {
        bytes += piece.length();
        if (answer.future().isComplete()) {
            return;
        }
        if (bytes > most) {
            answer.tryFail(new Unanswered.TooLong("more than %,d bytes".formatted(most)));
            return;
        }
        file.write(piece);
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(room -> response.resume());
        }
    }
}
