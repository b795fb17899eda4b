package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.sync.FollowTicket;
import io.nowbridge.sync.FollowTicket.Outcome;
import io.nowbridge.sync.KeepingInStep;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Follows the ticket of each message: its links show it as it is, and its anomalies are told. */
@Named("followTicket")
@Singleton
public final class FollowTicketHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(FollowTicketHandler.class);

    private final FollowTicket followTicket;
    private final QueueEdge queue;
    private final TicketMessage message;

    FollowTicketHandler(KeepingInStep keepingInStep, QueueEdge queue, TicketMessage message) {
        this.followTicket = keepingInStep.followTicket();
        this.queue = queue;
        this.message = message;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, this::follow);
    }

    private Uni<Outcome> follow(SQSMessage received) {
        var wakeup = message.wakeup(received);
        return followTicket.run(wakeup).invoke(outcome -> {
            switch (outcome) {
                case Outcome.Later(var cause) -> LOG.infof("The change of %s waits: %s", wakeup.ticket(), cause);
                case Outcome.Hidden hidden -> LOG.infof("Whether %s is there cannot be seen", wakeup.ticket());
                case Outcome.NotYet(var seen) ->
                    LOG.infof("The change of %s is not shown yet, and left to the pull", wakeup.ticket());
                case Outcome.Followed followed -> {}
                case Outcome.NotLinked none -> {}
                case Outcome.Closed closed -> {}
            }
        });
    }
}
