package io.nowbridge.sqs;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A FIFO queue on the sending side. A batch that is sent again since its answer was lost is there once; the same message in two
 * calls is there twice, since the second may be about news that came after the first was worked on.
 */
final class FifoQueue {

    private static final int UNIQUE_BYTES = 16;

    private final Sends sends;
    private final RandomGenerator chance;

    FifoQueue(SqsAsyncClient sqs, RandomGenerator chance, String url) {
        this.sends = new Sends(sqs, url);
        this.chance = chance;
    }

    /** Sends {@code messages}; fails unless all of them are in the queue. */
    Uni<Void> send(Collection<Message> messages) {
        return sends.send(messages.stream().map(this::entry));
    }

    private SendMessageBatchRequestEntry.Builder entry(Message message) {
        return SendMessageBatchRequestEntry.builder()
                .messageGroupId(message.group())
                .messageDeduplicationId(unique())
                .messageBody(message.body());
    }

    // Made of the content, it would let SQS swallow a second waking within five minutes of the first.
    private String unique() {
        var bytes = new byte[UNIQUE_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
