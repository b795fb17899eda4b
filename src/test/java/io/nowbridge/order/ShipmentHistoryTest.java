package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.order.FakeOrderDesk.Shown;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShipmentHistoryTest {

    private static final String[] TARGETS = {"note", "order", "line", "records"};

    // What is late here is not given up before it has come.
    private static final FollowPace PATIENT = new FollowPace(
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(1),
            Duration.ofDays(200),
            Duration.ofDays(365));

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverNewsComeAndGetLostTheDeskShowsTheTruthInTheEnd(int seed) {
        var chance = new Random(seed);
        var following = new Following(PATIENT);
        var form = form(chance);
        following.follows(form);
        var history = history(chance, following);
        following.asks(history);

        var done = followed(chance, following, history);

        var truth = history.truth();
        var shown = following.desk.shown(done.asked().id());
        assertThat(done.standing().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("asOf")
                .isEqualTo(truth);
        assertThatTheStatusIsRight(shown, truth, form);
        assertThatTheLinesAreRight(shown, truth, form);
        assertThatEachThingIsThereOnce(shown, truth, form);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inWhateverOrderItIsToldAndHoweverOftenTheSameComesOut(int seed) {
        var chance = new Random(seed);
        var following = new Following();
        var history = history(chance, following);
        for (var left = 12; left > 0; left--) {
            following.pass(Duration.ofMinutes(1 + chance.nextInt(5_000)));
            history.proceed();
        }
        var inOrder = merged(history.answers());

        var told = new ArrayList<>(history.answers());
        told.addAll(history.answers().subList(0, 5));
        Collections.shuffle(told, chance);

        assertThat(merged(told)).isEqualTo(inOrder).isEqualTo(history.answers().getLast());
    }

    private static Standing merged(List<Standing> told) {
        return told.stream().reduce(Merging::of).orElseThrow();
    }

    private static TemplateForm form(Random chance) {
        var form = TemplateFixtures.choosing(
                Following.orderStatus(), GetOrderStatus.TRACKING_TARGET.name(), TARGETS[chance.nextInt(4)]);
        return TemplateFixtures.choosing(
                form, GetOrderStatus.PARTIAL_SHIPMENT.name(), chance.nextBoolean() ? "status" : "note");
    }

    private static ShipmentHistory history(Random chance, Following following) {
        var quantities =
                new Random(chance.nextLong()).longs(1 + chance.nextInt(4), 1, 7).toArray();
        return new ShipmentHistory(chance, following::now, quantities);
    }

    /** Until nothing more is to be done about it, whatever goes wrong meanwhile. */
    private static Order followed(Random chance, Following following, ShipmentHistory history) {
        var truth = history.truth();
        var order = Following.placed(
                "PO0010001", truth.lines().stream().mapToLong(Line::ordered).toArray());
        for (var left = 25; left > 0 && order.stage() == Stage.PLACED; left--) {
            if (chance.nextInt(2) == 0) {
                history.proceed();
            }
            if (chance.nextInt(3) == 0) {
                goWrong(chance, following.desk);
            }
            order = following.advance(order);
            assertThatEachParcelIsKnownOnce(order);
        }
        history.end();
        following.pass(Duration.ofDays(2));
        while (order.stage() == Stage.NEEDS_ATTENTION || order.next().isPresent()) {
            order = following.advance(retried(order, following));
        }
        return order;
    }

    private static void goWrong(Random chance, FakeOrderDesk desk) {
        if (chance.nextBoolean()) {
            desk.failNext(FakeDistributor.down(Effect.NONE), 1 + chance.nextInt(3));
        } else {
            desk.loseAnswersNext(FakeDistributor.down(Effect.PENDING), 1);
        }
    }

    // A person has found out that the distributor had only forgotten it for too long.
    private static Order retried(Order order, Following following) {
        return order.stage() == Stage.NEEDS_ATTENTION
                ? new NextOrder(order)
                        .in(Stage.PLACED, List.of())
                        .at(following.now())
                        .made()
                : order;
    }

    private static void assertThatEachParcelIsKnownOnce(Order order) {
        var standing = order.standing().orElseThrow();
        assertThat(standing.parcels().stream().map(Parcels::key)).doesNotHaveDuplicates();
        assertThat(standing.lines())
                .allSatisfy(line -> assertThat(line.shipped() + line.cancelled() + line.outstanding())
                        .isEqualTo(line.ordered()));
    }

    private static void assertThatTheStatusIsRight(Shown shown, Standing truth, TemplateForm form) {
        assertThat(shown.order()).containsEntry("status", Following.desk(truth.status()));
        if (GetOrderStatus.TRACKING_TARGET.in(form.options()).equals("order")) {
            assertThat(shown.order().getOrDefault("tracking", "")).isEqualTo(tracking(truth.parcels()));
        }
    }

    private static void assertThatTheLinesAreRight(Shown shown, Standing truth, TemplateForm form) {
        var onLines = GetOrderStatus.TRACKING_TARGET.in(form.options()).equals("line");
        truth.lines().forEach(line -> {
            var fields = shown.lines().get("line-" + line.line());
            var parcels = truth.parcels().stream()
                    .filter(parcel -> parcel.contents().stream().anyMatch(content -> content.line() == line.line()))
                    .toList();
            assertThat(fields)
                    .containsEntry("lineShipped", Long.toString(line.shipped()))
                    .containsEntry("lineRemaining", "0")
                    .containsEntry("lineStatus", line.status().words());
            assertThat(fields.getOrDefault("lineTracking", "")).isEqualTo(onLines ? tracking(parcels) : "");
        });
    }

    private static void assertThatEachThingIsThereOnce(Shown shown, Standing truth, TemplateForm form) {
        var target = GetOrderStatus.TRACKING_TARGET.in(form.options());
        var notes = shown.notes().values();
        var parcels = truth.parcels();
        assertThat(notes.stream().filter(note -> note.startsWith("Shipped")))
                .hasSize(target.equals("note") ? parcels.size() : 0);
        assertThat(shown.parcels()).containsExactlyInAnyOrderElementsOf(target.equals("records") ? parcels : List.of());
        assertThat(notes.stream().filter(note -> note.startsWith("Invoice"))).hasSameSizeAs(truth.invoices());
        truth.invoices().stream()
                .map(Invoice::number)
                .forEach(number -> assertThat(notes)
                        .filteredOn(note -> note.contains(number))
                        .hasSize(1));
        if (target.equals("note")) {
            numbers(parcels)
                    .forEach(number -> assertThat(notes)
                            .filteredOn(note -> note.contains("tracking number " + number))
                            .hasSize(1));
        }
    }

    private static String tracking(List<Parcel> parcels) {
        return String.join(", ", numbers(parcels));
    }

    private static List<String> numbers(List<Parcel> parcels) {
        return parcels.stream()
                .map(Parcel::tracking)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toList());
    }
}
