package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.AnomalyPlatforms.Source;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Kind;
import io.nowbridge.ticket.TicketChanges.Changed;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One step of a replay: some changes of a desk, or a day of an anomaly platform. It may be repeated. */
final class ReplayStep {

    // So that a day's anomalies are compared within a function's time.
    private static final Duration DAY = Duration.ofDays(1);

    private static final int AT_ONCE = 8;

    /** How far it has come. */
    sealed interface Outcome {

        record Further(Replay replay) implements Outcome {}

        record Finished(Replay replay) implements Outcome {}

        /** Nothing flows over the connection now. */
        record Closed() implements Outcome {}

        /** It did not come to its end in the time that it has. */
        record TooLong() implements Outcome {}
    }

    private final TicketDesks desks;
    private final ChangedTickets tickets;
    private final AnomalyPlatforms platforms;
    private final AnomalyNews news;
    private final int most;

    /** Takes in {@code most} changes at a time. */
    ReplayStep(TicketDesks desks, ChangedTickets tickets, AnomalyPlatforms platforms, AnomalyNews news, int most) {
        this.desks = desks;
        this.tickets = tickets;
        this.platforms = platforms;
        this.news = news;
        this.most = most;
    }

    Uni<Outcome> run(Connection connection, Replay replay) {
        return connection.type().kind() == Kind.DESK
                ? desks.choose(Optional.of(connection.id()), Optional.empty())
                        .flatMap(choice -> choice instanceof TicketDesks.Choice.Chosen(var desk, var settings)
                                ? ofDesk(desk, replay)
                                : Uni.createFrom().item(new Outcome.Closed()))
                : platform(replay)
                        .flatMap(found -> found.map(platform -> ofPlatform(platform, replay))
                                .orElseGet(() -> Uni.createFrom().item(new Outcome.Closed())));
    }

    private Uni<Outcome> ofDesk(TicketDesk desk, Replay replay) {
        var tables = desk.forms().tables();
        if (replay.table() >= tables.size()) {
            return Uni.createFrom().item(new Outcome.Finished(replay));
        }
        return desk.changes()
                .since(tables.get(replay.table()).name(), replay.reached())
                .select()
                .first(new OneLook(most))
                .collect()
                .asList()
                .flatMap(changes -> tickets.wake(within(changes, replay))
                        .map(woken -> new Outcome.Further(after(changes, replay, woken))));
    }

    private static List<Changed> within(List<Changed> changes, Replay replay) {
        return changes.stream()
                .filter(change -> change.at().isBefore(replay.to()))
                .toList();
    }

    // One look takes all of the last second.
    private Replay after(List<Changed> changes, Replay replay, int woken) {
        if (changes.size() < most) {
            return replay.nextTable(woken);
        }
        var next = changes.getLast().at().plusSeconds(1);
        return next.isBefore(replay.to()) ? replay.upTo(next, woken) : replay.nextTable(woken);
    }

    private Uni<Optional<AnomalyPlatform>> platform(Replay replay) {
        return platforms
                .sources()
                .flatMap(sources -> sources.stream()
                        .filter(source -> source.connection().equals(replay.connection()))
                        .findFirst()
                        .map(Source::name)
                        .map(platforms::of)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Outcome> ofPlatform(AnomalyPlatform platform, Replay replay) {
        if (!replay.reached().isBefore(replay.to())) {
            return Uni.createFrom().item(new Outcome.Finished(replay));
        }
        var end = earlier(replay.reached().plus(DAY), replay.to());
        return news.bring(platform.foundBetween(replay.reached(), end)
                        .onItem()
                        .transformToUni(news::any)
                        .merge(AT_ONCE))
                .map(fresh -> new Outcome.Further(replay.upTo(end, fresh)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
