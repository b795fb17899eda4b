package io.nowbridge.sync;

import static io.nowbridge.activity.EntryFixtures.entry;
import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Repeat.Outcome;
import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What.Created;
import io.nowbridge.anomaly.AnomalyEvent.What.Triggered;
import io.nowbridge.anomaly.Status;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of trying again what following an anomaly, or a ticket, came to nothing with. */
class RepeatsTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final Anomaly ANOMALY = full("456");

    private final InStep step = new InStep();

    @Test
    void anEventThatWaitsIsWoken() {
        step.platform.has(ANOMALY);
        var event = step.event("456", "e1", new Created());
        step.keep(event);

        assertThat(retry(failed("followAnomaly", Map.of("anomaly", "456", "event", "e1"))))
                .isEqualTo(new Retried(1));
        assertThat(step.anomalyWakeups.woken()).containsExactly(event);
    }

    @Test
    void inThePlaceOfAnEventThatWasGivenUpTheAnomalyIsLookedAt() {
        step.link(1, "456", TICKET);
        step.platform.has(ANOMALY);
        step.happens(step.event("456", "e0", new Created()));
        step.platform.has(ANOMALY.in(Status.RESOLVED));

        retry(failed("followAnomaly", Map.of("anomaly", "456", "event", "e1")));
        followWoken();

        assertThat(step.notes(InStep.ref(TICKET))).hasSize(1).first().asString().contains("Resolved");
    }

    @Test
    void twoWhoPressAtOnceHaveItToldOnce() {
        step.link(1, "456", TICKET);
        step.platform.has(ANOMALY);
        step.happens(step.event("456", "e0", new Created()));
        step.platform.has(ANOMALY.in(Status.RESOLVED));
        var entry = failed("followAnomaly", Map.of("anomaly", "456", "event", "e1"));

        retry(entry);
        retry(entry);
        followWoken();

        assertThat(step.notes(InStep.ref(TICKET))).hasSize(1);
        assertThat(step.anomalyWakeups.woken())
                .extracting(AnomalyEvent::id)
                .hasSize(2)
                .containsOnly(step.anomalyWakeups.woken().getFirst().id());
    }

    @Test
    void whatARuleCouldNotOpenIsBroughtBeforeTheRulesAgain() {
        step.platform.has(ANOMALY);

        retry(entry("one", "createTicket", "rule:r1", Result.FAILED, Map.of("anomaly", "456")));
        followWoken();

        assertThat(step.ruled).singleElement().returns(new Triggered(), AnomalyEvent::what);
    }

    @Test
    void whatAPersonCouldNotOpenTakesTheForm() {
        assertThat(retry(entry("one", "createTicket", "maria", Result.FAILED, Map.of("anomaly", "456"))))
                .isInstanceOf(NotFromHere.class);
        assertThat(step.anomalyWakeups.woken()).isEmpty();
    }

    @Test
    void aStatusThatThePlatformRejectedIsSetOnceItDoesNot() {
        step.settings(Map.of("statusOnState.incident", "6=Resolved"));
        var ticket = step.link(1, "456", TICKET);
        step.platform.has(ANOMALY);
        step.platform.refuseWrites(DeliveryFixtures.rejection());
        step.desk().search().has(InStep.in("6", TICKET), "Words");
        step.follow(ticket);
        step.platform.recover();
        step.follow(ticket);
        assertThat(step.platform.changes()).isZero();

        assertThat(retry(failed("followTicket", Map.of("anomaly", "456", "ticket", "INC0000007"))))
                .isEqualTo(new Retried(1));
        assertThat(step.woken).containsExactly(ticket);
        step.follow(ticket);

        assertThat(step.platform.status(ANOMALY.id())).contains(Status.RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"followAnomaly", "followTicket"})
    void aNoteThatWouldGoNowhereIsNotSilentlyDropped(String function) {
        step.link(1, "456", TICKET);
        var entry = failed(function, Map.of("anomaly", "456", "ticket", "INC0000007"));

        assertThat(retry(entry, Optional.of("Other words"))).isEqualTo(Repeat.NO_NOTE);
        assertThat(step.woken).isEmpty();
        assertThat(step.anomalyWakeups.woken()).isEmpty();
    }

    @Test
    void whatIsNotLinkedAnyMoreIsNotTold() {
        assertThat(retry(failed("followTicket", Map.of("anomaly", "456", "ticket", "INC0000007"))))
                .isInstanceOf(NotFromHere.class);
        assertThat(step.woken).isEmpty();
    }

    private void followWoken() {
        step.anomalyWakeups.woken().forEach(step::follow);
    }

    private static Activity failed(String function, Map<String, String> subjects) {
        return entry("one", function, Result.FAILED, subjects);
    }

    private Outcome retry(Activity entry) {
        return retry(entry, Optional.empty());
    }

    private Outcome retry(Activity entry, Optional<String> note) {
        return step.keeping.repeats().stream()
                .filter(repeat -> repeat.functions().contains(entry.function()))
                .findFirst()
                .orElseThrow()
                .run(entry, "maria", note)
                .await()
                .indefinitely();
    }
}
