package io.nowbridge.servicenow;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** How a {@link RecordedInstance} deals with one request. */
interface Reply extends Consumer<HttpServerRequest> {

    static Reply json(int status, String file) {
        return text(status, "application/json;charset=UTF-8", recorded(file));
    }

    static Reply json(String body) {
        return text(200, "application/json;charset=UTF-8", body);
    }

    static Reply text(int status, String type, String body) {
        return request -> request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .end(body);
    }

    /** Half a body under a header that promises all of it. */
    static Reply cutHalfWay(String file) {
        return request -> {
            var body = recorded(file);
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Content-Length", String.valueOf(body.length()))
                    .write(body.substring(0, body.length() / 2))
                    .onComplete(sent -> request.connection().close());
        };
    }

    /** The start of a body, and then a space every few milliseconds for as long as somebody reads. */
    static Reply trickle(Vertx vertx) {
        return request -> {
            request.response().setChunked(true).putHeader("Content-Type", "application/json");
            vertx.setPeriodic(5, timer -> request.response().write(" ").onFailure(gone -> vertx.cancelTimer(timer)));
        };
    }

    /** A body that goes on for as long as somebody reads. */
    static Reply flood() {
        return request -> pour(request.response().setChunked(true));
    }

    private static void pour(HttpServerResponse response) {
        response.write("x".repeat(1024 * 1024)).onSuccess(sent -> pour(response));
    }

    static Reply hangUp() {
        return request -> request.connection().close();
    }

    static Reply silence() {
        return request -> {};
    }

    default Reply with(String header, String value) {
        return request -> {
            request.response().putHeader(header, value);
            accept(request);
        };
    }

    static String recorded(String file) {
        try (var body = Reply.class.getResourceAsStream(file)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
