package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Sight;
import io.nowbridge.access.Sights;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyFilter;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatform.Excerpt;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.paging.Page;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the anomalies of a platform to whoever may see them, each with the number of its tickets. */
public final class ListAnomalies {

    // Where somebody sees few of many, a page ends after so many of the platform's: shorter than asked for, or empty.
    private static final int MOST_EXCERPTS = 5;

    /** Which page of which anomalies is wanted, and by whom. */
    public record Wish(Requester requester, String source, AnomalyFilter filter, int size, AnomalyPlace from) {}

    /** What became of the request. */
    public sealed interface Outcome {

        /** A page of anomalies, the newest first; it may be shorter than asked for, or empty, and yet have a next one. */
        record Listed(Page<ListedAnomaly> page) implements Outcome {}

        /** No platform is connected as that source, or nothing flows to it; our own store holds no list. */
        record NoPlatform(String source) implements Outcome {}
    }

    private final AnomalyPlatforms platforms;
    private final Sights sights;
    private final TicketCounts counts;

    public ListAnomalies(AnomalyPlatforms platforms, Sights sights, TicketCounts counts) {
        this.platforms = platforms;
        this.sights = sights;
        this.counts = counts;
    }

    public Uni<Outcome> run(Wish wish) {
        return platforms
                .of(wish.source())
                .flatMap(found -> found.map(platform -> sights.of(wish.requester())
                                .flatMap(sight -> visible(platform, wish, sight))
                                .flatMap(page -> counts.of(page.items()).map(listed -> new Page<>(listed, page.next())))
                                .map(page -> (Outcome) new Outcome.Listed(page)))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoPlatform(wish.source()))));
    }

    private static Uni<Page<Anomaly>> visible(AnomalyPlatform platform, Wish wish, Sight sight) {
        return switch (sight) {
            case Sight.Everything() -> gather(platform, wish.filter(), sight, new Gathering(wish));
            case Sight.Only(var datastores) -> {
                var filter = wish.filter();
                if (datastores.isEmpty()
                        || filter.datastore()
                                .filter(only -> !datastores.contains(only))
                                .isPresent()) {
                    yield Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
                }
                // The platform chooses better than we can sort out.
                var narrow =
                        datastores.size() == 1 ? filter.of(datastores.iterator().next()) : filter;
                yield gather(platform, narrow, sight, new Gathering(wish));
            }
        };
    }

    private static Uni<Page<Anomaly>> gather(
            AnomalyPlatform platform, AnomalyFilter filter, Sight sight, Gathering gathering) {
        return platform.newest(filter, gathering.place.excerpt()).flatMap(excerpt -> {
            gathering.add(excerpt, sight);
            return gathering.isDone()
                    ? Uni.createFrom().item(gathering.page())
                    : gather(platform, filter, sight, gathering);
        });
    }

    /** A page in the making. */
    private static final class Gathering {

        private final List<Anomaly> found = new ArrayList<>();
        private final int size;
        private AnomalyPlace place;
        private boolean isAtTheEnd;
        private int excerpts;

        Gathering(Wish wish) {
            this.size = wish.size();
            this.place = wish.from();
        }

        void add(Excerpt excerpt, Sight sight) {
            var anomalies = excerpt.anomalies();
            var next = place.skipped();
            while (next < anomalies.size() && found.size() < size) {
                var anomaly = anomalies.get(next);
                if (isSeen(anomaly, sight)) {
                    found.add(anomaly);
                }
                next++;
            }
            excerpts++;
            isAtTheEnd = next >= anomalies.size() && excerpt.isLast();
            place = next < anomalies.size()
                    ? new AnomalyPlace(place.excerpt(), next)
                    : new AnomalyPlace(place.excerpt() + 1, 0);
        }

        boolean isDone() {
            return found.size() == size || isAtTheEnd || excerpts == MOST_EXCERPTS;
        }

        Page<Anomaly> page() {
            return new Page<>(found, isAtTheEnd ? Optional.empty() : Optional.of(place.text()));
        }

        private static boolean isSeen(Anomaly anomaly, Sight sight) {
            return switch (sight) {
                case Sight.Everything() -> true;
                case Sight.Only(var datastores) ->
                    anomaly.datastore()
                            .filter(store -> datastores.contains(store.id()))
                            .isPresent();
            };
        }
    }
}
