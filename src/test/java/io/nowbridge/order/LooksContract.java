package io.nowbridge.order;

import static io.nowbridge.order.KeptOrders.FAILURE;
import static io.nowbridge.order.KeptOrders.NOW;
import static io.nowbridge.order.KeptOrders.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.order.Looks.Look;
import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.template.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Looks}. */
public abstract class LooksContract {

    private Looks looks = new InMemoryLooks();

    protected abstract Looks emptyStore();

    @BeforeEach
    void nothingLookedAt() {
        looks = emptyStore();
    }

    @Test
    void whoeverNeverLookedSawNothing() {
        assertThat(last(TEMPLATE)).isEmpty();
    }

    @Test
    void aLookIsFoundWithEverythingThatItSaw() {
        var look = new Look(
                TEMPLATE,
                NOW.plusNanos(1_001),
                "maria",
                12,
                3,
                List.of(new Passed("Draft", "The status is \"Ready\"", 4), new Passed("", "It has a vendor: é", 1)),
                List.of(FAILURE));

        keep(look);

        assertThat(last(TEMPLATE)).contains(look);
        assertThat(last(new TemplateId("other"))).isEmpty();
    }

    @Test
    void theLastLookCountsAlone() {
        keep(look(NOW, 1));
        keep(look(NOW.plusSeconds(60), 2));

        assertThat(last(TEMPLATE)).contains(look(NOW.plusSeconds(60), 2));
    }

    @Test
    void whoeverLookedEarlierAndIsLateChangesNothing() {
        keep(look(NOW.plusSeconds(60), 2));

        keep(look(NOW, 1));

        assertThat(last(TEMPLATE)).contains(look(NOW.plusSeconds(60), 2));
    }

    @Test
    void aLookWithThousandsOfFailuresIsKept() {
        var many = IntStream.range(0, 5_000).mapToObj(number -> FAILURE).toList();
        var look = new Look(TEMPLATE, NOW, "createOrders", 5_000, 0, List.of(), many);

        keep(look);

        assertThat(last(TEMPLATE)).contains(look);
    }

    private static Look look(Instant at, long found) {
        return new Look(TEMPLATE, at, "createOrders", found, 0, List.of(), List.of());
    }

    private void keep(Look look) {
        looks.keep(look).await().indefinitely();
    }

    private Optional<Look> last(TemplateId template) {
        return looks.last(template).await().indefinitely();
    }
}
