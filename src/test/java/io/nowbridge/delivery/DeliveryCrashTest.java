package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.down;
import static io.nowbridge.delivery.DeliveryFixtures.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever step a worker dies at, the next one brings each note once, in order. */
class DeliveryCrashTest {

    private final RunningDelivery running = new RunningDelivery();

    @ParameterizedTest
    @ValueSource(strings = {"take", "first", "announce", "delivered", "leave"})
    void aWorkerThatDiesAtAStepLosesAndRepeatsNothing(String step) {
        running.add("one", "two");
        running.updates.failNext(step);

        assertThatThrownBy(running::run).isInstanceOf(IllegalStateException.class);
        afterAWhile();

        everyNoteIsThereOnce();
    }

    @Test
    void aWorkerThatDiesBetweenAnnouncingAndWritingLeavesTheNoteToTheNext() {
        running.add("one", "two");
        running.writing().beforeWriting(() -> {
            running.writing().beforeWriting(() -> {});
            throw new IllegalStateException("killed");
        });

        assertThatThrownBy(running::run).isInstanceOf(IllegalStateException.class);
        afterAWhile();

        everyNoteIsThereOnce();
    }

    @Test
    void aWorkerThatDiesBetweenWritingAndLoggingLeavesTheEntryToTheNext() {
        running.add("one", "two");
        running.logIsDown(true);

        assertThatThrownBy(running::run).isInstanceOf(IllegalStateException.class);
        running.logIsDown(false);
        afterAWhile();

        everyNoteIsThereOnce();
    }

    @Test
    void aWorkerThatDiesWhilePostponingLosesNothing() {
        running.add("one", "two");
        running.writing().failNext(down(), false);
        running.updates.failNext("postpone");

        assertThatThrownBy(running::run).isInstanceOf(IllegalStateException.class);
        afterAWhile();

        everyNoteIsThereOnce();
    }

    @Test
    void aWorkerThatDiesWhileGivingUpHasToldPeopleAndTheNextOneTriesAgain() {
        running.add("one", "two");
        running.writing().failNext(rejection(), false);
        running.updates.failNext("bury");

        assertThatThrownBy(running::run).isInstanceOf(IllegalStateException.class);
        assertThat(running.queue.dead()).hasSize(1);
        afterAWhile();

        everyNoteIsThereOnce();
    }

    /** Whoever wakes what is due finds the ticket, once the dead worker's lease and its last write are over. */
    private void afterAWhile() {
        for (var time = 0; time < 4; time++) {
            running.later(RunningDelivery.LEASE);
            running.updates
                    .due(TICKET.connection(), running.now(), 1)
                    .await()
                    .indefinitely()
                    .forEach(running::run);
        }
        running.later(Duration.ofDays(1));
    }

    private void everyNoteIsThereOnce() {
        assertThat(running.notes()).isEqualTo(List.of("Note one", "Note two"));
        assertThat(running.logged()).extracting(Activity::result).containsExactly(Result.SUCCESS, Result.SUCCESS);
        assertThat(running.updates
                        .due(TICKET.connection(), running.now(), 1)
                        .await()
                        .indefinitely())
                .isEmpty();
        assertThat(running.buried()).isEmpty();
    }
}
