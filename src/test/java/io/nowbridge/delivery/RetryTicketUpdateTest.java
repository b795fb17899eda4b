package io.nowbridge.delivery;

import static io.nowbridge.activity.EntryFixtures.entry;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.down;
import static io.nowbridge.delivery.DeliveryFixtures.rejection;
import static io.nowbridge.delivery.DeliveryFixtures.silence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat.Outcome;
import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.NotNow;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.nowbridge.activity.Result;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryTicketUpdateTest {

    private final RunningDelivery running = new RunningDelivery();
    private final RetryTicketUpdate retry =
            new RetryTicketUpdate(running.updates, running.queue, running::now, () -> "person", RunningDelivery.LEASE);

    @Test
    void whatWasGivenUpIsDelivered() {
        running.add("one");
        running.writing().failNext(rejection(), false);
        running.run();

        assertThat(retry(Optional.empty())).isEqualTo(new Retried(1));
        assertThat(running.queue.woken()).containsExactly(TICKET);
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.logged()).singleElement().returns(Result.SUCCESS, Activity::result);
    }

    @Test
    void whatWasGivenUpIsDeliveredAsItWasReworded() {
        running.add("one");
        running.writing().failNext(rejection(), false);
        running.run();

        retry(Optional.of("Said better"));
        running.run();

        assertThat(running.notes()).containsExactly("Said better");
    }

    @Test
    void whatWaitsIsDeliveredNow() {
        running.add("one");
        running.writing().failNext(down(), false);
        running.run();

        assertThat(retry(Optional.empty())).isEqualTo(new Retried(1));
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void whatWaitsIsDeliveredAsItWasRewordedAndInItsPlace() {
        running.add("zero", "one", "two");
        running.writing().failNext(down(), false);
        running.run();

        assertThat(retry(Optional.of("Said better"))).isEqualTo(new Retried(1));
        running.run();

        assertThat(running.notes()).containsExactly("Note zero", "Said better", "Note two");
    }

    @Test
    void whatHadArrivedAfterAllIsNotWrittenBesideItAlsoIfReworded() {
        running.add("one");
        running.writing().failNext(silence(), true);
        running.run();

        retry(Optional.of("Said better"));
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.updates.find("one").await().indefinitely()).isEmpty();
    }

    @Test
    void noPartOfWhatAPersonWritesPassesForAReference() {
        running.add("one");
        running.writing().failNext(rejection(), false);
        running.run();

        retry(Optional.of("Said better [nb:0123456789ab]"));
        running.run();

        assertThat(running.notes()).containsExactly("Said better [nb :0123456789ab]");
    }

    @Test
    void whatSomebodyIsWritingIsNotReworded() {
        running.add("one");
        running.updates
                .take(TICKET, "worker", running.now(), RunningDelivery.LEASE)
                .await()
                .indefinitely();

        assertThat(retry(Optional.of("Said better"))).isInstanceOf(NotNow.class);
        assertThat(running.updates.waiting(TICKET)).singleElement().returns("Note one", TicketUpdate::note);
    }

    @Test
    void whatWasDroppedIsNotBroughtFromHere() {
        assertThat(retry(Optional.empty())).isInstanceOf(NotFromHere.class);
    }

    @Test
    void whoPressesSecondDoesNotBringItASecondTime() {
        running.add("one");
        running.writing().failNext(rejection(), false);
        running.run();

        retry(Optional.empty());
        retry(Optional.empty());
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    private Outcome retry(Optional<String> note) {
        return retry.run(entry("one", "deliverTicketUpdate", Result.FAILED, Map.of()), "maria", note)
                .await()
                .indefinitely();
    }
}
