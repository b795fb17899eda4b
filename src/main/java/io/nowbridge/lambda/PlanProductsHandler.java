package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.product.PlanRun.Outcome;
import io.nowbridge.product.ProductWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Finds out what is to be done in the run of each message, and has it done in chunks. */
@Named("planProducts")
@Singleton
public final class PlanProductsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(PlanProductsHandler.class);

    // Enough to note what became of it.
    private static final Duration TO_NOTE = Duration.ofSeconds(10);

    private final ProductWork work;
    private final QueueEdge queue;
    private final RunMessage message;

    PlanProductsHandler(ProductWork work, QueueEdge queue, RunMessage message) {
        this.work = work;
        this.queue = queue;
        this.message = message;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, received -> plan(received, context));
    }

    private Uni<Outcome> plan(SQSMessage received, Context context) {
        var id = message.run(received);
        var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_NOTE);
        return work.plan().run(id, time).invoke(outcome -> {
            switch (outcome) {
                case Outcome.Planned(var run) ->
                    LOG.infof(
                            "The run %s changes %d of %d products in %d chunks",
                            id,
                            run.found().changes(),
                            run.found().listed(),
                            run.progress().chunks());
                case Outcome.Held(var run) -> LOG.warnf("The run %s is held: somebody has to confirm it", id);
                case Outcome.Stopped(var run) -> LOG.warnf("The run %s has ended before its time: see its entry", id);
                case Outcome.Later(var cause) -> LOG.infof("The run %s is planned later: %s", id, cause);
                case Outcome.Elsewhere elsewhere -> LOG.infof("The run %s is not to be planned here", id);
            }
        });
    }
}
