package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.nowbridge.delivery.DeliverTicketUpdate;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Brings the tickets that were woken what waits for them. */
@Named("deliverTicketUpdate")
@Singleton
public final class DeliverTicketUpdateHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final DeliverTicketUpdate deliver;
    private final TicketMessage ticket;
    private final QueueEdge queue;

    DeliverTicketUpdateHandler(DeliverTicketUpdate deliver, TicketMessage ticket, QueueEdge queue) {
        this.deliver = deliver;
        this.ticket = ticket;
        this.queue = queue;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, message -> deliver.run(ticket.read(message)));
    }
}
