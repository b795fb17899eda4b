package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.delivery.WakeDueTickets;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Wakes, at each tick, the tickets whose updates are due. */
@Named("wakeTicketUpdates")
@Singleton
public final class WakeTicketUpdatesHandler
        implements RequestHandler<Map<String, Object>, WakeTicketUpdatesHandler.Woken> {

    private final WakeDueTickets wake;
    private final ScheduleEdge schedule;

    WakeTicketUpdatesHandler(WakeDueTickets wake, ScheduleEdge schedule) {
        this.wake = wake;
        this.schedule = schedule;
    }

    /** How many tickets were woken, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Woken(int tickets) {}

    @Override
    public Woken handleRequest(Map<String, Object> tick, Context context) {
        return new Woken(schedule.run(context, wake::run));
    }
}
