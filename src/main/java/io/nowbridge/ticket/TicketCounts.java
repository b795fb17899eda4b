package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Counts the tickets of anomalies, as far as that is worth knowing in a list. */
public final class TicketCounts {

    private static final int CONCURRENCY = 8;
    private static final PageRequest ENOUGH = new PageRequest(ListedAnomaly.MANY, Optional.empty());

    private final TicketLinks links;

    public TicketCounts(TicketLinks links) {
        this.links = links;
    }

    Uni<ListedAnomaly> of(Anomaly anomaly) {
        return links.ofAnomaly(anomaly.id(), ENOUGH)
                .map(page -> new ListedAnomaly(anomaly, page.items().size()));
    }

    /** In the order of the anomalies. */
    Uni<List<ListedAnomaly>> of(List<Anomaly> anomalies) {
        return anomalies.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(anomalies.stream().map(this::of).toList())
                        .usingConcurrencyOf(CONCURRENCY)
                        .andFailFast();
    }
}
