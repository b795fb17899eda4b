package io.nowbridge.webhook;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.webhook.RotateSecrets.Add;
import io.nowbridge.webhook.RotateSecrets.Outcome;
import io.nowbridge.webhook.RotateSecrets.Retire;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import io.nowbridge.webhook.WebhookSecrets.Which;
import io.smallrye.mutiny.Uni;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RotateSecretsTest {

    private static final ConnectionId QUALYTICS = new ConnectionId("qualytics");
    private static final String GIVEN = "a-secret-that-the-flow-has";

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryWebhookSecrets secrets = new InMemoryWebhookSecrets(
            id -> connections.now(id).orElseThrow().credentials().isPresent());
    private final InMemoryActivity log = new InMemoryActivity();
    private final RotateSecrets rotate = new RotateSecrets(
            connections,
            secrets,
            new Random(42),
            new ChangeLog(
                    log,
                    () -> NOW,
                    () -> "entry-" + log.entries().size(),
                    Operation.CONNECTION_CHANGE,
                    "webhookSecrets"),
            () -> NOW);

    @BeforeEach
    void connect() {
        connections.given(connection("qualytics", SystemType.QUALYTICS));
    }

    @Test
    void aSecretIsMadeOf32BytesAndShownThisOnce() {
        var made = (Outcome.Made) add(Optional.empty());

        assertThat(made.secret()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(made.secret().substring(6))).hasSize(32);
        assertThat(await(secrets.of(QUALYTICS))).containsExactly(new WebhookSecret(made.secret(), NOW));
        assertThat(show()).isEqualTo(new Outcome.Live(List.of(NOW)));
    }

    @Test
    void noTwoSecretsAreTheSame() {
        var first = (Outcome.Made) add(Optional.empty());
        var second = (Outcome.Made) add(Optional.empty());

        assertThat(first.secret()).isNotEqualTo(second.secret());
        assertThat(await(secrets.of(QUALYTICS)))
                .extracting(WebhookSecret::value)
                .containsExactly(second.secret(), first.secret());
    }

    @Test
    void aGivenSecretIsKeptAndNotShown() {
        assertThat(add(Optional.of(GIVEN))).isEqualTo(new Outcome.Live(List.of(NOW)));
        assertThat(await(secrets.of(QUALYTICS))).containsExactly(new WebhookSecret(GIVEN, NOW));
    }

    @Test
    void aGivenSecretThatCannotSignIsRefused() {
        assertThat(add(Optional.of("whsec_this is not Base64"))).isEqualTo(new Outcome.Unusable());
        assertThat(await(secrets.of(QUALYTICS))).isEmpty();
    }

    @Test
    void whileTwoLiveNothingIsAdded() {
        add(Optional.empty());
        add(Optional.empty());
        var before = await(secrets.of(QUALYTICS));

        assertThat(add(Optional.empty())).isEqualTo(new Outcome.TwoLive());
        assertThat(await(secrets.of(QUALYTICS))).isEqualTo(before);
    }

    @Test
    void theOlderIsRetiredAndThenTheNewerIsTheOnlyOne() {
        add(Optional.of(GIVEN));
        var made = (Outcome.Made) add(Optional.empty());

        assertThat(retire(Which.OLDER)).isEqualTo(new Outcome.Live(List.of(NOW)));
        assertThat(await(secrets.of(QUALYTICS))).containsExactly(new WebhookSecret(made.secret(), NOW));
    }

    @Test
    void oneWhoseAnswerWasLostIsRetiredAsTheNewer() {
        add(Optional.of(GIVEN));
        add(Optional.empty());

        retire(Which.NEWER);

        assertThat(await(secrets.of(QUALYTICS))).containsExactly(new WebhookSecret(GIVEN, NOW));
    }

    @Test
    void everyChangeIsLoggedAndNoSecretWithIt() {
        var made = (Outcome.Made) add(Optional.empty());
        add(Optional.of(GIVEN));
        retire(Which.OLDER);

        assertThat(log.entries())
                .extracting(entry -> entry.subjects().get("action"))
                .containsExactly("add-webhook-secret", "add-webhook-secret", "retire-webhook-secret");
        assertThat(log.entries().toString()).doesNotContain(made.secret(), GIVEN);
    }

    @Test
    void nothingThatHoldsASecretShowsItWhenItIsPrinted() {
        var made = (Outcome.Made) add(Optional.empty());

        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(new Add(MANAGER, QUALYTICS, Optional.of(GIVEN)).toString()).doesNotContain(GIVEN);
        assertThat(new WebhookSecret(GIVEN, NOW).toString()).doesNotContain(GIVEN);
    }

    @Test
    void aConnectionWithoutCredentialsGetsNone() {
        connections.given(disconnected(connection("qualytics", SystemType.QUALYTICS)));

        assertThat(add(Optional.empty())).isEqualTo(new Outcome.NotConnected());
    }

    @Test
    void aDistributorSendsNoWebhooks() {
        connections.given(connection("qualytics", SystemType.TDSYNNEX));

        assertThat(add(Optional.empty())).isEqualTo(new Outcome.SendsNone("TD SYNNEX"));
        assertThat(show()).isEqualTo(new Outcome.SendsNone("TD SYNNEX"));
    }

    @Test
    void aConnectionThatIsNotThereIsNamedSo() {
        connections.forget(QUALYTICS);

        assertThat(show()).isEqualTo(new Outcome.NoSuchConnection());
        assertThat(add(Optional.empty())).isEqualTo(new Outcome.NoSuchConnection());
        assertThat(retire(Which.OLDER)).isEqualTo(new Outcome.NoSuchConnection());
    }

    private Outcome show() {
        return await(rotate.show(QUALYTICS));
    }

    private Outcome add(Optional<String> given) {
        return await(rotate.add(new Add(MANAGER, QUALYTICS, given)));
    }

    private Outcome retire(Which which) {
        return await(rotate.retire(new Retire(MANAGER, QUALYTICS, which)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
