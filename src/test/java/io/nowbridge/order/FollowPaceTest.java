package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowPaceTest {

    private static final Instant PLACED = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void aYoungOrderIsAskedAboutSoonAndOneThatSettlesRarely() {
        var settling = standing(Status.ACCEPTED, 0);

        assertThat(pause(settling, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(15));
        assertThat(pause(settling, Duration.ofHours(4))).isEqualTo(Duration.ofHours(2));
        assertThat(pause(settling, Duration.ofDays(3))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void whileParcelsLeaveItIsAskedAboutOften() {
        var shipping = shipped(standing(Status.PARTIALLY_SHIPPED, 1), Duration.ofDays(3), "1Z1");

        assertThat(pause(shipping, Duration.ofDays(3).plusMinutes(10))).isEqualTo(Duration.ofMinutes(15));
        assertThat(pause(shipping, Duration.ofDays(3).plusHours(2))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatIsNotInStockIsAskedAboutAsItIsExpected() {
        var soon = expected(standing(Status.BACKORDERED, 0), LocalDate.parse("2026-01-07"));
        var late = expected(standing(Status.BACKORDERED, 0), LocalDate.parse("2026-03-01"));

        assertThat(pause(soon, Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(23 * 60 + 30));
        assertThat(pause(soon, Duration.ofDays(4))).isEqualTo(Duration.ofHours(6));
        assertThat(pause(late, Duration.ofHours(1))).isEqualTo(Duration.ofDays(3));
        assertThat(pause(standing(Status.BACKORDERED, 0), Duration.ofDays(9))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aParcelWithoutANumberIsWaitedForLikeAShipment() {
        var expected = expected(standing(Status.PARTIALLY_SHIPPED, 1), LocalDate.parse("2026-03-01"));

        assertThat(pause(shipped(expected, Duration.ofHours(1), ""), Duration.ofHours(3)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(pause(shipped(expected, Duration.ofHours(1), "1Z1"), Duration.ofHours(3)))
                .isEqualTo(Duration.ofDays(3));
    }

    @Test
    void billsAreWaitedForEverMoreRarely() {
        var shipped = shipped(standing(Status.SHIPPED, 5), Duration.ofDays(1), "1Z1");

        assertThat(pause(shipped, Duration.ofDays(1).plusHours(2))).isEqualTo(Duration.ofHours(1));
        assertThat(pause(shipped, Duration.ofDays(9))).isEqualTo(Duration.ofHours(12));
    }

    private static Duration pause(Standing standing, Duration age) {
        return Following.PACE.pause(standing, PLACED, PLACED.plus(age));
    }

    private static Standing standing(Status status, long shipped) {
        return new Standing(PLACED, List.of(Following.line(1, status, 5, shipped)), List.of(), List.of());
    }

    private static Standing expected(Standing standing, LocalDate day) {
        var lines = standing.lines().stream()
                .map(line -> new Line(
                        line.line(),
                        line.sku(),
                        line.status(),
                        line.ordered(),
                        line.shipped(),
                        line.cancelled(),
                        line.unitPrice(),
                        line.orderNumbers(),
                        Optional.of(day),
                        line.words()))
                .toList();
        return new Standing(standing.asOf(), lines, standing.parcels(), standing.invoices());
    }

    private static Standing shipped(Standing standing, Duration after, String tracking) {
        var parcel = new Parcel(tracking, "UPS", "6", Optional.of(PLACED.plus(after)), List.of());
        return new Standing(standing.asOf(), standing.lines(), List.of(parcel), standing.invoices());
    }
}
