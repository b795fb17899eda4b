package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.nowbridge.activity.Invocation;
import io.nowbridge.http.InContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Where the messages of a queue become work: those of one group one after the other, the groups side by side. A message whose
 * work failed goes back to the queue, and those behind it in its group with it; the failure is logged, once.
 */
@Singleton
public final class QueueEdge {

    private static final Logger LOG = Logger.getLogger(QueueEdge.class);

    // Enough to answer before the platform ends the function.
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private static final String GROUP = "MessageGroupId";

    SQSBatchResponse answer(SQSEvent event, Context context, Function<SQSMessage, Uni<?>> run) {
        var groups = event.getRecords().stream().collect(Collectors.groupingBy(QueueEdge::group));
        var failed = Multi.createFrom()
                .iterable(groups.values())
                .onItem()
                .transformToUniAndMerge(group -> inTurn(group, run, context))
                .onItem()
                .<SQSMessage>transformToIterable(messages -> messages)
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .collect()
                .asList()
                .await()
                .indefinitely();
        return SQSBatchResponse.builder().withBatchItemFailures(failed).build();
    }

    /** Works on the messages of a group in their order; returns those that were not worked on. */
    private static Uni<List<SQSMessage>> inTurn(
            List<SQSMessage> messages, Function<SQSMessage, Uni<?>> run, Context context) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return InContext.of(
                        Invocation.context(context.getAwsRequestId()),
                        Uni.createFrom()
                                .deferred(() -> run.apply(messages.getFirst()).replaceWithVoid()))
                .ifNoItem()
                .after(left(context))
                .fail()
                .onItemOrFailure()
                .transformToUni((done, failure) -> {
                    if (failure == null) {
                        return inTurn(messages.subList(1, messages.size()), run, context);
                    }
                    LOG.warnf(failure, "Request %s left %d messages", context.getAwsRequestId(), messages.size());
                    return Uni.createFrom().item(messages);
                });
    }

    // Those that came before in the group have taken their part of it.
    private static Duration left(Context context) {
        var left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_ANSWER);
        return left.isPositive() ? left : AT_ONCE;
    }

    // A message of a queue without order is a group of its own.
    private static String group(SQSMessage message) {
        return Objects.requireNonNullElse(message.getAttributes(), Map.<String, String>of())
                .getOrDefault(GROUP, message.getMessageId());
    }
}
