package io.nowbridge.webhook;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import io.nowbridge.webhook.WebhookSecrets.Which;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Renews the secrets of a connection's webhooks without a gap: a new one is added, its sender is moved to it, the older one
 * is retired. While two live nothing is added, since it cannot be known which of them is in use.
 */
public final class RotateSecrets {

    /** Asks for another secret: a new one, or the one that the sender has already. */
    public record Add(Requester by, ConnectionId connection, Optional<String> given) {

        // Without the secret.
        @Override
        public String toString() {
            return "Add[connection=" + connection + "]";
        }
    }

    /** Asks for the end of one of two secrets. */
    public record Retire(Requester by, ConnectionId connection, Which which) {}

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * So many secrets live now.
         *
         * @param since since when each does, newest first
         */
        record Live(List<Instant> since) implements Outcome {}

        /** A secret was made, which is never shown again. */
        record Made(String secret, List<Instant> since) implements Outcome {

            // Without the secret.
            @Override
            public String toString() {
                return "Made[since=" + since + "]";
            }
        }

        record NoSuchConnection() implements Outcome {}

        /** Its system sends no webhooks. */
        record SendsNone(String system) implements Outcome {}

        /** It has no credentials. */
        record NotConnected() implements Outcome {}

        /** One of them has to be retired first. */
        record TwoLive() implements Outcome {}

        /** A secret that says to be Base64 is not. */
        record Unusable() implements Outcome {}

        /** Nothing was changed, since somebody else was faster. */
        record ChangedMeanwhile() implements Outcome {}
    }

    private static final int BYTES = 32;

    private final Connections connections;
    private final WebhookSecrets secrets;
    private final RandomGenerator chance;
    private final ChangeLog log;
    private final InstantSource clock;

    public RotateSecrets(
            Connections connections,
            WebhookSecrets secrets,
            RandomGenerator chance,
            ChangeLog log,
            InstantSource clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.chance = chance;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> show(ConnectionId id) {
        return of(id, connection -> live(id));
    }

    public Uni<Outcome> add(Add command) {
        return of(
                command.connection(),
                connection -> connection.credentials().isPresent()
                        ? secrets.since(connection.id())
                                .flatMap(since -> since.size() < WebhookSecrets.MOST
                                        ? added(command)
                                        : item(new Outcome.TwoLive()))
                        : item(new Outcome.NotConnected()));
    }

    public Uni<Outcome> retire(Retire command) {
        var began = clock.instant();
        return of(
                command.connection(),
                connection -> secrets.retire(connection.id(), command.which())
                        .flatMap(done -> done
                                ? noted("retire-webhook-secret", connection.id(), command.by(), began)
                                        .chain(() -> live(connection.id()))
                                : item(new Outcome.ChangedMeanwhile())));
    }

    private Uni<Outcome> added(Add command) {
        var now = clock.instant();
        var secret = command.given().orElseGet(this::made);
        if (!Signature.canSign(secret)) {
            return item(new Outcome.Unusable());
        }
        var id = command.connection();
        return secrets.add(id, new WebhookSecret(secret, now))
                .flatMap(done -> done
                        ? noted("add-webhook-secret", id, command.by(), now)
                                .chain(() -> secrets.since(id))
                                .map(since -> command.given().isPresent()
                                        ? new Outcome.Live(since)
                                        : new Outcome.Made(secret, since))
                        : item(new Outcome.ChangedMeanwhile()));
    }

    private String made() {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return Signature.ENCODED + Base64.getEncoder().encodeToString(bytes);
    }

    private Uni<Outcome> live(ConnectionId id) {
        return secrets.since(id).map(Outcome.Live::new);
    }

    private Uni<Void> noted(String action, ConnectionId id, Requester by, Instant began) {
        return log.done(action, id, by, began, Map.of());
    }

    private Uni<Outcome> of(ConnectionId id, Function<Connection, Uni<Outcome>> work) {
        return connections
                .find(id)
                .flatMap(found -> found.map(connection -> connection.type().kind() == Kind.DISTRIBUTOR
                                ? item(new Outcome.SendsNone(connection.type().title()))
                                : work.apply(connection))
                        .orElseGet(() -> item(new Outcome.NoSuchConnection())));
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
