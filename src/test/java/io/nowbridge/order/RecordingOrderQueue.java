package io.nowbridge.order;

import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers who was woken; safe for several at once. */
public final class RecordingOrderQueue implements OrderQueue {

    private final List<OrderId> advanced = new ArrayList<>();
    private final List<Wanted> looks = new ArrayList<>();

    /** A look that was wanted. */
    public record Wanted(TemplateId template, Optional<String> number, String by) {}

    /** The orders that were woken since this was asked last. */
    public synchronized List<OrderId> advanced() {
        var all = List.copyOf(advanced);
        advanced.clear();
        return all;
    }

    /** The looks that were wanted since this was asked last. */
    public synchronized List<Wanted> looks() {
        var all = List.copyOf(looks);
        looks.clear();
        return all;
    }

    @Override
    public Uni<Void> advance(Collection<OrderId> orders) {
        return doing(() -> advanced.addAll(orders));
    }

    @Override
    public Uni<Void> look(TemplateId template, Optional<String> number, String by) {
        return doing(() -> looks.add(new Wanted(template, number, by)));
    }

    private Uni<Void> doing(Runnable sending) {
        return Uni.createFrom().voidItem().invoke(() -> {
            synchronized (this) {
                sending.run();
            }
        });
    }
}
