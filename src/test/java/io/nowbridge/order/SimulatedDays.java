package io.nowbridge.order;

import io.nowbridge.order.Order.Stage;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.InMemoryTemplates;
import io.nowbridge.template.TemplateFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Days in which always so many orders are open, each of which lives as orders do, asked about by the real tick, pace and
 * budget; the clock alone is not real.
 */
public final class SimulatedDays {

    /** Before this, all orders are young, which they never are otherwise. */
    private static final int SETTLING_DAYS = 7;

    private static final Duration TICK = Duration.ofMinutes(5);
    private static final int WOKEN_AT_ONCE = 300;

    private final Following following = new Following();
    private final InMemoryTemplates templates = new InMemoryTemplates();
    private final RecordingOrderQueue queue = new RecordingOrderQueue();
    private final OrderLives lives;
    private final WakeDueStatuses wake;
    private int placed;

    /**
     * What it took.
     *
     * @param callsADay how often the distributor was asked on each day, once things had settled
     * @param delays how long after it had happened each thing was known
     */
    public record Figures(List<Integer> callsADay, List<Duration> delays) {

        /** The delay that so many percent do not exceed. */
        public Duration delay(int percent) {
            var sorted = delays.stream().sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }
    }

    private SimulatedDays(int requestsADay, long seed) {
        var form = TemplateFixtures.choosing(
                Following.orderStatus(), GetOrderStatus.REQUESTS_A_DAY.name(), Integer.toString(requestsADay));
        var template = TemplateFixtures.template("following", form);
        templates.add(template).await().indefinitely();
        templates
                .enable(template.switched(true, TemplateFixtures.BY_MARIA))
                .await()
                .indefinitely();
        lives = new OrderLives(new Random(seed), following::now);
        wake = new WakeDueStatuses(templates, following.orders, queue, following::now, WOKEN_AT_ONCE);
        following.follows(form);
        following.asks(lives);
    }

    /** So many days, after some in which things settle. */
    public static Figures of(int open, int days, int requestsADay, long seed) {
        return new SimulatedDays(requestsADay, seed).run(open, days);
    }

    private Figures run(int open, int days) {
        IntStream.range(0, open).forEach(each -> place());
        pass(SETTLING_DAYS);
        lives.delays().clear();
        var calls = new ArrayList<Integer>();
        for (var left = days; left > 0; left--) {
            var before = lives.asked();
            pass(1);
            calls.add(lives.asked() - before);
        }
        return new Figures(calls, List.copyOf(lives.delays()));
    }

    private void pass(int days) {
        var end = following.now().plus(Duration.ofDays(days));
        for (var now = following.now(); now.isBefore(end); now = following.now()) {
            wake.run().await().indefinitely();
            queue.advanced().forEach(this::advance);
            following.pass(TICK);
        }
    }

    private void advance(OrderId id) {
        var order = following.advanceKept(id);
        if (order.stage() == Stage.DONE) {
            place();
        }
    }

    private void place() {
        following.orders.add(lives.placed("PO%07d".formatted(placed++))).await().indefinitely();
    }
}
