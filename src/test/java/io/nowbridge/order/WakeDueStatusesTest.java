package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.order.Order.Stage;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.InMemoryTemplates;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakeDueStatusesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");
    private static final int MOST = 300;

    private final InMemoryTemplates templates = new InMemoryTemplates();
    private final InMemoryOrders orders = new InMemoryOrders();
    private final RecordingOrderQueue queue = new RecordingOrderQueue();
    private Instant now = MIDNIGHT;
    private final WakeDueStatuses wake = new WakeDueStatuses(templates, orders, queue, () -> now, MOST);

    @Test
    void theOldestCheckComesFirstAndWhatIsNotDueNotAtAll() {
        enable(Following.orderStatus());
        var second = order("PO2", Stage.PLACED, MIDNIGHT.minusSeconds(10));
        var first = order("PO1", Stage.PLACED, MIDNIGHT.minusSeconds(20));
        order("PO3", Stage.PLACED, MIDNIGHT.plusSeconds(10));

        assertThat(run()).isEqualTo(2);

        assertThat(queue.advanced()).containsExactly(first, second);
    }

    @Test
    void noMoreAreWokenThanTheDayHasGivenOutByNow() {
        enable(allowing("2400"));
        IntStream.range(0, 150).forEach(each -> order("PO" + each, Stage.PLACED, MIDNIGHT.minusSeconds(each)));

        assertThat(run()).isEqualTo(100);

        now = MIDNIGHT.plus(Duration.ofMinutes(15));
        assertThat(run()).isEqualTo(125);
    }

    @Test
    void whatWasSpentIsNotThereAgain() {
        enable(allowing("2400"));
        IntStream.range(0, 150).forEach(each -> order("PO" + each, Stage.PLACED, MIDNIGHT.minusSeconds(each)));
        IntStream.range(0, 70).forEach(each -> spend());

        assertThat(run()).isEqualTo(30);
    }

    @Test
    void theNextDayHasItsOwn() {
        enable(allowing("240"));
        IntStream.range(0, 50).forEach(each -> order("PO" + each, Stage.PLACED, MIDNIGHT.minusSeconds(each)));
        now = MIDNIGHT.plus(Duration.ofHours(23)).plusSeconds(3_599);
        IntStream.range(0, 240).forEach(each -> spend());
        assertThat(run()).isZero();

        now = MIDNIGHT.plus(Duration.ofDays(1));

        assertThat(run()).isEqualTo(10);
    }

    @Test
    void ordersThatTheirDeskDoesNotShowYetAreWokenWhateverIsLeft() {
        enable(allowing("0"));
        order("PO1", Stage.PLACED, MIDNIGHT);
        var held = order("PO2", Stage.HELD, MIDNIGHT);
        var done = order("PO3", Stage.DONE, MIDNIGHT.minusSeconds(1));

        assertThat(run()).isEqualTo(2);

        assertThat(queue.advanced()).containsExactly(done, held);
    }

    @Test
    void whereNoTemplateFollowsThemTheyAreWokenToSaySo() {
        var order = order("PO1", Stage.PLACED, MIDNIGHT);

        run();

        assertThat(queue.advanced()).containsExactly(order);
    }

    @Test
    void noMoreThanATickMayAreWokenAtOnce() {
        enable(Following.orderStatus());
        now = MIDNIGHT.plus(Duration.ofHours(12));
        IntStream.range(0, MOST + 50).forEach(each -> order("PO" + each, Stage.PLACED, MIDNIGHT));

        assertThat(run()).isEqualTo(MOST);
    }

    @Test
    void ofADayNoMoreIsGivenOutThanItHas() {
        var budget = new StatusBudget(orders);
        var template = TemplateFixtures.template("following", allowing("2400"));

        var spent = IntStream.range(0, 3_000)
                .filter(each -> budget.spend(template, MIDNIGHT.plusSeconds(each * 28L))
                        .await()
                        .indefinitely())
                .count();

        assertThat(spent).isEqualTo(2_400);
    }

    private int run() {
        return wake.run().await().indefinitely();
    }

    private void spend() {
        orders.spend(TemplateFixtures.DISTRIBUTOR, LocalDate.parse("2026-01-05"), Integer.MAX_VALUE)
                .await()
                .indefinitely();
    }

    private void enable(TemplateForm form) {
        var template = TemplateFixtures.template("following", form);
        templates.add(template).await().indefinitely();
        templates
                .enable(template.switched(true, TemplateFixtures.BY_MARIA))
                .await()
                .indefinitely();
    }

    private static TemplateForm allowing(String requests) {
        return TemplateFixtures.choosing(Following.orderStatus(), GetOrderStatus.REQUESTS_A_DAY.name(), requests);
    }

    private OrderId order(String number, Stage stage, Instant due) {
        var order = new NextOrder(Following.placed(number, 1))
                .in(stage, List.of())
                .at(due)
                .made();
        orders.add(order).await().indefinitely();
        return order.id();
    }
}
