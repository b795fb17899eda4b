package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.answeredBadly;
import static io.nowbridge.delivery.DeliveryFixtures.down;
import static io.nowbridge.delivery.DeliveryFixtures.rejection;
import static io.nowbridge.delivery.DeliveryFixtures.silence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.ticket.NoteReference;
import io.nowbridge.ticket.TicketWriting.Entry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of writes whose answers do not come. */
class LostWritesTest {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final RunningDelivery running = new RunningDelivery();

    @Test
    void aNoteWhoseAnswerWasLostIsFoundAndNotWrittenAgain() {
        running.add("one", "two");
        running.writing().failNext(silence(), true);
        running.run();
        running.later(FIRST_PAUSE);

        running.run();

        assertThat(running.notes()).containsExactly("Note one", "Note two");
        assertThat(running.logged()).extracting(Activity::result).containsExactly(Result.SUCCESS, Result.SUCCESS);
    }

    @Test
    void aNoteThatMayStillArriveIsNotWrittenBeforeThatIsOver() {
        running.add("one");
        running.writing().failNext(silence(), false);
        running.run();
        running.later(RunningDelivery.SETTLING.minusMillis(1));

        running.run();

        assertThat(running.writing().attempts()).isEqualTo(1);
        running.later(Duration.ofMillis(1));
        running.run();
        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void aNoteThatArrivesLateIsFound() {
        running.add("one");
        running.writing().failNext(silence(), false);
        running.run();
        running.later(FIRST_PAUSE);
        running.run();
        running.writing()
                .write(TICKET, Entry.note("Note one " + NoteReference.of("one")))
                .await()
                .indefinitely();
        running.later(RunningDelivery.SETTLING);

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void aBadAnswerEndsAWriteSoThatOneThatIsNotThereIsWrittenAtOnce() {
        running.add("one");
        running.writing().failNext(answeredBadly(), false);
        running.run();
        running.later(FIRST_PAUSE);

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void aBadAnswerToAWriteThatHappenedMakesNoSecondNote() {
        running.add("one");
        running.writing().failNext(answeredBadly(), true);
        running.run();
        running.later(FIRST_PAUSE);

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void whatCertainlyDidNotHappenIsNotLookedFor() {
        running.add("one");
        running.writing().failNext(down(), false);
        running.writing().failTraces(rejection());
        running.run();
        running.later(FIRST_PAUSE);

        running.run();

        assertThat(running.notes()).containsExactly("Note one");
    }

    @Test
    void whereTheJournalMayNotBeReadItIsWrittenAgainAndTheLogSaysSo() {
        running.add("one");
        running.writing().hideJournals();
        running.writing().failNext(silence(), true);
        running.run();
        running.later(RunningDelivery.SETTLING);

        running.run();

        assertThat(running.notes()).containsExactly("Note one", "Note one");
        assertThat(running.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.PARTIAL_SUCCESS);
            assertThat(entry.failures()).extracting(Failure::whoCanFix).containsExactly(WhoCanFix.ADMINISTRATOR);
        });
    }

    @Test
    void aLookThatFailsIsRepeatedLaterAndNothingIsWritten() {
        running.add("one");
        running.writing().failNext(silence(), true);
        running.run();
        running.writing().failTraces(rejection());
        running.later(FIRST_PAUSE);
        running.run();

        running.writing().recover();
        running.later(Duration.ofMinutes(1));
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.buried()).isEmpty();
    }

    @Test
    void evenAmongTheDeadItIsRememberedThatANoteMayBeThere() {
        running.add("one");
        running.writing().failNext(silence(), true);
        running.run();
        running.writing().failTraces(down());
        while (running.buried().isEmpty()) {
            running.later(Duration.ofMinutes(30));
            running.run();
        }
        running.writing().recover();

        running.updates
                .unearth(running.buried().getFirst().id(), Optional.empty(), running.now())
                .await()
                .indefinitely();
        running.run();

        assertThat(running.notes()).containsExactly("Note one");
        assertThat(running.updates.waiting(TICKET)).isEmpty();
    }
}
