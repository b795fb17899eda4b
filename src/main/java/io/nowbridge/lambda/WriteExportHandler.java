package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.export.WriteExport;
import io.nowbridge.export.WriteExport.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes the export of each message as far as the time allows. */
@Named("writeExport")
@Singleton
public final class WriteExportHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(WriteExportHandler.class);

    // Enough to write one more part, note it and wake the next attempt.
    private static final Duration TO_NOTE = Duration.ofSeconds(12);

    private final WriteExport writeExport;
    private final QueueEdge queue;
    private final ExportMessage message;

    WriteExportHandler(WriteExport writeExport, QueueEdge queue, ExportMessage message) {
        this.writeExport = writeExport;
        this.queue = queue;
        this.message = message;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, received -> write(received, context));
    }

    private Uni<Outcome> write(SQSMessage received, Context context) {
        var id = message.read(received);
        var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_NOTE);
        return writeExport.run(id, time).invoke(outcome -> {
            switch (outcome) {
                case Outcome.Ended(var export)
                when export.cause().isPresent() ->
                    LOG.warnf("The export %s has failed: %s", id, export.cause().orElseThrow());
                case Outcome.Ended(var export) -> LOG.infof("The export %s is %s", id, export.state());
                case Outcome.Continues(var export) ->
                    LOG.infof(
                            "The export %s goes on after %d entries",
                            id, export.progress().entries());
                case Outcome.Elsewhere elsewhere -> LOG.infof("The export %s is being written by another", id);
                case Outcome.Unknown unknown -> LOG.warnf("There is no export %s any more", id);
            }
        });
    }
}
