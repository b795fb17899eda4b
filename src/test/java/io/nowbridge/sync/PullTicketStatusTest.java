package io.nowbridge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection.State;
import io.nowbridge.delivery.DeliveryFixtures;
import io.nowbridge.sync.PullTicketStatus.Report;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PullTicketStatusTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InStep step = new InStep();

    @Test
    void aLinkedTicketThatChangedIsFollowed() {
        var ticket = step.link(1, "456", TICKET);
        pull();
        pass(MINUTE);
        step.desk().changes().changed(ticket, step.tickets.now());

        assertThat(pull()).isEqualTo(new Report(1, List.of()));
        assertThat(step.woken).containsExactly(ticket);
    }

    @Test
    void aTicketWithoutAnAnomalyIsLeftAlone() {
        step.link(1, "456", TICKET);
        pull();
        pass(MINUTE);
        step.desk().changes().changed(InStep.ref(TicketFixtures.ticket("INC0000009")), step.tickets.now());

        assertThat(pull()).isEqualTo(new Report(0, List.of()));
    }

    @Test
    void whatAppearsLateInTheLastMinuteIsSeenAllTheSame() {
        var ticket = step.link(1, "456", TICKET);
        pull();
        var before = step.tickets.now().minusSeconds(50);
        pass(MINUTE);
        step.desk().changes().changed(ticket, before);

        assertThat(pull()).isEqualTo(new Report(1, List.of()));
    }

    @Test
    void moreThanOneLookTakesIsTakenByTheNext() {
        var tickets = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> step.link(number, "a" + number, TicketFixtures.ticket("INC000010" + number)))
                .toList();
        pull();
        tickets.forEach(ticket -> {
            pass(Duration.ofMinutes(5));
            step.desk().changes().changed(ticket, step.tickets.now());
        });

        pull();
        pull();
        pull();

        assertThat(step.woken).containsAll(tickets);
    }

    @Test
    void aSecondWithMoreChangesThanOneLookTakesIsTakenWhole() {
        var tickets = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> step.link(number, "a" + number, TicketFixtures.ticket("INC000010" + number)))
                .toList();
        pull();
        pass(Duration.ofMinutes(5));
        tickets.forEach(ticket -> step.desk().changes().changed(ticket, step.tickets.now()));

        pull();

        assertThat(step.woken).containsAll(tickets);
    }

    @Test
    void aDeskWithoutOpenLinkedTicketsIsLookedAtRarely() {
        step.link(1, "456", InStep.in("7", TICKET));
        pull();
        pass(MINUTE);
        pull();
        assertThat(step.desk().changes().looks()).isEqualTo(1);

        pass(InStep.IDLE);
        pull();

        assertThat(step.desk().changes().looks()).isEqualTo(2);
    }

    @Test
    void aDeskWithAnOpenLinkedTicketIsLookedAtEachTime() {
        step.link(1, "456", TICKET);
        pull();
        pass(MINUTE);
        pull();

        assertThat(step.desk().changes().looks()).isEqualTo(2);
    }

    @Test
    void aDeskThatIsDownIsReportedAndLosesNothing() {
        var ticket = step.link(1, "456", TICKET);
        pull();
        pass(MINUTE);
        step.desk().changes().changed(ticket, step.tickets.now());
        step.desk().changes().fail(DeliveryFixtures.down());

        assertThat(pull().failures()).hasSize(1);
        pass(Duration.ofHours(1));
        step.desk().changes().recover();

        assertThat(pull()).isEqualTo(new Report(1, List.of()));
    }

    @Test
    void aClosedConnectionIsNotAsked() {
        step.link(1, "456", TICKET);
        step.desks.close(TicketFixtures.CONNECTION, State.DISABLED);

        assertThat(pull()).isEqualTo(new Report(0, List.of()));
        assertThat(step.desk().changes().looks()).isZero();
    }

    private Report pull() {
        return step.keeping.pullTicketStatus().run().await().indefinitely();
    }

    private void pass(Duration time) {
        step.tickets.itIs(step.tickets.now().plus(time));
    }
}
