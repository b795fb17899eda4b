package io.nowbridge.sqs;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A standard queue on the sending side: in no order, each message shown when its time has come, and now and then once more. */
final class StandardQueue {

    private static final long ALMOST_A_SECOND = 999_999_999;

    private final Sends sends;

    StandardQueue(SqsAsyncClient sqs, String url) {
        this.sends = new Sends(sqs, url);
    }

    /** Sends {@code messages}, to be shown after {@code delay}, in full seconds; fails unless all of them are in the queue. */
    Uni<Void> send(Collection<Message> messages, Duration delay) {
        var seconds = Math.toIntExact(delay.plusNanos(ALMOST_A_SECOND).toSeconds());
        return sends.send(messages.stream()
                .map(message -> SendMessageBatchRequestEntry.builder()
                        .messageBody(message.body())
                        .delaySeconds(seconds)));
    }
}
