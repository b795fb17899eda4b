package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.product.ProductWork;
import io.nowbridge.product.SyncProducts.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Works on the chunk of each message, and on others of its run as far as the time allows. */
@Named("syncProducts")
@Singleton
public final class SyncProductsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(SyncProductsHandler.class);

    // Enough to note what became of the last chunk.
    private static final Duration TO_NOTE = Duration.ofSeconds(10);

    private final ProductWork work;
    private final QueueEdge queue;
    private final RunMessage message;

    SyncProductsHandler(ProductWork work, QueueEdge queue, RunMessage message) {
        this.work = work;
        this.queue = queue;
        this.message = message;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, received -> sync(received, context));
    }

    private Uni<Outcome> sync(SQSMessage received, Context context) {
        var chunk = message.chunk(received);
        var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_NOTE);
        return work.sync().run(chunk, time).invoke(outcome -> {
            switch (outcome) {
                case Outcome.Worked(var chunks, var done, var failed) ->
                    LOG.infof(
                            "The run %s has %d products more, %d failed, in %d chunks",
                            chunk.run(), done, failed, chunks);
                case Outcome.Later(var notBefore) ->
                    LOG.debugf("A chunk of the run %s is worked on after %s", chunk.run(), notBefore);
                case Outcome.Over over -> LOG.debugf("A chunk of the run %s is over", chunk.run());
            }
        });
    }
}
