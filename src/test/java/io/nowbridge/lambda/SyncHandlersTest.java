package io.nowbridge.lambda;

import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.anomaly.AnomalyEvent.What.StatusChanged;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.lambda.PullTicketStatusHandler.Pulled;
import io.nowbridge.lambda.SweepAnomaliesHandler.Swept;
import io.nowbridge.sync.InStep;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The functions that keep both sides in step, from the events that run them. */
class SyncHandlersTest {

    private static final Ticket TICKET = TicketFixtures.ticket("INC0000007");
    private static final Context CONTEXT = new FakeContext(29_000);
    private static final Map<String, Object> TICK = Map.of("source", "aws.scheduler");

    private final InStep step = new InStep();
    private final QueueEdge queue = new QueueEdge();
    private final ScheduleEdge schedule = new ScheduleEdge();

    @Test
    void aMessageHasItsTicketFollowed() {
        var ticket = step.link(1, "456", TICKET);
        step.desk().search().has(InStep.in("6", TICKET), "Words");

        var failed = followTicket(
                "{\"connection\": \"%s\", \"table\": \"incident\", \"id\": \"%s\", \"changedAt\": \"2020-01-01T00:00:00Z\"}"
                        .formatted(ticket.connection(), ticket.id()));

        assertThat(failed).isEmpty();
        assertThat(step.seen.find(ticket).await().indefinitely())
                .hasValueSatisfying(
                        seen -> assertThat(seen.ticket().stateCode()).isEqualTo("6"));
    }

    @Test
    void aMessageThatNamesNoTicketGoesBackToTheQueue() {
        assertThat(followTicket("{}"))
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("m-1");
    }

    @Test
    void aMessageHasItsEventFollowed() {
        var ticket = step.link(1, "456", TICKET);
        step.keep(step.event("456", "e-1", new StatusChanged(Status.ACKNOWLEDGED)));
        var handler = new FollowAnomalyHandler(step.keeping, queue, RunningHandler.JSON);

        var answer = handler.handleRequest(
                message("{\"source\": \"default\", \"anomaly\": \"456\", \"event\": \"e-1\"}"), CONTEXT);

        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(step.line(ticket)).hasSize(1);
    }

    @Test
    void aPullCountsTheTicketsThatItWoke() {
        var ticket = step.link(1, "456", TICKET);
        pull();
        step.desk().changes().changed(ticket, step.tickets.now());

        assertThat(pull()).isEqualTo(new Pulled(1));
    }

    @Test
    void aPullThatAPersonMustHelpFails() {
        step.link(1, "456", TICKET);
        step.desk()
                .changes()
                .fail(new Unauthorized(
                        new Report("Reading incident answered 401", "Reconnect.", Effect.NONE),
                        new IllegalStateException("401")));

        assertThatThrownBy(this::pull).hasMessageContaining("Somebody must act");
    }

    @Test
    void aSweepCountsWhatItFound() {
        step.platform.has(full("456"));
        var handler = new SweepAnomaliesHandler(step.keeping, schedule);

        assertThat(handler.handleRequest(TICK, CONTEXT)).isEqualTo(new Swept(1, 0));
    }

    private Pulled pull() {
        return new PullTicketStatusHandler(step.keeping, schedule).handleRequest(TICK, CONTEXT);
    }

    private List<BatchItemFailure> followTicket(String body) {
        var handler = new FollowTicketHandler(step.keeping, queue, new TicketMessage(RunningHandler.JSON));
        return handler.handleRequest(message(body), CONTEXT).getBatchItemFailures();
    }

    private static SQSEvent message(String body) {
        var message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody(body);
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        return event;
    }
}
