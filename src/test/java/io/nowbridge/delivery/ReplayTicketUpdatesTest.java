package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.rejection;
import static io.nowbridge.ticket.TicketFixtures.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.delivery.ReplayTicketUpdates.Order;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTicketUpdatesTest {

    private final RunningDelivery running = new RunningDelivery();
    private final InMemoryActivity log = new InMemoryActivity();
    private final ReplayTicketUpdates replay =
            new ReplayTicketUpdates(running.updates, running.queue, log, running::now, () -> "replay-1");

    @BeforeEach
    void twoAreGivenUp() {
        running.add("one", "two");
        running.writing().failNext(rejection(), false);
        running.writing().failNext(rejection(), false);
        running.run();
    }

    @Test
    void allAreDeliveredInTheirOrder() {
        var count = replay.run(new Order(MANAGER, Optional.empty())).await().indefinitely();
        running.run();

        assertThat(count).isEqualTo(2);
        assertThat(running.notes()).containsExactly("Note one", "Note two");
        assertThat(running.buried()).isEmpty();
    }

    @Test
    void theirTicketIsWokenOnce() {
        replay.run(new Order(MANAGER, Optional.empty())).await().indefinitely();

        assertThat(running.queue.woken()).containsExactly(TICKET);
    }

    @Test
    void onlyThoseThatAreNamedAreReplayed() {
        var second = running.buried().get(1).id();

        var count = replay.run(new Order(MANAGER, Optional.of(List.of(second, "unknown"))))
                .await()
                .indefinitely();
        running.run();

        assertThat(count).isEqualTo(1);
        assertThat(running.notes()).containsExactly("Note two");
    }

    @Test
    void whoReplayedHowManyIsLogged() {
        replay.run(new Order(MANAGER, Optional.empty())).await().indefinitely();

        assertThat(log.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .returns("maria", Activity::startedBy)
                        .returns("2", any -> any.subjects().get("updates")));
    }
}
