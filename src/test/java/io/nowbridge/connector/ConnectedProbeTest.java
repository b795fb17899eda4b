package io.nowbridge.connector;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.SystemType;
import io.nowbridge.inbox.TestInboxes;
import io.nowbridge.qualytics.TestQualytics;
import io.nowbridge.servicenow.TestClients;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Probe.Trial;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ConnectedProbeTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource(
            value = SystemType.class,
            mode = Mode.INCLUDE,
            names = {"AUTOTASK"})
    void aSystemWithoutAClientIsLookedAtAsFarAsTheNetworkGoes(SystemType type) {
        var server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end("<html>"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        var checks = test(type, URI.create("http://localhost:" + server.actualPort()));

        assertThat(checks)
                .extracting(Check::name)
                .containsExactly("address", "name-resolution", "connection", "tls", "reachable", "credentials");
        assertThat(checks.getLast().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(checks.getLast().cause()).contains("no client for " + type.title());
        assertThat(checks).noneMatch(check -> check.verdict() == Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(SystemType.class)
    void anAddressThatIsRefusedIsNeverCalled(SystemType type) {
        var checks = test(type, URI.create("https://10.0.0.1"));

        assertThat(checks.getFirst().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(checks.getFirst().cause()).isEqualTo("10.0.0.1 is private");
        assertThat(checks.subList(1, checks.size())).allMatch(check -> check.verdict() == Verdict.SKIPPED);
    }

    private List<Check> test(SystemType type, URI instance) {
        var clock = InstantSource.fixed(Instant.EPOCH);
        var probe = new ConnectedProbe(
                vertx,
                ConnectedProbeTest::dial,
                TestClients.local(vertx, clock),
                TestQualytics.local(vertx, clock),
                TestTdSynnex.local(vertx, clock),
                TestInboxes.in(vertx, URI.create("file:/nowhere")),
                clock,
                new Random(1));
        var connection = connection("tested", type, instance, Map.of("path", "/prices.csv"));
        var authentication = Authentication.of("basic", Map.of("username", "u", "password", "p"));
        return probe.test(
                        new Trial(connection, authentication, List.of(), false),
                        renewed -> Uni.createFrom().voidItem())
                .await()
                .indefinitely();
    }

    private static Uni<SocketAddress> dial(URI instance) {
        return instance.getHost().equals("localhost")
                ? Uni.createFrom().item(SocketAddress.inetSocketAddress(instance.getPort(), "127.0.0.1"))
                : Uni.createFrom().failure(new SecurityException(instance.getHost() + " is private"));
    }
}
