package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent.What.Created;
import io.nowbridge.anomaly.AnomalyEvent.What.Triggered;
import io.nowbridge.anomaly.Status;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.sync.SweepAnomalies.Report;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepAnomaliesTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final Anomaly ANOMALY = full("456");

    private final InStep step = new InStep();

    @BeforeEach
    void itIsJustAfterTheAnomalyWasFound() {
        step.tickets.itIs(ANOMALY.detectedAt().orElseThrow().plusSeconds(60));
    }

    @Test
    void anAnomalyThatNobodyToldOfIsFound() {
        step.platform.has(ANOMALY);

        assertThat(sweep()).isEqualTo(new Report(1, 0, List.of()));

        assertThat(step.anomalyWakeups.woken()).singleElement().satisfies(event -> {
            assertThat(event.anomaly()).isEqualTo(ANOMALY);
            assertThat(event.what()).isEqualTo(new Created());
        });
    }

    @Test
    void itIsFoundOnce() {
        step.platform.has(ANOMALY);
        sweep();
        step.follow(step.anomalyWakeups.woken().getFirst());

        assertThat(sweep()).isEqualTo(new Report(0, 0, List.of()));
    }

    @Test
    void whatIsOlderThanTheReachIsLeftAlone() {
        step.platform.has(ANOMALY);
        step.tickets.itIs(ANOMALY.detectedAt().orElseThrow().plus(Duration.ofDays(2)));

        assertThat(sweep()).isEqualTo(new Report(0, 0, List.of()));
    }

    @Test
    void anotherStatusOfAnAnomalyWithATicketIsFound() {
        step.link(1, "456", TICKET);
        step.platform.has(ANOMALY);
        step.happens(step.event("456", "e1", new Created()));
        step.platform.has(ANOMALY.in(Status.RESOLVED));

        assertThat(sweep()).isEqualTo(new Report(0, 1, List.of()));

        assertThat(step.anomalyWakeups.woken().getLast().what()).isEqualTo(new Triggered());
    }

    @Test
    void untilItHasBeenFollowedItIsTheSameNews() {
        var ticket = step.link(1, "456", TICKET);
        step.platform.has(ANOMALY);
        step.happens(step.event("456", "e1", new Created()));
        step.platform.has(ANOMALY.in(Status.RESOLVED));
        sweep();
        sweep();

        step.anomalyWakeups.woken().forEach(step::follow);

        assertThat(step.line(ticket)).hasSize(1);
        assertThat(sweep()).isEqualTo(new Report(0, 0, List.of()));
    }

    @Test
    void anAnomalyThatWasLinkedByHandIsKnownFromThenOn() {
        step.tickets.itIs(ANOMALY.detectedAt().orElseThrow().plus(Duration.ofDays(9)));
        step.link(1, "456", TICKET);
        step.platform.has(ANOMALY);
        assertThat(sweep()).isEqualTo(new Report(0, 0, List.of()));

        step.platform.has(ANOMALY.in(Status.ACKNOWLEDGED));

        assertThat(sweep()).isEqualTo(new Report(0, 1, List.of()));
    }

    @Test
    void aPlatformThatIsDownIsReportedAndLosesNothing() {
        step.platform.has(ANOMALY);
        step.platform.fail(DeliveryFixtures.down());

        assertThat(sweep().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.subject()).isEqualTo("source default");
            assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
        });
        step.platform.recover();

        assertThat(sweep()).isEqualTo(new Report(1, 0, List.of()));
    }

    @Test
    void withoutAPlatformThereIsNothingToSweep() {
        step.platform.disconnect();

        assertThat(sweep()).isEqualTo(new Report(0, 0, List.of()));
    }

    private Report sweep() {
        return step.keeping.sweepAnomalies().run().await().indefinitely();
    }
}
