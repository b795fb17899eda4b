package io.nowbridge.sync;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.ticket.TicketChanges.Changed;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketForms.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds at the desks which linked tickets have changed, for those that send no webhooks, and for the webhooks that got lost.
 * Often while a desk has open linked tickets, rarely otherwise.
 */
public final class PullTicketStatus {

    /**
     * How often to look, and how far back.
     *
     * @param idle how long a desk without open linked tickets is left alone
     * @param overlap how far before the last look the next one begins: a long transaction shows its changes late
     * @param most the changes that one look takes in; the next one goes on from there
     */
    public record Pace(Duration idle, Duration overlap, int most) {}

    /** What a pull found. */
    public record Report(int changed, List<Failure> failures) {

        public Report {
            failures = List.copyOf(failures);
        }
    }

    private final Connections connections;
    private final TicketDesks desks;
    private final OpenTickets open;
    private final ChangedTickets tickets;
    private final PullMarks marks;
    private final InstantSource clock;
    private final Pace pace;

    PullTicketStatus(
            Connections connections,
            TicketDesks desks,
            OpenTickets open,
            ChangedTickets tickets,
            PullMarks marks,
            InstantSource clock,
            Pace pace) {
        this.connections = connections;
        this.desks = desks;
        this.open = open;
        this.tickets = tickets;
        this.marks = marks;
        this.clock = clock;
        this.pace = pace;
    }

    public Uni<Report> run() {
        return connections
                .all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .filter(connection -> connection.type().kind() == Kind.DESK && connection.isOpen())
                .onItem()
                .transformToUniAndConcatenate(this::pull)
                .collect()
                .asList()
                .map(reports -> new Report(
                        reports.stream().mapToInt(Report::changed).sum(),
                        reports.stream()
                                .flatMap(report -> report.failures().stream())
                                .toList()));
    }

    // One desk's failure never stops the next.
    private Uni<Report> pull(Connection connection) {
        return desks.choose(Optional.of(connection.id()), Optional.empty())
                .flatMap(choice -> choice instanceof TicketDesks.Choice.Chosen(var desk, var settings)
                        ? open.any(connection.id(), settings)
                                .flatMap(any -> Multi.createFrom()
                                        .iterable(desk.forms().tables())
                                        .onItem()
                                        .transformToUniAndConcatenate(table -> pull(desk, table, any))
                                        .collect()
                                        .asList())
                                .map(counts -> new Report(
                                        counts.stream()
                                                .mapToInt(Integer::intValue)
                                                .sum(),
                                        List.of()))
                        : Uni.createFrom().item(new Report(0, List.of())))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(failure -> new Report(0, List.of(Failure.of(connection.name(), failure))));
    }

    private Uni<Integer> pull(TicketDesk desk, Table table, boolean isBusy) {
        var began = clock.instant();
        return marks.find(desk.connection(), table.name()).flatMap(kept -> {
            var since = kept.orElse(began);
            // What changed before the first look, its link shows as it was linked.
            if (kept.isPresent() && !isBusy && since.plus(pace.idle()).isAfter(began)) {
                return Uni.createFrom().item(0);
            }
            return desk.changes()
                    .since(table.name(), since.minus(pace.overlap()))
                    .select()
                    .first(new OneLook(pace.most()))
                    .collect()
                    .asList()
                    .flatMap(changes -> tickets.wake(changes)
                            .call(() -> marks.goOn(desk.connection(), table.name(), kept, reached(changes, began))));
        });
    }

    // Where there was more than one look takes, the next begins with the last that this one took.
    private Instant reached(List<Changed> changes, Instant began) {
        return changes.size() < pace.most() ? began : changes.getLast().at().plus(pace.overlap());
    }
}
