package io.nowbridge.order;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.NotNow;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Tries again the submission, or the look at a desk, that an entry of the log tells of. */
public final class RepeatOrder implements Repeat {

    private final RetryOrder retryOrder;
    private final OrderQueue queue;

    RepeatOrder(RetryOrder retryOrder, OrderQueue queue) {
        this.retryOrder = retryOrder;
        this.queue = queue;
    }

    @Override
    public Set<String> functions() {
        return Set.of(OrderLog.FUNCTION, OrderLog.LOOKING);
    }

    @Override
    public Uni<Outcome> run(Activity entry, String by, Optional<String> note) {
        if (note.isPresent()) {
            return Uni.createFrom().item(NO_NOTE);
        }
        return entry.function().equals(OrderLog.LOOKING)
                ? look(entry, by)
                : retryOrder.run(OrderLog.order(entry), by).map(RepeatOrder::word);
    }

    private Uni<Outcome> look(Activity entry, String by) {
        return queue.look(new TemplateId(entry.template().orElseThrow()), Optional.empty(), by)
                .replaceWith(new Retried(1));
    }

    private static Outcome word(Decision decision) {
        return switch (decision) {
            case Decision.Made made -> new Retried(1);
            case Decision.NotNow(var order, var cause) -> new NotNow(cause);
            case Decision.NoSuchOrder none -> new NotFromHere("Its order is not kept any more.");
        };
    }
}
