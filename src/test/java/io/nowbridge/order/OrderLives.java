package io.nowbridge.order;

import io.nowbridge.connection.Connection;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A distributor at which orders live as they do: most are shipped within two days, some in parts as goods come in, some are
 * released by a person first; parcels get their numbers within hours, bills come a day later.
 */
public final class OrderLives implements Distributor, Distributors {

    private static final long ORDERED = 4;

    private final Random chance;
    private final InstantSource clock;
    private final Map<String, Life> lives = new HashMap<>();
    private final List<Duration> delays = new ArrayList<>();
    private int asked;

    /** A shipment: when it leaves, gets its number, and is billed. */
    private record Leaving(Instant at, Instant numbered, Instant billed, long quantity) {}

    /** What comes of an order, and how much of that was told. */
    private static final class Life {

        private final Instant released;
        private final List<Leaving> leavings;
        private Instant told;

        private Life(Instant placed, Instant released, List<Leaving> leavings) {
            this.released = released;
            this.leavings = leavings;
            this.told = placed;
        }

        private Stream<Instant> happenings() {
            return leavings.stream().flatMap(leaving -> Stream.of(leaving.at(), leaving.numbered()));
        }
    }

    public OrderLives(Random chance, InstantSource clock) {
        this.chance = chance;
        this.clock = clock;
    }

    /** An order that is placed now, and begins its life. */
    Order placed(String number) {
        var now = clock.instant();
        var released = chance.nextInt(10) == 0 ? now.plus(hours(2, 24)) : now;
        var first = released.plus(hours(4, 40));
        var isSplit = chance.nextInt(4) == 0;
        var leavings = isSplit
                ? List.of(leaving(first, 1), leaving(first.plus(hours(48, 12 * 24)), ORDERED - 1))
                : List.of(leaving(first, ORDERED));
        lives.put(number, new Life(now, released, leavings));
        return Following.placed(number, now, ORDERED);
    }

    /** How often it was asked. */
    int asked() {
        return asked;
    }

    /** How long after each parcel had left, or had got its number, that was told. */
    List<Duration> delays() {
        return delays;
    }

    private Leaving leaving(Instant at, long quantity) {
        return new Leaving(at, at.plus(Duration.ofMinutes(chance.nextInt(240))), at.plus(hours(12, 36)), quantity);
    }

    private Duration hours(int least, int most) {
        return Duration.ofMinutes(least * 60L + chance.nextInt((most - least) * 60));
    }

    @Override
    public Uni<Optional<Standing>> standing(String number) {
        return Uni.createFrom().item(() -> {
            asked++;
            return Optional.ofNullable(lives.get(number)).map(this::told);
        });
    }

    private Standing told(Life life) {
        var now = clock.instant();
        life.happenings()
                .filter(at -> at.isAfter(life.told) && !at.isAfter(now))
                .forEach(at -> delays.add(Duration.between(at, now)));
        life.told = now;
        var left = life.leavings.stream()
                .filter(leaving -> !leaving.at().isAfter(now))
                .toList();
        var shipped = left.stream().mapToLong(Leaving::quantity).sum();
        var line = new Line(
                1,
                Following.sku(1),
                status(life, shipped, now),
                ORDERED,
                shipped,
                0,
                Optional.empty(),
                List.of("90001"),
                shipped == 0 || shipped == ORDERED
                        ? Optional.empty()
                        : Optional.of(day(life.leavings.getLast().at())),
                "");
        return new Standing(
                now,
                List.of(line),
                left.stream().map(leaving -> parcel(leaving, now)).toList(),
                left.stream()
                        .filter(leaving -> !leaving.billed().isAfter(now))
                        .map(OrderLives::bill)
                        .toList());
    }

    private static Status status(Life life, long shipped, Instant now) {
        if (shipped == ORDERED) {
            return Status.SHIPPED;
        }
        if (shipped > 0) {
            return Status.PARTIALLY_SHIPPED;
        }
        return life.released.isAfter(now) ? Status.IN_REVIEW : Status.ACCEPTED;
    }

    private static Parcel parcel(Leaving leaving, Instant now) {
        return new Parcel(
                leaving.numbered().isAfter(now) ? "" : "1Z" + leaving.at().toEpochMilli(),
                "UPS Ground",
                "6",
                Optional.of(leaving.at()),
                List.of(new Content(1, Following.sku(1), leaving.quantity(), List.of())));
    }

    private static Invoice bill(Leaving leaving) {
        return new Invoice(
                "I-" + leaving.at().toEpochMilli(),
                Optional.of(day(leaving.billed())),
                Optional.empty(),
                List.of(new Invoice.Item(1, leaving.quantity())));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public Distributor of(Connection distributor) {
        return this;
    }

    @Override
    public Uni<AccountId> account() {
        return Uni.createFrom().item(FakeDistributor.ACCOUNT);
    }

    @Override
    public Terms terms() {
        return FakeDistributor.TERMS;
    }

    @Override
    public Uni<Placement> place(Request request) {
        return Uni.createFrom().failure(new AssertionError("it has the order"));
    }
}
