package io.nowbridge.connector;

import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.connection.ConnectionFixtures.rotated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatforms.Source;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.qualytics.TestQualytics;
import io.nowbridge.servicenow.TestClients;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectedPlatformsTest {

    private static final InstantSource CLOCK = InstantSource.system();

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final ConnectedPlatforms platforms = new ConnectedPlatforms(
            connections,
            new SignIn(
                    connections,
                    TestClients.local(vertx, CLOCK),
                    TestQualytics.local(vertx, CLOCK),
                    TestTdSynnex.local(vertx, CLOCK)),
            CLOCK);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aPlatformIsTheSourceThatItsConnectionSaysAndElseTheDefault() {
        connections.given(platform("one", Map.of()));
        connections.given(platform("two", Map.of("source", "eu")));
        connections.given(connection("desk"));

        assertThat(of("default")).map(AnomalyPlatform::connection).contains(new ConnectionId("one"));
        assertThat(of("eu")).map(AnomalyPlatform::connection).contains(new ConnectionId("two"));
        assertThat(of("us")).isEmpty();
        assertThat(await(platforms.sources()))
                .containsExactlyInAnyOrder(
                        new Source("default", new ConnectionId("one")), new Source("eu", new ConnectionId("two")));
    }

    @Test
    void ofTwoThatAreTheSameSourceNobodyChooses() {
        connections.given(platform("one", Map.of()));
        connections.given(platform("two", Map.of()));

        assertThat(of("default")).isEmpty();
        assertThat(await(platforms.connection("default"))).isEmpty();
        assertThat(await(platforms.sources())).isEmpty();
    }

    @Test
    void aClosedPlatformIsKnownButCannotBeAsked() {
        var one = connections.given(disabled(platform("one", Map.of())));

        assertThat(of("default")).isEmpty();
        assertThat(await(platforms.connection("default"))).contains(one);
        assertThat(await(platforms.sources())).isEmpty();
    }

    @Test
    void theClientIsKeptWhileTheCredentialsStay() {
        var one = connections.given(platform("one", Map.of()));
        var first = unwatched();

        assertThat(unwatched()).isSameAs(first);
        await(connections.rotate(rotated(one), OTHER_CREDENTIALS));
        assertThat(unwatched()).isNotSameAs(first);
    }

    @Test
    void nothingIsWrittenOnceTheConnectionIsClosed() {
        var one = connections.given(platform("one", Map.of()));
        var platform = of("default").orElseThrow();
        connections.given(disabled(one));

        assertThatThrownBy(() -> await(platform.archive(AnomalyId.ofDefaultSource("1"), Status.RESOLVED)))
                .isInstanceOf(Forbidden.class)
                .hasMessage("Nothing flows over the connection one any more");
    }

    private AnomalyPlatform unwatched() {
        return ((WatchedPlatform) of("default").orElseThrow()).platform();
    }

    private Optional<AnomalyPlatform> of(String source) {
        return await(platforms.of(source));
    }

    private static Connection platform(String id, Map<String, String> settings) {
        return connection(id, SystemType.QUALYTICS).with("The " + id, new TreeMap<>(settings), true);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
