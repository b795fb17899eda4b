package io.nowbridge.activity;

import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The log in memory, asked by going through all of it. */
public final class InMemoryActivity implements ActivityLog, ActivityHistory, ActivityCounts {

    private final Map<Place, Activity> entries = new LinkedHashMap<>();

    /** All entries with all their failures, in the order in which they were first written. */
    public List<Activity> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return Uni.createFrom().voidItem().invoke(() -> entries.put(Place.behind(activity.key()), activity));
    }

    @Override
    public Uni<Void> advance(Activity activity) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> entries.merge(
                        Place.behind(activity.key()),
                        activity,
                        (known, further) -> known.result() == Result.UNDER_WAY ? further : known));
    }

    @Override
    public Uni<Page<Activity>> page(Wanted wanted, PageRequest page) {
        return Uni.createFrom().item(() -> {
            var from = wanted.place(page);
            var found = entries.entrySet().stream()
                    .filter(entry -> entry.getKey().compareTo(from) < 0)
                    .sorted(Map.Entry.<Place, Activity>comparingByKey().reversed())
                    .map(Map.Entry::getValue)
                    .filter(entry -> wanted.isMetBy(entry.shown()) && isAbout(entry, wanted))
                    .map(Activity::shown)
                    .limit(page.size() + 1L)
                    .toList();
            return found.size() <= page.size()
                    ? new Page<>(found, Optional.empty())
                    : new Page<>(
                            found.subList(0, page.size()),
                            Optional.of(Place.behind(found.get(page.size() - 1).key())
                                    .text()));
        });
    }

    private static boolean isAbout(Activity entry, Wanted wanted) {
        return wanted.item().map(ItemNames::folded).stream().allMatch(ItemNames.of(entry)::contains);
    }

    @Override
    public Uni<Optional<Activity>> find(EntryKey key) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(entries.get(Place.behind(key))).map(Activity::shown));
    }

    @Override
    public Uni<Page<Failure>> failures(EntryKey key, PageRequest page) {
        return Uni.createFrom().item(() -> {
            var all = Optional.ofNullable(entries.get(Place.behind(key)))
                    .map(Activity::failures)
                    .orElse(List.of());
            var first = FailurePlace.first(page);
            var some = all.stream().skip(first).limit(page.size()).toList();
            var end = first + some.size();
            return new Page<>(some, end < all.size() ? Optional.of(FailurePlace.behind(end - 1)) : Optional.empty());
        });
    }

    @Override
    public Uni<Boolean> ignore(EntryKey key, Ignored ignored) {
        return Uni.createFrom()
                .item(() -> entries.computeIfPresent(Place.behind(key), (same, entry) -> entry.with(ignored)) != null);
    }

    @Override
    public Uni<List<Count>> between(Instant from, Instant to) {
        return Uni.createFrom().item(() -> {
            ActivityCounts.check(from, to);
            return entries.values().stream()
                    .collect(Collectors.groupingBy(
                            entry -> new Count(
                                    entry.at().truncatedTo(ChronoUnit.HOURS), entry.operation(), entry.result(), 0),
                            Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(count -> new Count(
                            count.getKey().hour(),
                            count.getKey().operation(),
                            count.getKey().result(),
                            count.getValue()))
                    .filter(count -> !count.hour().isBefore(from.truncatedTo(ChronoUnit.HOURS))
                            && count.hour().isBefore(to))
                    .sorted(Comparator.comparing(Count::hour)
                            .thenComparing(Count::operation)
                            .thenComparing(Count::result))
                    .toList();
        });
    }
}
