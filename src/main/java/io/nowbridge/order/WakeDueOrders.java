package io.nowbridge.order;

import io.nowbridge.order.Looks.Look;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderWork.Stores;
import io.nowbridge.paging.Page;
import io.nowbridge.template.CreateOrders;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Wakes whoever looks for orders by the templates whose time has come, and whoever works on the orders that are due. */
public final class WakeDueOrders {

    // Those that are placed, and those that only their desk does not show yet, are woken at another pace.
    private static final Set<Stage> STAGES = Set.of(Stage.READY, Stage.SUBMITTING, Stage.UNCONFIRMED);

    /**
     * What it found.
     *
     * @param looks how many templates' time has come
     * @param orders how many orders are due, so many at most as are woken at once
     */
    public record Report(int looks, int orders) {}

    private final Templates templates;
    private final Stores stores;
    private final InstantSource clock;
    private final int most;

    /** Wakes {@code most} orders at a time. */
    WakeDueOrders(Templates templates, Stores stores, InstantSource clock, int most) {
        this.templates = templates;
        this.stores = stores;
        this.clock = clock;
        this.most = most;
    }

    public Uni<Report> run() {
        var now = clock.instant();
        return wakeOrders(now).flatMap(orders -> wakeLooks(now).map(looks -> new Report(looks, orders)));
    }

    private Uni<Integer> wakeOrders(Instant now) {
        return stores.orders()
                .due(STAGES, now)
                .select()
                .first(most)
                .collect()
                .asList()
                .call(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : stores.queue().advance(due))
                .map(due -> due.size());
    }

    private Uni<Integer> wakeLooks(Instant now) {
        return Page.all(templates::page)
                .filter(template -> template.enabled() && template.form().kind() == TemplateKind.CREATE_ORDERS)
                .onItem()
                .transformToUniAndConcatenate(template -> stores.looks()
                        .last(template.id())
                        .flatMap(last -> isDue(template, last, now)
                                ? stores.queue()
                                        .look(template.id(), Optional.empty(), LookForOrders.SCHEDULE)
                                        .replaceWith(1)
                                : Uni.createFrom().item(0)))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private static boolean isDue(Template template, Optional<Look> last, Instant now) {
        if (CreateOrders.SUBMISSION.of(template).equals("immediate")) {
            return true;
        }
        var after = last.map(Look::at)
                .filter(at -> at.isAfter(template.changed().at()))
                .orElse(template.changed().at());
        return !template.next(after).isAfter(now);
    }
}
