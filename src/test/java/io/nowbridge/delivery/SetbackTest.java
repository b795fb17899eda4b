package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.OTHER_TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.asking;
import static io.nowbridge.delivery.DeliveryFixtures.down;
import static io.nowbridge.delivery.DeliveryFixtures.refusal;
import static io.nowbridge.delivery.DeliveryFixtures.rejection;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.delivery.TicketUpdates.Buried;
import io.nowbridge.delivery.TicketUpdates.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of updates that cannot be delivered. */
class SetbackTest {

    private final RunningDelivery running = new RunningDelivery();

    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesForSixHours() {
        running.add("one");

        var pauses = failUntilBuried();

        assertThat(pauses.subList(0, 8))
                .extracting(Duration::toString)
                .containsExactly("PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M", "PT30M", "PT30M");
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(6), Duration.ofHours(6).plusMinutes(10));
    }

    @Test
    void afterThatItIsGivenUpWithItsCauseAndTheNextIsTried() {
        running.add("one", "two");

        failUntilBuried();

        assertThat(running.buried()).extracting(Buried::cause).containsExactly("Changing an incident got no answer");
        assertThat(running.queue.dead()).containsExactly(update("one"));
        assertThat(running.notes()).containsExactly("Note two");
        assertThat(running.logged().getFirst().failures())
                .extracting(Failure::resolution)
                .singleElement()
                .asString()
                .contains("replay");
    }

    @Test
    void whileOneWaitsThoseBehindItWaitToo() {
        running.add("one", "two");
        running.writing().failNext(down(), false);

        running.run();
        running.run();

        assertThat(running.writing().attempts()).isEqualTo(1);
        running.later(Duration.ofSeconds(30));
        running.run();
        assertThat(running.notes()).containsExactly("Note one", "Note two");
    }

    @Test
    void otherTicketsDoNotWaitForIt() {
        running.add("one");
        running.add(update("two", OTHER_TICKET));
        running.writing().failNext(down(), false);

        running.run();
        running.run(OTHER_TICKET);

        assertThat(running.notesOfTheOther()).containsExactly("Note two");
    }

    @Test
    void theEntryOfAFailedTryBecomesThatOfTheSuccess() {
        running.add("one");
        running.writing().failNext(down(), false);

        running.run();

        assertThat(running.logged()).extracting(Activity::result).containsExactly(Result.FAILED);
        running.later(Duration.ofSeconds(30));
        running.run();
        assertThat(running.logged()).extracting(Activity::result).containsExactly(Result.SUCCESS);
    }

    @Test
    void aRefusedUserIsTriedAgainAndTheAdministratorIsToldWhy() {
        running.add("one");
        running.writing().failNext(refusal(), false);

        running.run();

        assertThat(running.logged())
                .singleElement()
                .satisfies(entry -> assertThat(entry.failures()).singleElement().satisfies(failure -> {
                    assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
                    assertThat(failure.cause()).isEqualTo("Changing an incident answered 403");
                    assertThat(failure.resolution()).startsWith("Grant the role itil.");
                }));
        running.later(Duration.ofSeconds(30));
        running.run();
        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void aRejectedUpdateIsGivenUpAtOnceAndTheNextFollows() {
        running.add("one", "two");
        running.writing().failNext(rejection(), false);

        running.run();

        assertThat(running.notes()).containsExactly("Note two");
        assertThat(running.buried()).extracting(Buried::update).containsExactly(update("one"));
        assertThat(running.queue.dead()).containsExactly(update("one"));
    }

    @Test
    void whoeverAsksToBeLeftAloneIsCalledForNoTicketUntilThen() {
        running.add("one");
        running.add(update("two", OTHER_TICKET));
        running.writing().failNext(asking(Duration.ofMinutes(20)), false);

        running.run();
        running.run(OTHER_TICKET);
        running.later(Duration.ofMinutes(20).minusMillis(1));
        running.run();
        running.run(OTHER_TICKET);

        assertThat(running.writing().attempts()).isEqualTo(1);
        running.later(Duration.ofMillis(1));
        running.run();
        running.run(OTHER_TICKET);
        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.notesOfTheOther()).containsExactly("Note two");
    }

    @Test
    void beingAskedToWaitDoesNotCountAsATry() {
        running.add("one");

        for (var time = 0; time < 30; time++) {
            running.writing().failNext(asking(Duration.ofMinutes(30)), false);
            running.run();
            running.later(Duration.ofMinutes(30));
        }
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.writing().attempts()).isEqualTo(31);
    }

    @Test
    void nobodyIsLeftAloneForMoreThanAnHour() {
        running.add("one");
        running.writing().failNext(asking(Duration.ofDays(300)), false);
        running.run();
        running.later(Duration.ofHours(1));

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void aBugIsNotMistakenForASetback() {
        running.add("one");
        running.writing().beforeWriting(() -> {
            throw new IllegalArgumentException("a bug");
        });

        assertThatThrownBy(running::run).isInstanceOf(IllegalArgumentException.class);
        assertThat(running.updates.waiting(TICKET)).hasSize(1);
        assertThat(running.updates
                        .take(TICKET, "next", running.now(), RunningDelivery.LEASE)
                        .await()
                        .indefinitely())
                .isEqualTo(Turn.HELD);
    }

    /** Lets every write fail until the first update is given up; returns the pauses in between. */
    private List<Duration> failUntilBuried() {
        var pauses = new ArrayList<Duration>();
        var lastTry = running.now();
        while (running.buried().isEmpty()) {
            var tries = running.writing().attempts();
            running.writing().failNext(down(), false);
            running.run();
            if (running.writing().attempts() == tries) {
                running.writing().recover();
                running.later(Duration.ofSeconds(15));
            } else if (tries > 0) {
                pauses.add(Duration.between(lastTry, running.now()));
                lastTry = running.now();
            }
        }
        return pauses;
    }
}
