package io.nowbridge.local.standin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.UUID;

/**
 * Does to a request what a fault says.
 *
 * <p>The kinds that handle first call their own server again, past the faults, and hold the answer in hand before they
 * spoil it. That works around any handler, whether it computes its answer or fetches it from somewhere else.
 */
final class Misbehaviour {

    private static final String PAST_FAULTS = "X-Past-Faults";

    private final Vertx vertx;
    private final HttpClient self;
    private final String pass = UUID.randomUUID().toString();

    Misbehaviour(Vertx vertx) {
        this.vertx = vertx;
        this.self = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64));
    }

    /** Whether this is a request that a fault has already struck. */
    boolean isPast(RoutingContext context) {
        var passed = pass.equals(context.request().getHeader(PAST_FAULTS));
        if (passed) {
            context.request().headers().remove(PAST_FAULTS);
        }
        return passed;
    }

    void strike(Fault fault, RoutingContext context) {
        switch (fault.kind()) {
            case STATUS -> answer(fault, context);
            case HTML -> html(fault, context);
            case RESET -> cut(context);
            case DELAY -> after(fault.delay(), context::next);
            case DROP_AFTER_WRITE -> handled(context).onComplete(done -> cut(context));
            case STATUS_AFTER_WRITE -> handled(context).onComplete(done -> answer(fault, context));
            case DELAY_AFTER_WRITE ->
                handled(context)
                        .onSuccess(answer -> after(fault.delay(), () -> pass(answer, context)))
                        .onFailure(context::fail);
            case TRUNCATE ->
                handled(context).onSuccess(answer -> truncate(answer, context)).onFailure(context::fail);
        }
    }

    void close() {
        self.close();
    }

    private record Handled(HttpClientResponse head, Buffer body) {}

    private Future<Handled> handled(RoutingContext context) {
        var request = context.request();
        var again = new RequestOptions()
                .setMethod(request.method())
                .setHost("127.0.0.1")
                .setPort(request.localAddress().port())
                .setURI(request.uri());
        request.headers().forEach((name, value) -> again.addHeader(name, value));
        again.removeHeader(HttpHeaders.TRANSFER_ENCODING.toString()).putHeader(PAST_FAULTS, pass);
        var body = context.body().buffer();
        return self.request(again)
                .compose(sent -> body == null ? sent.send() : sent.send(body))
                .compose(head -> head.body().map(bytes -> new Handled(head, bytes)));
    }

    private static void answer(Fault fault, RoutingContext context) {
        var response = context.response().setStatusCode(fault.status().orElseThrow());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8");
        fault.headers().forEach((name, value) -> response.putHeader(name, value));
        response.end(fault.body().orElseGet(Buffer::buffer));
    }

    private static void html(Fault fault, RoutingContext context) {
        context.response()
                .setStatusCode(fault.status().orElse(200))
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .end(fault.page());
    }

    private static void pass(Handled answer, RoutingContext context) {
        head(answer, context);
        context.response().end(answer.body());
    }

    private static void truncate(Handled answer, RoutingContext context) {
        head(answer, context);
        context.response()
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH, String.valueOf(answer.body().length()))
                .write(answer.body().slice(0, answer.body().length() / 2))
                .onComplete(written -> cut(context));
    }

    private static void head(Handled answer, RoutingContext context) {
        var response = context.response().setStatusCode(answer.head().statusCode());
        response.headers().setAll(answer.head().headers()).remove(HttpHeaders.TRANSFER_ENCODING);
    }

    private static void cut(RoutingContext context) {
        context.request().connection().close();
    }

    private void after(Duration delay, Runnable then) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> then.run());
    }
}
