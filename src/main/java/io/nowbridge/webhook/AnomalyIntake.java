package io.nowbridge.webhook;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.SyncStatus;
import io.nowbridge.anomaly.SyncStatus.Taken;
import io.nowbridge.connection.Connection;
import io.nowbridge.webhook.Doorkeeper.Admitted;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Takes the messages of anomaly platforms: judges whether they are genuine, reads them, and has their events kept. */
public final class AnomalyIntake {

    /** What became of a message. */
    public sealed interface Outcome permits Accepted, Unrecognised, Refusal {}

    /** Its events are kept. */
    public record Accepted(Taken taken) implements Outcome {}

    /** Nothing in it names an anomaly. */
    public record Unrecognised() implements Outcome {}

    private final AnomalyPlatforms platforms;
    private final Doorkeeper door;
    private final AnomalyMessages messages = new AnomalyMessages();
    private final SyncStatus syncStatus;

    public AnomalyIntake(AnomalyPlatforms platforms, Doorkeeper door, SyncStatus syncStatus) {
        this.platforms = platforms;
        this.door = door;
        this.syncStatus = syncStatus;
    }

    public Uni<Outcome> receive(String source, Incoming message) {
        return door.admit(message, platform(source), refusal -> refusal, admitted -> read(source, admitted));
    }

    // Over one that is switched off nothing flows, in either direction.
    private Uni<Optional<Connection>> platform(String source) {
        return platforms.connection(source).map(found -> found.filter(Connection::isOpen));
    }

    private Uni<Outcome> read(String source, Admitted admitted) {
        var origin = new Origin(source, admitted.at(), admitted.signed());
        return switch (messages.read(admitted.message(), origin)) {
            case Reading.Events(var told) -> take(told, admitted);
            case Reading.Unreadable(var why) -> item(new Refusal.Unreadable(why));
            case Reading.Faulty(var faults) -> item(new Refusal.Faulty(faults));
            case Reading.Unrecognised any -> item(new Unrecognised());
        };
    }

    private Uni<Outcome> take(List<AnomalyEvent> events, Admitted admitted) {
        return syncStatus
                .run(events, admitted.at())
                .flatMap(taken ->
                        door.isFirst(admitted).map(first -> first ? new Accepted(taken) : new Refusal.Replayed()));
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
