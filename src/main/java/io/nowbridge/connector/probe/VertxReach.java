package io.nowbridge.connector.probe;

import io.netty.channel.ConnectTimeoutException;
import io.nowbridge.connector.probe.Knock.Answered;
import io.nowbridge.connector.probe.Knock.NoConnection;
import io.nowbridge.connector.probe.Knock.NobodyListening;
import io.nowbridge.connector.probe.Knock.Refused;
import io.nowbridge.connector.probe.Knock.Unanswered;
import io.nowbridge.connector.probe.Knock.Unresolved;
import io.nowbridge.connector.probe.Knock.Untrusted;
import io.nowbridge.http.TlsFlaw;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Knocks with a connection of its own, at the one address that was judged, and follows no redirect. */
public final class VertxReach implements Reach {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Duration toAnswer;
    private final Function<URI, Uni<SocketAddress>> dial;

    /**
     * Connects to the address that {@code dial} gives, which fails with a {@link SecurityException} where it may not be
     * called, and because of an {@link UnknownHostException} where there is none.
     */
    public VertxReach(Vertx vertx, Function<URI, Uni<SocketAddress>> dial) {
        this(vertx, patience(TO_CONNECT), TO_ANSWER, dial);
    }

    VertxReach(Vertx vertx, HttpClientOptions options, Duration toAnswer, Function<URI, Uni<SocketAddress>> dial) {
        this.http = vertx.createHttpClient(options.setKeepAlive(false));
        this.toAnswer = toAnswer;
        this.dial = dial;
    }

    static HttpClientOptions patience(Duration toConnect) {
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(toConnect.toMillis()))
                .setSslHandshakeTimeout(toConnect.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    @Override
    public Uni<Knock> knock(URI instance, String path) {
        return Uni.createFrom()
                .deferred(() -> dial.apply(instance))
                .ifNoItem()
                .after(toAnswer)
                .failWith(() -> new UnknownHostException("no answer of a name server in time"))
                .flatMap(address -> connect(instance.resolve(path), address))
                .onFailure(SecurityException.class)
                .recoverWithItem(refusal -> new Refused(String.valueOf(refusal.getMessage())))
                .onFailure(failure -> isCausedBy(UnknownHostException.class, failure))
                .recoverWithItem(new Unresolved());
    }

    private Uni<Knock> connect(URI url, SocketAddress address) {
        var options = new RequestOptions()
                .setAbsoluteURI(url.toString())
                .setServer(address)
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, "Nowbridge");
        return Uni.createFrom()
                .completionStage(() -> http.request(options).toCompletionStage())
                .flatMap(this::ask)
                .onFailure()
                .recoverWithItem(failure -> unconnected(failure, options.isSsl()));
    }

    private Uni<Knock> ask(HttpClientRequest request) {
        return Uni.createFrom()
                .completionStage(() -> request.send().toCompletionStage())
                .<Knock>map(VertxReach::answered)
                .ifNoItem()
                .after(toAnswer)
                .fail()
                .onFailure()
                .recoverWithItem(new Unanswered())
                // The head of the answer is all that is wanted.
                .onTermination()
                .invoke(() -> request.connection().close());
    }

    private static Answered answered(HttpClientResponse response) {
        return new Answered(
                response.statusCode(),
                Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION)),
                Objects.requireNonNullElse(response.getHeader(HttpHeaders.CONTENT_TYPE), ""),
                Optional.ofNullable(response.getHeader(HttpHeaders.DATE)).flatMap(VertxReach::instant));
    }

    private static Knock unconnected(Throwable failure, boolean encrypted) {
        if (isCausedBy(ConnectTimeoutException.class, failure) || isCausedBy(NoRouteToHostException.class, failure)) {
            return new NoConnection();
        }
        if (isCausedBy(ConnectException.class, failure)) {
            return new NobodyListening();
        }
        return encrypted ? new Untrusted(TlsFlaw.of(failure)) : new Unanswered();
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
