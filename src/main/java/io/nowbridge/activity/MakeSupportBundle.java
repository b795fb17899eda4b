package io.nowbridge.activity;

import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what somebody outside needs to know to help with entries of the log. */
public final class MakeSupportBundle {

    /** How many entries it takes. */
    public static final int MOST = 50;

    private static final int AT_ONCE = 8;

    /** Who asks for help, with which entries and what words. */
    public record Order(String by, List<EntryKey> entries, String remark) {

        public Order {
            entries = List.copyOf(entries);
        }
    }

    private final ActivityHistory history;
    private final Connections connections;
    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final String version;

    public MakeSupportBundle(
            ActivityHistory history,
            Connections connections,
            ActivityLog log,
            InstantSource clock,
            Supplier<String> ids,
            String version) {
        this.history = history;
        this.connections = connections;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
        this.version = version;
    }

    /** Entries that are not there are left out. */
    public Uni<SupportBundle> run(Order order) {
        var now = clock.instant();
        return Uni.combine()
                .all()
                .unis(entries(order), connections.all())
                .asTuple()
                .map(found -> SupportBundle.of(now, version, order.remark(), found.getItem1(), found.getItem2()))
                .call(bundle -> record(order, now, bundle.entries().size()));
    }

    private Uni<List<Activity>> entries(Order order) {
        return Multi.createFrom()
                .iterable(order.entries())
                .select()
                .distinct()
                .onItem()
                .transformToUni(history::find)
                .merge(AT_ONCE)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList();
    }

    private Uni<Void> record(Order order, Instant began, int entries) {
        return log.record(new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                Operation.EXPORT,
                "actOnActivity",
                Activity.ALL,
                order.by(),
                Result.SUCCESS,
                Map.of("action", "support-bundle", "entries", Integer.toString(entries)),
                List.of()));
    }
}
