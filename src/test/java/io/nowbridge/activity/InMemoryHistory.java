package io.nowbridge.activity;

import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in a map that can be read: by time, connection, operation and result. */
public final class InMemoryHistory implements ActivityLog, ActivityHistory {

    private static final Comparator<Activity> LAST_FIRST =
            Comparator.comparing(Activity::at).reversed();

    private final Map<EntryKey, Activity> entries = new HashMap<>();
    private final Map<EntryKey, Ignored> ignored = new HashMap<>();

    /** All entries, those that began last first. */
    public List<Activity> entries() {
        return entries.values().stream().sorted(LAST_FIRST).toList();
    }

    public Optional<Ignored> ignored(EntryKey key) {
        return Optional.ofNullable(ignored.get(key));
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return Uni.createFrom().voidItem().invoke(() -> entries.put(activity.key(), activity));
    }

    @Override
    public Uni<Page<Activity>> page(Wanted wanted, PageRequest page) {
        return Uni.createFrom()
                .item(() -> new Page<>(
                        entries().stream()
                                .filter(entry -> isOf(wanted, entry))
                                .limit(page.size())
                                .toList(),
                        Optional.empty()));
    }

    private static boolean isOf(Wanted wanted, Activity entry) {
        return !entry.at().isBefore(wanted.from())
                && entry.at().isBefore(wanted.to())
                && wanted.connection().map(entry.connection()::equals).orElse(true)
                && wanted.operation().map(entry.operation()::equals).orElse(true)
                && wanted.result().map(entry.result()::equals).orElse(true);
    }

    @Override
    public Uni<Optional<Activity>> find(EntryKey key) {
        return Uni.createFrom().item(() -> Optional.ofNullable(entries.get(key)));
    }

    @Override
    public Uni<Page<Failure>> failures(EntryKey key, PageRequest page) {
        return find(key).map(found -> new Page<>(found.map(Activity::failures).orElse(List.of()), Optional.empty()));
    }

    @Override
    public Uni<Boolean> ignore(EntryKey key, Ignored by) {
        return Uni.createFrom().item(() -> {
            var isThere = entries.containsKey(key);
            if (isThere) {
                ignored.put(key, by);
            }
            return isThere;
        });
    }
}
