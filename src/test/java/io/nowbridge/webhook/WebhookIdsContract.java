package io.nowbridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of webhooks' ids does. */
public abstract class WebhookIdsContract {

    private static final ConnectionId PROD = new ConnectionId("prod");

    // Far off, or a real store would delete by its own clock what is stale.
    private static final Instant UNTIL = Instant.parse("2096-03-19T12:05:00Z");

    private WebhookIds ids;

    protected abstract WebhookIds emptyStore();

    @BeforeEach
    void startEmpty() {
        ids = emptyStore();
    }

    @Test
    void anIdIsTakenOnce() {
        assertThat(take(PROD, "1#msg")).isTrue();
        assertThat(take(PROD, "1#msg")).isFalse();
    }

    @Test
    void otherIdsAndOtherConnectionsIdsAreFree() {
        take(PROD, "1#msg");

        assertThat(take(PROD, "2#msg")).isTrue();
        assertThat(take(new ConnectionId("test"), "1#msg")).isTrue();
    }

    @Test
    void ofTwentyAtOnceOneTakesIt() {
        var taken = Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(number -> ids.take(PROD, "1#msg", UNTIL))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(taken).containsOnlyOnce(true);
    }

    private boolean take(ConnectionId connection, String id) {
        return ids.take(connection, id, UNTIL).await().indefinitely();
    }
}
