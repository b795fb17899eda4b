package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.order.OrderWork;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Wakes, at each tick, whoever looks for purchase orders by the templates whose time has come, and submits those that wait. */
@Named("createOrders")
@Singleton
public final class CreateOrdersHandler implements RequestHandler<Map<String, Object>, CreateOrdersHandler.Ticked> {

    private final OrderWork work;
    private final ScheduleEdge schedule;

    CreateOrdersHandler(OrderWork work, ScheduleEdge schedule) {
        this.work = work;
        this.schedule = schedule;
    }

    /** How many desks are looked at and orders worked on, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Ticked(int looks, int orders) {}

    @Override
    public Ticked handleRequest(Map<String, Object> tick, Context context) {
        var report = schedule.run(context, work.wakeDue()::run);
        return new Ticked(report.looks(), report.orders());
    }
}
