package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.nowbridge.sync.FollowTicket;
import io.nowbridge.sync.KeepingInStep;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Follows the ticket of each message: its links show it as it is, and its anomalies are told. */
@Named("followTicket")
@Singleton
public final class FollowTicketHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

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
        return queue.answer(event, context, received -> followTicket.run(message.read(received)));
    }
}
