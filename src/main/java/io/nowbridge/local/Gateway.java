package io.nowbridge.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** The template's HTTP API on this machine, with its authorizer and limits; and the console, where nothing else is. */
final class Gateway implements AutoCloseable {

    /** API Gateway's own limit for HTTP APIs: 10 MB. */
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    /** What it answers itself: the schedules' ticks, the console, the files of exports. */
    record Own(Ticks ticks, Console console, Downloads downloads) {}

    private final RouteTable routes;
    private final Invocations invocations;
    private final Own own;
    private final Map<Template.TokenRule, TokenAuthorizer> authorizers;
    private final InstantSource clock;
    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("request-", 0).factory());
    private final HttpServer server;

    private Gateway(Vertx vertx, Template template, Invocations invocations, Own own, InstantSource clock) {
        this.routes = new RouteTable(template);
        this.invocations = invocations;
        this.own = own;
        this.authorizers = new HashMap<>();
        template.routes()
                .flatMap(route -> route.token().stream())
                .forEach(rule -> authorizers.put(rule, new TokenAuthorizer(rule, clock)));
        this.clock = clock;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true));
        server.requestHandler(request -> receive(request, vertx.getOrCreateContext()));
    }

    /** Starts on {@code port}, or on any free one for 0. */
    static Gateway start(
            Vertx vertx, int port, Template template, Invocations invocations, Own own, InstantSource clock) {
        var gateway = new Gateway(vertx, template, invocations, own, clock);
        gateway.server
                .listen(port, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return gateway;
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        requests.shutdownNow();
    }

    private void receive(HttpServerRequest request, Context context) {
        try {
            var method = request.method().name();
            var path = String.valueOf(request.path());
            var scheduled = own.ticks().asked(method, path);
            if (scheduled.isPresent()) {
                requests.execute(() -> reply(request, context, tick(scheduled.orElseThrow())));
            } else if (own.console().serves(method, path)) {
                var encodings = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "");
                requests.execute(() -> reply(request, context, own.console().answer(path, encodings)));
            } else if (own.downloads().isAsked(method, path)) {
                requests.execute(() -> reply(request, context, download(path)));
            } else {
                route(request, context);
            }
        } catch (IllegalArgumentException e) {
            // Its path or its query is encoded in a way that nobody can read.
            Reply.own(400, "Bad Request").send(request.response());
        }
    }

    private void route(HttpServerRequest request, Context context) {
        var match = find(request);
        if (match.isEmpty()) {
            Reply.own(404, "Not Found").send(request.response());
            return;
        }
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= MAX_BODY_BYTES) {
                body.appendBuffer(part);
            } else if (!request.response().ended()) {
                Reply.own(413, "Request Entity Too Large").send(request.response());
            }
        });
        request.endHandler(end -> {
            if (!request.response().ended()) {
                requests.execute(() -> reply(request, context, answer(request, body, match.orElseThrow())));
            }
        });
    }

    private static void reply(HttpServerRequest request, Context context, Reply reply) {
        context.runOnContext(any -> reply.send(request.response()));
    }

    private Reply tick(Template.Function function) {
        var requestId = UUID.randomUUID().toString();
        return answer("The tick of " + function.name(), requestId, () -> {
            own.ticks().run(function, requestId);
            return Reply.own(200, "Done");
        });
    }

    private Reply download(String path) {
        try {
            return own.downloads().answer(path);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "An exported file could not be read", e);
            return Reply.own(500, "Internal Server Error");
        }
    }

    private Optional<RouteTable.Match> find(HttpServerRequest request) {
        request.params();
        return Optional.ofNullable(request.path())
                .flatMap(path -> routes.find(request.method().name(), path));
    }

    private Reply answer(HttpServerRequest request, Buffer body, RouteTable.Match match) {
        var requestId = UUID.randomUUID().toString();
        try {
            var token = match.route().token();
            var claims = Optional.<JWTClaimsSet>empty();
            if (token.isPresent()) {
                claims = claims(request, token.orElseThrow());
                if (claims.isEmpty()) {
                    return Reply.unauthorized();
                }
            }
            var event = new HttpApiEvent(
                    request, body, match.route(), match.parameters(), claims, requestId, clock.instant());
            return answer(
                    match.route().key(),
                    requestId,
                    () -> Reply.of(invocations.invoke(match.function(), requestId, event.json())));
        } catch (JOSEException e) {
            LOG.log(Level.ERROR, "The token's signature cannot be checked: is the identity provider up?", e);
            return Reply.own(500, "Internal Server Error");
        }
    }

    private static Reply answer(String what, String requestId, Invocation invocation) {
        try {
            return invocation.run();
        } catch (TimeoutException e) {
            LOG.log(Level.ERROR, "%s took too long, request %s".formatted(what, requestId));
            return Reply.own(503, "Service Unavailable");
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "%s failed, request %s".formatted(what, requestId), e.getCause());
            return Reply.own(500, "Internal Server Error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.own(503, "Service Unavailable");
        }
    }

    @FunctionalInterface
    private interface Invocation {
        Reply run() throws ExecutionException, TimeoutException, InterruptedException;
    }

    private Optional<JWTClaimsSet> claims(HttpServerRequest request, Template.TokenRule rule) throws JOSEException {
        var header = Optional.ofNullable(request.getHeader("Authorization"));
        var authorizer = Optional.ofNullable(authorizers.get(rule)).orElseThrow();
        return header.isEmpty() ? Optional.empty() : authorizer.claims(header.orElseThrow());
    }
}
