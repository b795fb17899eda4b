package io.nowbridge.webhook;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.OLD;
import static io.nowbridge.webhook.WebhookFixtures.live;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.FakeAnomalyWakeups;
import io.nowbridge.anomaly.InMemoryAnomalyEvents;
import io.nowbridge.anomaly.SyncStatus;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connection.WebhookAuthentication;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The intake with everything behind it in memory: the default source with two live secrets, the source {@code strict} which
 * demands a signature, the source {@code bare} without a secret, and {@code disabled}, which is switched off.
 */
public final class RunningIntake {

    public static final String STRICT = "strict";
    public static final String BARE = "bare";
    public static final String DISABLED = "disabled";

    public final InMemoryAnomalyEvents events = new InMemoryAnomalyEvents();
    public final FakeAnomalyWakeups wakeups = new FakeAnomalyWakeups();
    public final InMemoryWebhookSecrets secrets = new InMemoryWebhookSecrets(connection -> true);

    private final Connection platform = connection("qualytics", SystemType.QUALYTICS);
    private final Connection strict = demandingSignatures(connection("strict", SystemType.QUALYTICS));
    private final Connection disabled = disabled(connection("disabled", SystemType.QUALYTICS));
    private Instant now = NOW;

    private final AnomalyIntake intake = new AnomalyIntake(
            new FakeAnomalyPlatforms(Map.of(
                    AnomalyId.DEFAULT_SOURCE,
                    platform,
                    STRICT,
                    strict,
                    BARE,
                    connection("bare", SystemType.QUALYTICS),
                    DISABLED,
                    disabled)),
            new Doorkeeper(secrets, new InMemoryWebhookIds(), () -> now),
            new SyncStatus(events, wakeups));

    public RunningIntake() {
        for (var secret : new String[] {OLD, NEW}) {
            secrets.add(platform.id(), live(secret)).await().indefinitely();
            secrets.add(strict.id(), live(secret)).await().indefinitely();
            secrets.add(disabled.id(), live(secret)).await().indefinitely();
        }
    }

    public AnomalyIntake intake() {
        return intake;
    }

    public Connection platform() {
        return platform;
    }

    public void setClock(Instant instant) {
        now = instant;
    }

    private static Connection demandingSignatures(Connection connection) {
        return connection.with(
                connection.name(),
                new TreeMap<>(Map.of(WebhookAuthentication.SETTING, WebhookAuthentication.SIGNATURE.label())),
                true);
    }
}
