package io.nowbridge.activity;

import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.activity.Activity.Trace;
import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Entries of the log. */
public final class ActivityFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    public static final ConnectionId DEMO = new ConnectionId("demo");

    private static final Map<String, String> ANOMALY = Map.of("anomaly", "456", "ticket", "INC0010001");

    private ActivityFixtures() {}

    /** A ticket that was opened. */
    public static Activity opened(String id, Instant at) {
        return new Activity(
                id,
                at,
                Duration.ofMillis(120),
                Operation.TICKET,
                "createTicket",
                DEMO,
                "maria",
                Result.SUCCESS,
                ANOMALY,
                List.of());
    }

    /** The same attempt when it had failed, with so many failures. */
    public static Activity failed(String id, Instant at, int failures) {
        return new Activity(
                id,
                at,
                Duration.ofMillis(120),
                Operation.TICKET,
                "createTicket",
                DEMO,
                "maria",
                Result.FAILED,
                ANOMALY,
                IntStream.range(0, failures).mapToObj(ActivityFixtures::failure).toList());
    }

    public static Failure failure(int number) {
        return new Failure(
                "SKU-%05d".formatted(number), "It is not sold any more", WhoCanFix.ADMINISTRATOR, "Drop it.");
    }

    /** An entry that says all that one can say. */
    public static Activity full() {
        return new Activity(
                        "event default 456#1",
                        NOW.plusMillis(7),
                        Duration.ofSeconds(61),
                        Operation.PRODUCT_SYNC,
                        "syncProducts",
                        DEMO,
                        Optional.of("template-1"),
                        "schedule",
                        Result.PARTIAL_SUCCESS,
                        new Counts(97, 2, 1),
                        Map.of("sku", "BTF-1"),
                        List.of(failure(1), failure(2)),
                        new Trace(Optional.of("request-1"), 3),
                        Optional.empty())
                .with(new Ignored("mo", NOW.plusSeconds(90), "It is the last one"));
    }

    /** Something that may have happened within the six days before {@link #NOW}, out of few words, so that many are alike. */
    static Activity any(RandomGenerator chance, int number) {
        var failures = chance.nextInt(10) == 0 ? 21 + chance.nextInt(20) : chance.nextInt(3);
        var result = one(chance, Result.values());
        return new Activity(
                "entry-" + number,
                NOW.minusMillis(chance.nextLong(Duration.ofDays(6).toMillis())),
                Duration.ofMillis(chance.nextInt(5_000)),
                one(chance, Operation.values()),
                one(chance, "createTicket", "followTicket"),
                one(chance, DEMO, new ConnectionId("other"), Activity.ALL),
                chance.nextInt(3) == 0 ? Optional.of(one(chance, "template-1", "template-2")) : Optional.empty(),
                one(chance, "maria", "schedule"),
                result,
                Counts.ofOne(result),
                Map.of("anomaly", String.valueOf(chance.nextInt(4)), "action", "INC0010001"),
                IntStream.range(0, failures)
                        .mapToObj(index -> failure(chance.nextInt(60)))
                        .toList(),
                Trace.UNKNOWN,
                Optional.empty());
    }

    /** Any filter over them. */
    static Wanted anyWanted(RandomGenerator chance) {
        var to = NOW.minus(Duration.ofHours(chance.nextInt(48)));
        return new Wanted(
                to.minus(Duration.ofHours(1 + chance.nextInt(120))),
                to,
                maybe(chance, DEMO, Activity.ALL),
                maybe(chance, "template-1", "template-3"),
                maybe(chance, Operation.values()),
                maybe(chance, Result.values()),
                maybe(chance, "3", "sku-00007", "INC0010001"),
                maybe(chance, "MARIA", "sku-00008"));
    }

    @SafeVarargs
    private static <T> Optional<T> maybe(RandomGenerator chance, T... values) {
        return chance.nextInt(3) == 0 ? Optional.of(one(chance, values)) : Optional.empty();
    }

    @SafeVarargs
    private static <T> T one(RandomGenerator chance, T... values) {
        return values[chance.nextInt(values.length)];
    }
}
