package io.nowbridge.webhook;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.WebhookAuthentication;
import io.nowbridge.webhook.Verdict.Signed;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Lets messages in that prove to come from their connection's system, and what is signed not twice. */
public final class Doorkeeper {

    /** A message that was let in. */
    record Admitted(Connection connection, Incoming message, Instant at, Optional<Signed> signed) {}

    private final WebhookSecrets secrets;
    private final WebhookIds ids;
    private final InstantSource clock;

    public Doorkeeper(WebhookSecrets secrets, WebhookIds ids, InstantSource clock) {
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** What {@code inside} makes of a message that is let in; of any other, why it is not. */
    <O> Uni<O> admit(
            Incoming message,
            Uni<Optional<Connection>> sender,
            Function<Refusal, O> refused,
            Function<Admitted, Uni<O>> inside) {
        if (message.isTooLarge()) {
            return item(refused.apply(new Refusal.TooLarge()));
        }
        var now = clock.instant();
        return sender.flatMap(found -> found.map(connection -> judge(message, connection, now)
                        .flatMap(verdict -> switch (verdict) {
                            case Verdict.Genuine(var signed) ->
                                inside.apply(new Admitted(connection, message, now, signed));
                            case Verdict.Forged(var why) -> item(refused.apply(new Refusal.NotGenuine(why)));
                            case Verdict.Stale(var sentAt) -> item(refused.apply(new Refusal.Late(sentAt)));
                        }))
                .orElseGet(() -> item(refused.apply(new Refusal.NotGenuine("no connection takes its messages")))));
    }

    /**
     * Whether this is the first time that a message has come so far. To be asked only when what it says is kept: had we died
     * in between, the sender's repeat would be refused and that lost. What a replay says is known, so that keeping it once
     * more has changed nothing.
     */
    Uni<Boolean> isFirst(Admitted admitted) {
        return admitted.signed()
                .map(signed -> ids.take(admitted.connection().id(), signed.attempt(), signed.staleFrom()))
                .orElseGet(() -> item(true));
    }

    private Uni<Verdict> judge(Incoming message, Connection connection, Instant now) {
        return secrets.of(connection.id())
                .map(live -> Authenticity.judge(message, live, WebhookAuthentication.of(connection), now));
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }
}
