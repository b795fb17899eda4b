package io.nowbridge.local.standin;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A server in front of any handler that dates its answers, records what it receives and misbehaves on request.
 *
 * <p>The handler behind finds the body already read ({@code context.body()}) and runs on one event loop, one request
 * at a time. Beside what it serves, there are
 *
 * <ul>
 *   <li>{@code POST /__faults} arms a fault: {@code {"match": {"method", "path", "header": {"name", "value"}}, "fault":
 *       "status|delay|delay-after-write|reset|truncate|html|drop-after-write|status-after-write", "status", "headers",
 *       "body", "delayMs", "times"}}; only {@code fault} is required, {@code times} is 1 unless said, 0 or less means
 *       until cleared. {@code GET} lists the armed ones, {@code DELETE} clears them;
 *   <li>{@code GET /__requests} lists what was received and whether it has {@code reached} the handler itself, as one
 *       that a fault took out of its hands has not; {@code DELETE} empties the list; {@code GET /__requests/totals}
 *       counts them by method since then, all of them where the list keeps the newest;
 *   <li>{@code POST /__reset} restores the seed.
 * </ul>
 */
public final class StandIn implements AutoCloseable {

    // Above what the real systems accept, so that their own answers to long requests can be given.
    private static final int LONGEST_LINE = 256 * 1024;
    private static final int LONGEST_BODY = 64 * 1024 * 1024;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final Misbehaviour misbehaviour;

    private StandIn(HttpServer server, Misbehaviour misbehaviour) {
        this.server = server;
        this.misbehaviour = misbehaviour;
    }

    /** Starts on {@code port} of the loopback address, 0 for a free one, and waits until it listens. */
    public static StandIn start(
            Vertx vertx, int port, InstantSource clock, Runnable reset, Handler<RoutingContext> behind) {
        return start(vertx, port, clock, reset, new Faults(), behind);
    }

    /** Starts with faults that the handler behind may ask for as well, for requests that lie within a request. */
    public static StandIn start(
            Vertx vertx, int port, InstantSource clock, Runnable reset, Faults faults, Handler<RoutingContext> behind) {
        var received = new ReceivedRequests();
        var misbehaviour = new Misbehaviour(vertx);
        var router = Router.router(vertx);
        router.route().handler(context -> {
            context.response().putHeader(HttpHeaders.DATE, DATE.format(clock.instant()));
            context.next();
        });
        router.route().handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        controls(router, faults, received, reset);
        router.route().handler(context -> {
            if (misbehaviour.isPast(context) || isControl(context)) {
                context.next();
                return;
            }
            received.add(context, clock.instant());
            faults.strike(context.request())
                    .ifPresentOrElse(
                            fault -> {
                                if (fault.kind().handlesFirst()) {
                                    received.reached(context);
                                }
                                misbehaviour.strike(fault, context);
                            },
                            context::next);
        });
        router.route().handler(context -> {
            received.reached(context);
            behind.handle(context);
        });
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setCompressionSupported(true)
                // Cutting a connection must cut it: no upgrade to HTTP/2 behind a client's back.
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_LINE);
        var server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new StandIn(server, misbehaviour);
    }

    public int port() {
        return server.actualPort();
    }

    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    @Override
    public void close() {
        misbehaviour.close();
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    // What a stand-in adds of its own, /__settings for one, is neither recorded nor spoilt.
    private static boolean isControl(RoutingContext context) {
        return context.normalizedPath().startsWith("/__");
    }

    private static void controls(Router router, Faults faults, ReceivedRequests received, Runnable reset) {
        router.get("/__faults").handler(context -> json(context, faults.toJson().toBuffer()));
        router.post("/__faults").handler(context -> arm(context, faults));
        router.delete("/__faults").handler(context -> done(context, faults::clear));
        router.get("/__requests")
                .handler(context -> json(context, received.toJson().toBuffer()));
        router.get("/__requests/totals")
                .handler(context -> json(context, received.totals().toBuffer()));
        router.delete("/__requests").handler(context -> done(context, received::clear));
        router.post("/__reset").handler(context -> done(context, reset));
    }

    private static void arm(RoutingContext context, Faults faults) {
        Fault fault;
        try {
            fault = Fault.parse(
                    new JsonObject(Optional.ofNullable(context.body().buffer()).orElseGet(() -> Buffer.buffer("{}"))));
        } catch (IllegalArgumentException | DecodeException unreadable) {
            context.response().setStatusCode(400);
            json(context, new JsonObject().put("error", unreadable.getMessage()).toBuffer());
            return;
        }
        done(context, () -> faults.arm(fault));
    }

    private static void done(RoutingContext context, Runnable action) {
        action.run();
        context.response().setStatusCode(204).end();
    }

    private static void json(RoutingContext context, Buffer body) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body);
    }
}
