package io.nowbridge.connector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connector.probe.Knock.Answered;
import io.nowbridge.connector.probe.Knock.NoConnection;
import io.nowbridge.connector.probe.Knock.NobodyListening;
import io.nowbridge.connector.probe.Knock.Refused;
import io.nowbridge.connector.probe.Knock.Unanswered;
import io.nowbridge.connector.probe.Knock.Unresolved;
import io.nowbridge.connector.probe.Knock.Untrusted;
import io.nowbridge.http.TlsFlaw;
import io.nowbridge.servicenow.Authority;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VertxReachTest {

    private static final String HOST = "localhost";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Vertx VERTX = Vertx.vertx();

    private static Authority authority;

    @BeforeAll
    static void found() throws Exception {
        authority = new Authority();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerIsToldWithItsClock() throws Exception {
        var server = plain(request -> request.response()
                .setStatusCode(401)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .putHeader("Date", "Sun, 01 Feb 2026 12:00:00 GMT")
                .end(request.path()));

        assertThat(knock(server))
                .isEqualTo(new Answered(
                        401,
                        Optional.empty(),
                        "application/json;charset=UTF-8",
                        Optional.of(Instant.parse("2026-02-01T12:00:00Z"))));
    }

    @Test
    void theAddressThatWasJudgedIsConnectedToUnderTheInstancesOwnName() throws Exception {
        var server = plain(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", "https://" + request.authority().host() + request.path())
                .end());
        var reach = reach(url -> here(server.getPort()));

        var knock = reach.knock(URI.create("http://instance.example.com"), "/api")
                .await()
                .indefinitely();

        assertThat(((Answered) knock).location()).contains("https://instance.example.com/api");
    }

    @Test
    void aCertificateOfAKnownIssuerForTheRightHostIsTrusted() throws Exception {
        assertThat(knock(encrypted(authority.server(HOST, DAY)))).isInstanceOf(Answered.class);
    }

    @Test
    void anExpiredCertificateIsToldApart() throws Exception {
        assertThat(knock(encrypted(authority.server(HOST, DAY.negated())))).isEqualTo(new Untrusted(TlsFlaw.EXPIRED));
    }

    @Test
    void aCertificateFromTheFutureIsToldApart() throws Exception {
        assertThat(knock(encrypted(authority.server(HOST, DAY, DAY.multipliedBy(2)))))
                .isEqualTo(new Untrusted(TlsFlaw.NOT_YET_VALID));
    }

    @Test
    void aCertificateOfAnotherHostIsToldApart() throws Exception {
        assertThat(knock(encrypted(authority.server("other.example.com", DAY))))
                .isEqualTo(new Untrusted(TlsFlaw.OTHER_HOST));
    }

    @Test
    void anUnknownIssuerIsToldApart() throws Exception {
        var server = encrypted(authority.server(HOST, DAY));
        var reach = new VertxReach(VERTX, url -> here(url.getPort()));

        assertThat(reach.knock(server, "/").await().indefinitely()).isEqualTo(new Untrusted(TlsFlaw.UNKNOWN_ISSUER));
    }

    @Test
    void aServerWithoutTlsIsToldApart() throws Exception {
        var server = plain(request -> request.response().end());

        assertThat(knock(URI.create("https://localhost:" + server.getPort()))).isEqualTo(new Untrusted(TlsFlaw.NO_TLS));
    }

    @Test
    void aPortThatNobodyListensAtRefuses() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(knock(URI.create("http://localhost:" + free))).isEqualTo(new NobodyListening());
    }

    @Test
    void whatAFirewallSwallowsIsNoConnection() throws Exception {
        // A full queue of connections drops what else arrives, as a firewall does.
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = new Socket(server.getInetAddress(), server.getLocalPort());
                var second = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(first.isConnected()).isTrue();
            assertThat(second.isConnected()).isTrue();

            assertThat(knock(URI.create("http://localhost:" + server.getLocalPort())))
                    .isEqualTo(new NoConnection());
        }
    }

    @Test
    void aServerThatNeverAnswersIsTold() throws Exception {
        assertThat(knock(plain(request -> {}))).isEqualTo(new Unanswered());
    }

    @Test
    void aServerThatHangsUpIsTold() throws Exception {
        assertThat(knock(plain(request -> request.connection().close()))).isEqualTo(new Unanswered());
    }

    @Test
    void aNameWithoutAnAddressIsTold() throws Exception {
        var unknown = new UncheckedIOException("nowhere", new UnknownHostException("nowhere"));

        assertThat(knock(url -> Uni.createFrom().failure(unknown))).isEqualTo(new Unresolved());
    }

    @Test
    void aRefusedAddressIsToldInTheWordsOfWhoRefusesIt() throws Exception {
        var refusal = new SecurityException("10.0.0.1 is private");

        assertThat(knock(url -> Uni.createFrom().failure(refusal))).isEqualTo(new Refused("10.0.0.1 is private"));
    }

    private static Knock knock(URI server) throws Exception {
        return reach(url -> here(url.getPort())).knock(server, "/").await().indefinitely();
    }

    private static Knock knock(Function<URI, Uni<SocketAddress>> dial) throws Exception {
        return reach(dial)
                .knock(URI.create("https://instance.example.com"), "/")
                .await()
                .indefinitely();
    }

    private static Reach reach(Function<URI, Uni<SocketAddress>> dial) throws Exception {
        return new VertxReach(
                VERTX, VertxReach.patience(PATIENCE).setPemTrustOptions(authority.trust()), PATIENCE, dial);
    }

    private static Uni<SocketAddress> here(int port) {
        return Uni.createFrom().item(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
    }

    private static URI plain(Handler<HttpServerRequest> handler) {
        return URI.create("http://localhost:" + listen(new HttpServerOptions(), handler));
    }

    private static URI encrypted(HttpServerOptions options) {
        return URI.create("https://localhost:"
                + listen(options, request -> request.response().end()));
    }

    private static int listen(HttpServerOptions options, Handler<HttpServerRequest> handler) {
        return VERTX.createHttpServer(options)
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }
}
