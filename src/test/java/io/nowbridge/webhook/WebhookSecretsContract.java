package io.nowbridge.webhook;

import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import io.nowbridge.webhook.WebhookSecrets.Which;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of webhook secrets does. */
public abstract class WebhookSecretsContract {

    protected static final ConnectionId PROD = new ConnectionId("prod");
    protected static final ConnectionId TEST = new ConnectionId("test");
    protected static final ConnectionId NOT_CONNECTED = new ConnectionId("not-connected");

    protected static final WebhookSecret FIRST = new WebhookSecret("whsec_Zmlyc3QgYW5kIG9sZGVzdA==", NOW);
    protected static final WebhookSecret SECOND = new WebhookSecret("second: \u00fcber & more", NOW.plusMillis(1));
    protected static final WebhookSecret THIRD = new WebhookSecret("third", NOW.plusMillis(2));

    private WebhookSecrets secrets;

    /** With {@link #PROD} and {@link #TEST} connected. */
    protected abstract WebhookSecrets emptyStore();

    @BeforeEach
    void startEmpty() {
        secrets = emptyStore();
    }

    @Test
    void aConnectionHasNoneAtFirst() {
        assertThat(of(PROD)).isEmpty();
        assertThat(await(secrets.since(PROD))).isEmpty();
    }

    @Test
    void whatIsAddedIsTheNewest() {
        add(FIRST);
        assertThat(of(PROD)).containsExactly(FIRST);

        add(SECOND);

        assertThat(of(PROD)).containsExactly(SECOND, FIRST);
        assertThat(await(secrets.since(PROD))).containsExactly(SECOND.since(), FIRST.since());
    }

    @Test
    void aThirdIsNotKept() {
        add(FIRST);
        add(SECOND);

        assertThat(add(THIRD)).isFalse();
        assertThat(of(PROD)).containsExactly(SECOND, FIRST);
    }

    @Test
    void theOlderIsRetired() {
        add(FIRST);
        add(SECOND);
        of(PROD);

        assertThat(await(secrets.retire(PROD, Which.OLDER))).isTrue();
        assertThat(of(PROD)).containsExactly(SECOND);
    }

    @Test
    void theNewerIsRetiredWhereItIsAskedFor() {
        add(FIRST);
        add(SECOND);

        assertThat(await(secrets.retire(PROD, Which.NEWER))).isTrue();
        assertThat(of(PROD)).containsExactly(FIRST);
    }

    @Test
    void theOnlyOneIsNotRetired() {
        add(FIRST);

        for (var which : Which.values()) {
            assertThat(await(secrets.retire(PROD, which))).isTrue();
        }

        assertThat(of(PROD)).containsExactly(FIRST);
    }

    @Test
    void oneConnectionHasNothingOfAnothers() {
        add(FIRST);

        assertThat(of(TEST)).isEmpty();
    }

    @Test
    void aConnectionWithoutCredentialsGetsNone() {
        assertThat(await(secrets.add(NOT_CONNECTED, FIRST))).isFalse();
        assertThat(of(NOT_CONNECTED)).isEmpty();
    }

    protected boolean add(WebhookSecret secret) {
        return await(secrets.add(PROD, secret));
    }

    private List<WebhookSecret> of(ConnectionId connection) {
        return await(secrets.of(connection));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
