package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.sync.WakeLeftEvents;
import io.nowbridge.ticket.FinishTickets;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Finishes, or reports, at each tick, what crashes have left behind. */
@Named("reconcile")
@Singleton
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, ReconcileHandler.Reconciled> {

    private final WakeLeftEvents events;
    private final FinishTickets tickets;
    private final ScheduleEdge schedule;

    ReconcileHandler(WakeLeftEvents events, FinishTickets tickets, ScheduleEdge schedule) {
        this.events = events;
        this.tickets = tickets;
        this.schedule = schedule;
    }

    /** What was found, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Reconciled(
            int eventsWoken, int eventsLate, int eventsGivenUp, int ticketsFinished, int ticketsLost, int unsure) {}

    private record Reports(WakeLeftEvents.Report events, FinishTickets.Report tickets) {}

    @Override
    public Reconciled handleRequest(Map<String, Object> tick, Context context) {
        var reports = schedule.run(context, this::both, both -> both.tickets().unsure());
        return new Reconciled(
                reports.events().woken(),
                reports.events().late(),
                reports.events().givenUp(),
                reports.tickets().finished(),
                reports.tickets().lost(),
                reports.tickets().unsure().size());
    }

    // The failure of one does not keep the other from its work.
    private Uni<Reports> both() {
        return Uni.combine()
                .all()
                .unis(events.run(), tickets.run())
                .collectFailures()
                .with(Reports::new);
    }
}
