package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A ServiceNow on a loopback port that gives recorded answers, each path's in their order, the last one for ever. */
final class RecordedInstance implements AfterEachCallback, AutoCloseable {

    /** A request as it arrived. */
    record Received(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

        String query(String parameter) {
            return query.getOrDefault(parameter, "");
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    static final Credentials BASIC = new Credentials.Basic("svc_nowbridge", "secret");
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    /** The path of the incident table. */
    static final String TABLE = "/api/now/table/incident";

    /** The path of the incident that the recorded answers are about. */
    static final String RECORD = TABLE + "/" + Drafts.SYS_ID;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> arrival = new CompletableFuture<>();
    private final CompletableFuture<Void> gaveUp = new CompletableFuture<>();

    RecordedInstance() {
        this(new HttpServerOptions());
    }

    RecordedInstance(HttpServerOptions options) {
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(this::serve)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** A client of this instance that waits for nothing longer than it must. */
    ServiceNow client() {
        return client(Hurried.SHORT, BASIC);
    }

    /** A client of this instance. */
    ServiceNow client(ServiceNowConfig config, Credentials credentials) {
        return clients(config).connect(address(), credentials);
    }

    /** Makes clients that call every instance here, whatever its name. */
    ServiceNowClients clients(ServiceNowConfig config) {
        return new ServiceNowClients(config, InstantSource.fixed(NOW), new Random(1), this::dial, vertx);
    }

    Vertx vertx() {
        return vertx;
    }

    /** The most requests that waited for an answer at once. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Listens no more. */
    void leave() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    URI address() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    RecordedInstance on(String path, Reply... inTurn) {
        replies.put(path, new ArrayDeque<>(Arrays.asList(inTurn)));
        return this;
    }

    List<Received> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** How many connections clients have opened. */
    int connections() {
        return connections.get();
    }

    /** Completes when a request has arrived. */
    CompletableFuture<Void> arrival() {
        return arrival;
    }

    /** Completes when a client closes its connection while it waits for an answer. */
    CompletableFuture<Void> gaveUp() {
        return gaveUp;
    }

    /** Leads to this instance, whatever it is called. */
    Uni<SocketAddress> dial(URI instance) {
        return Uni.createFrom().item(SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1"));
    }

    private void serve(HttpServerRequest request) {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        request.response().endHandler(sent -> underWay.decrementAndGet());
        request.response().exceptionHandler(gone -> gaveUp.complete(null));
        request.body().onSuccess(body -> {
            received.add(new Received(
                    request.method().name(),
                    request.path(),
                    map(request.params()),
                    map(request.headers()),
                    body.toString()));
            arrival.complete(null);
            next(request.path()).accept(request);
        });
    }

    private Reply next(String path) {
        var left = replies.get(path);
        if (left == null) {
            return Reply.text(404, "text/plain", "no reply recorded for " + path);
        }
        synchronized (left) {
            return left.size() > 1 ? left.remove() : left.element();
        }
    }

    private static Map<String, String> map(MultiMap values) {
        var map = new ConcurrentHashMap<String, String>();
        values.forEach((name, value) -> map.put(name.toLowerCase(Locale.ROOT), value));
        return map;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
