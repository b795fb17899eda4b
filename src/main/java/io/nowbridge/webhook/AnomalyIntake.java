package io.nowbridge.webhook;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.SyncStatus;
import io.nowbridge.anomaly.SyncStatus.Taken;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.WebhookAuthentication;
import io.nowbridge.webhook.Reading.Fault;
import io.nowbridge.webhook.Verdict.Signed;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes the messages of anomaly platforms: judges whether they are genuine, reads them, and has their events kept. */
public final class AnomalyIntake {

    /** What became of a message. */
    public sealed interface Outcome {

        /** Its events are kept. */
        record Accepted(Taken taken) implements Outcome {}

        /** Nothing proves that it comes from the source; {@code why} is for our log. */
        record NotGenuine(String why) implements Outcome {}

        /** It is signed, but its time is too far from ours. */
        record Late(Instant sentAt) implements Outcome {}

        /** It was taken before, under the same signature. */
        record Replayed() implements Outcome {}

        /** Its body has more than {@link Incoming#MOST_BYTES}; nobody looked into it. */
        record TooLarge() implements Outcome {}

        record Unreadable(String why) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {}

        record Unrecognised() implements Outcome {}
    }

    private final AnomalyPlatforms platforms;
    private final WebhookSecrets secrets;
    private final WebhookIds ids;
    private final AnomalyMessages messages = new AnomalyMessages();
    private final SyncStatus syncStatus;
    private final InstantSource clock;

    public AnomalyIntake(
            AnomalyPlatforms platforms,
            WebhookSecrets secrets,
            WebhookIds ids,
            SyncStatus syncStatus,
            InstantSource clock) {
        this.platforms = platforms;
        this.secrets = secrets;
        this.ids = ids;
        this.syncStatus = syncStatus;
        this.clock = clock;
    }

    public Uni<Outcome> receive(String source, Incoming message) {
        if (message.isTooLarge()) {
            return item(new Outcome.TooLarge());
        }
        var now = clock.instant();
        return platforms
                .connection(source)
                .flatMap(found -> found.map(connection -> judge(source, connection, message, now))
                        .orElseGet(() -> item(new Outcome.NotGenuine("no one connection is this source"))));
    }

    private Uni<Outcome> judge(String source, Connection connection, Incoming message, Instant now) {
        return secrets.of(connection.id())
                .map(live -> Authenticity.judge(message, live, WebhookAuthentication.of(connection), now))
                .flatMap(verdict -> heed(verdict, source, connection, message, now));
    }

    private Uni<Outcome> heed(Verdict verdict, String source, Connection connection, Incoming message, Instant now) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> read(connection, message, new Origin(source, now, genuine.signed()));
            case Verdict.Forged forged -> item(new Outcome.NotGenuine(forged.why()));
            case Verdict.Stale stale -> item(new Outcome.Late(stale.sentAt()));
        };
    }

    private Uni<Outcome> read(Connection connection, Incoming message, Origin origin) {
        return switch (messages.read(message, origin)) {
            case Reading.Events told -> take(connection, told.events(), origin);
            case Reading.Unreadable unreadable -> item(new Outcome.Unreadable(unreadable.why()));
            case Reading.Faulty faulty -> item(new Outcome.Faulty(faulty.faults()));
            case Reading.Unrecognised any -> item(new Outcome.Unrecognised());
        };
    }

    private Uni<Outcome> take(Connection connection, List<AnomalyEvent> events, Origin origin) {
        return syncStatus
                .run(events, origin.receivedAt())
                .flatMap(taken -> isFirst(connection, origin.signed())
                        .map(first -> first ? new Outcome.Accepted(taken) : new Outcome.Replayed()));
    }

    // Only after its events are kept: had we died in between, the sender's repeat would be refused and they were lost.
    // Of a replay all events are known, so that keeping them once more has changed nothing.
    private Uni<Boolean> isFirst(Connection connection, Optional<Signed> signed) {
        return signed.map(known -> ids.take(connection.id(), known.attempt(), known.staleFrom()))
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
