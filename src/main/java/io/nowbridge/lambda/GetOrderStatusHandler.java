package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.order.WakeDueStatuses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Wakes, at each tick, whoever asks how the orders stand whose time has come, as far as the day's requests allow. */
@Named("getOrderStatus")
@Singleton
public final class GetOrderStatusHandler implements RequestHandler<Map<String, Object>, GetOrderStatusHandler.Ticked> {

    private final WakeDueStatuses wakeDue;
    private final ScheduleEdge schedule;

    GetOrderStatusHandler(WakeDueStatuses wakeDue, ScheduleEdge schedule) {
        this.wakeDue = wakeDue;
        this.schedule = schedule;
    }

    /** How many orders are asked about, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Ticked(int orders) {}

    @Override
    public Ticked handleRequest(Map<String, Object> tick, Context context) {
        return new Ticked(schedule.run(context, wakeDue::run));
    }
}
