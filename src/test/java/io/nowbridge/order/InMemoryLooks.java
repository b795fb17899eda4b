package io.nowbridge.order;

import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Looks in a map, under the same contract as the real ones; safe for several at once. */
public final class InMemoryLooks implements Looks {

    private final Map<TemplateId, Look> looks = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> keep(Look look) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> looks.merge(
                        look.template(), look, (before, now) -> before.at().isAfter(now.at()) ? before : now));
    }

    @Override
    public Uni<Optional<Look>> last(TemplateId template) {
        return Uni.createFrom().item(() -> Optional.ofNullable(looks.get(template)));
    }
}
