package io.nowbridge.activity;

import static io.nowbridge.activity.ActivityFixtures.DEMO;
import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.ActivityFixtures.failed;
import static io.nowbridge.activity.ActivityFixtures.full;
import static io.nowbridge.activity.ActivityFixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the log does. */
public abstract class ActivityContract {

    private static final Instant HOUR = NOW;
    private static final Wanted ALL = Wanted.between(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(1)));
    private static final Ignored IGNORED = new Ignored("mo", NOW.plusSeconds(60), "It is the last one");

    private final InMemoryActivity naive = new InMemoryActivity();
    private Store store = new Store(naive, naive, naive);

    /** What a log is written, read and counted by. */
    public record Store(ActivityLog log, ActivityHistory history, ActivityCounts counts) {}

    protected abstract Store emptyStore();

    @BeforeEach
    void nothingHasHappened() {
        store = emptyStore();
    }

    @Test
    void anEntryIsFoundAsItWasWritten() {
        record(full());
        record(opened("a", NOW));

        assertThat(find(full().key())).contains(full());
        assertThat(find(new EntryKey(NOW, "a"))).contains(opened("a", NOW));
        assertThat(find(new EntryKey(NOW, "b"))).isEmpty();
        assertThat(find(new EntryKey(NOW.plusMillis(1), "a"))).isEmpty();
    }

    @Test
    void anEntryThatIsWrittenAgainIsReplaced() {
        record(failed("a", NOW, 30));
        record(opened("a", NOW));

        assertThat(all(ALL)).containsExactly(opened("a", NOW));
        assertThat(failures("a", 100)).isEmpty();
    }

    @Test
    void whatHasEndedIsNotUnderWayAgainForWhoeverIsSlower() {
        var underWay = underWay("a");
        await(store.log().advance(underWay));
        record(failed("a", NOW, 30));
        await(store.log().advance(underWay));

        assertThat(all(ALL)).containsExactly(failed("a", NOW, 30).shown());
        assertThat(failures("a", 100)).hasSize(30);
    }

    @Test
    void whatIsUnderWayComesFurther() {
        await(store.log().advance(underWay("a")));
        var further = underWay("a").with(new Activity.Counts(7, 0, 3));
        await(store.log().advance(further));

        assertThat(all(ALL)).containsExactly(further);
    }

    @Test
    void entriesComeInTheOrderInWhichTheyBegan() {
        var older = opened("a", NOW.minus(Duration.ofDays(3)));
        var newest = opened("b", NOW.plusMillis(1));
        var asNew = opened("c", NOW.plusMillis(1));
        record(newest);
        record(older);
        record(asNew);

        assertThat(all(ALL)).containsExactly(asNew, newest, older);
    }

    @Test
    void aTimeHasItsFirstMomentAndNotItsLast() {
        var first = opened("a", NOW);
        record(first);
        record(opened("b", NOW.plusMillis(5)));

        assertThat(all(Wanted.between(NOW, NOW.plusMillis(5)))).containsExactly(first);
        assertThat(all(Wanted.between(NOW.plusNanos(1), NOW.plusMillis(5)))).isEmpty();
        assertThat(all(Wanted.between(NOW, NOW.plusNanos(1)))).containsExactly(first);
    }

    @Test
    void eachCombinationOfFiltersLeavesWhatGoingThroughAllOfThemLeaves() {
        var chance = new Random(20_260_105);
        for (var number = 0; number < 300; number++) {
            var entry = ActivityFixtures.any(chance, number % 250);
            await(naive.record(entry));
            record(entry);
        }

        for (var round = 0; round < 400; round++) {
            var wanted = ActivityFixtures.anyWanted(chance);
            var size = 1 + chance.nextInt(30);

            assertThat(pages(store.history(), wanted, size))
                    .as("%s, %s at a time", wanted, size)
                    .isEqualTo(pages(naive, wanted, size));
        }
    }

    @Test
    void whatBeginsWhilePagesAreTurnedMovesNothing() {
        var before = IntStream.range(0, 25)
                .mapToObj(number -> opened("entry-" + number, NOW.minus(Duration.ofHours(3L * number))))
                .toList();
        before.forEach(this::record);

        var seen = new ArrayList<Activity>();
        var next = Optional.<String>empty();
        do {
            var page = page(ALL, new PageRequest(4, next));
            seen.addAll(page.items());
            next = page.next();
            record(opened("later-" + seen.size(), NOW.plusMillis(seen.size())));
        } while (next.isPresent());

        assertThat(seen).isEqualTo(before);
    }

    @Test
    void aPageBeginsNowhereButInTheWantedTime() {
        var wanted = Wanted.between(NOW, NOW.plusSeconds(1));

        for (var place : List.of(
                "0",
                "9999999999999",
                Place.behind(new EntryKey(NOW.minusMillis(1), "a")).text())) {
            assertThatThrownBy(() -> page(wanted, new PageRequest(10, Optional.of(place))))
                    .as(place)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void allFailuresAreKeptAndTheFirstAreShown() {
        record(failed("a", NOW, 60));

        assertThat(find(new EntryKey(NOW, "a"))).contains(failed("a", NOW, Activity.SHOWN_FAILURES));
        for (var size : List.of(1, 7, 20, 21, 60, 100)) {
            assertThat(failures("a", size))
                    .as("%s at a time", size)
                    .isEqualTo(failed("a", NOW, 60).failures());
        }
        assertThat(failures("b", 10)).isEmpty();
    }

    @Test
    void whatFailedIsFoundByItsNameAlsoWhereTheEntryDoesNotShowIt() {
        record(failed("a", NOW, 60));

        assertThat(all(about("sku-00059"))).hasSize(1);
        assertThat(all(about("SKU-00003 "))).hasSize(1);
        assertThat(all(about("sku-00060"))).isEmpty();
        assertThat(all(about("SKU-0005"))).isEmpty();
    }

    @Test
    void whatDoesNotFailAnyMoreIsNotFoundAnyMore() {
        record(failed("a", NOW, 60));
        record(failed("a", NOW, 40));

        assertThat(all(about("sku-00059"))).isEmpty();
        assertThat(all(about("sku-00039"))).hasSize(1);

        record(opened("a", NOW));

        assertThat(all(about("sku-00039"))).isEmpty();
        assertThat(all(about("inc0010001"))).containsExactly(opened("a", NOW));
    }

    @Test
    void ignoringSaysByWhomAndWhy() {
        record(failed("a", NOW, 1));

        assertThat(await(store.history().ignore(new EntryKey(NOW, "a"), IGNORED)))
                .isTrue();
        assertThat(find(new EntryKey(NOW, "a"))).contains(failed("a", NOW, 1).with(IGNORED));
        assertThat(all(ALL)).containsExactly(failed("a", NOW, 1).with(IGNORED));
    }

    @Test
    void whatIsNotThereCannotBeIgnored() {
        assertThat(await(store.history().ignore(new EntryKey(NOW, "a"), IGNORED)))
                .isFalse();
        assertThat(all(ALL)).isEmpty();
    }

    @Test
    void aLaterAttemptSupersedesThatItIsIgnored() {
        record(failed("a", NOW, 1));
        await(store.history().ignore(new EntryKey(NOW, "a"), IGNORED));
        record(failed("a", NOW, 1));

        assertThat(find(new EntryKey(NOW, "a"))).contains(failed("a", NOW, 1));
    }

    @Test
    void entriesAreCountedByHourAndResult() {
        record(opened("a", HOUR));
        record(opened("b", HOUR.plus(Duration.ofMinutes(59))));
        record(failed("c", HOUR, 1));
        record(opened("d", HOUR.plus(Duration.ofHours(1))));
        record(opened("e", HOUR.minus(Duration.ofDays(2))));

        assertThat(counts(HOUR.plusSeconds(1), HOUR.plus(Duration.ofHours(1))))
                .containsExactly(
                        new Count(HOUR, Operation.TICKET, Result.SUCCESS, 2),
                        new Count(HOUR, Operation.TICKET, Result.FAILED, 1));
        assertThat(counts(HOUR.minus(Duration.ofDays(3)), HOUR.plus(Duration.ofHours(2))))
                .extracting(Count::hour, Count::entries)
                .containsExactly(
                        tuple(HOUR.minus(Duration.ofDays(2)), 1L),
                        tuple(HOUR, 2L),
                        tuple(HOUR, 1L),
                        tuple(HOUR.plus(Duration.ofHours(1)), 1L));
    }

    @Test
    void anEntryCountsWithTheResultThatItCameToLast() {
        record(failed("a", HOUR, 1));
        record(failed("a", HOUR, 2));
        record(opened("a", HOUR));
        record(opened("a", HOUR));

        assertThat(counts(HOUR, HOUR.plusSeconds(1)))
                .containsExactly(new Count(HOUR, Operation.TICKET, Result.SUCCESS, 1));
    }

    @Test
    void noMoreIsCountedAtOnceThanTheLongestTime() {
        assertThatThrownBy(() -> counts(HOUR, HOUR.plus(ActivityCounts.LONGEST).plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts(HOUR, HOUR)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Wanted about(String item) {
        return new Wanted(
                ALL.from(),
                ALL.to(),
                Optional.of(DEMO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(item),
                Optional.empty());
    }

    private static Activity underWay(String id) {
        return new Activity(
                id,
                NOW,
                Duration.ofMillis(80),
                Operation.TICKET,
                "createTicket",
                DEMO,
                "maria",
                Result.UNDER_WAY,
                Map.of(),
                List.of());
    }

    private void record(Activity entry) {
        await(store.log().record(entry));
    }

    private Optional<Activity> find(EntryKey key) {
        return await(store.history().find(key));
    }

    private Page<Activity> page(Wanted wanted, PageRequest page) {
        return await(store.history().page(wanted, page));
    }

    private List<Activity> all(Wanted wanted) {
        return pages(store.history(), wanted, 10);
    }

    private static List<Activity> pages(ActivityHistory history, Wanted wanted, int size) {
        return pages(size, page -> history.page(wanted, page));
    }

    private List<Failure> failures(String id, int size) {
        return pages(size, page -> store.history().failures(new EntryKey(NOW, id), page));
    }

    private static <T> List<T> pages(int size, Function<PageRequest, Uni<Page<T>>> fetch) {
        var items = new ArrayList<T>();
        var next = Optional.<String>empty();
        do {
            var page = await(fetch.apply(new PageRequest(size, next)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            items.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return items;
    }

    private List<Count> counts(Instant from, Instant to) {
        return await(store.counts().between(from, to));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }
}
