package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.sync.FollowAnomaly;
import io.nowbridge.sync.FollowAnomaly.Outcome;
import io.nowbridge.sync.KeepingInStep;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Follows the anomaly of each message: its tickets are told, or opened. */
@Named("followAnomaly")
@Singleton
public final class FollowAnomalyHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(FollowAnomalyHandler.class);

    private final FollowAnomaly followAnomaly;
    private final QueueEdge queue;
    private final ObjectMapper json;

    FollowAnomalyHandler(KeepingInStep keepingInStep, QueueEdge queue, ObjectMapper json) {
        this.followAnomaly = keepingInStep.followAnomaly();
        this.queue = queue;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, this::follow);
    }

    private Uni<Outcome> follow(SQSMessage received) {
        var wakeup = AnomalyMessage.parse(received.getBody(), json);
        return followAnomaly.run(wakeup.anomaly(), wakeup.event()).invoke(outcome -> {
            if (outcome instanceof Outcome.Later(var cause)) {
                LOG.infof("The event %s of %s waits: %s", wakeup.event(), wakeup.anomaly(), cause);
            }
        });
    }
}
