package io.nowbridge.sqs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A FIFO queue on the sending side. A batch that is sent again since its answer was lost is there once; the same message in two
 * calls is there twice, since the second may be about news that came after the first was worked on.
 */
final class FifoQueue {

    /** SQS' own limit for a batch. */
    private static final int BATCH = 10;

    private static final int ATTEMPTS = 3;

    private static final int UNIQUE_BYTES = 16;

    private final SqsAsyncClient sqs;
    private final RandomGenerator chance;
    private final String url;

    FifoQueue(SqsAsyncClient sqs, RandomGenerator chance, String url) {
        this.sqs = sqs;
        this.chance = chance;
        this.url = url;
    }

    /** Sends {@code messages}; fails unless all of them are in the queue. */
    Uni<Void> send(Collection<Message> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(batch -> send(entries(batch), ATTEMPTS))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(List<SendMessageBatchRequestEntry> entries, int attempts) {
        return Uni.createFrom()
                .completionStage(() ->
                        sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries)))
                .onItem()
                .transformToUni(answer -> answer.failed().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : sendAgain(entries, answer.failed(), attempts - 1));
    }

    private Uni<Void> sendAgain(
            List<SendMessageBatchRequestEntry> entries, List<BatchResultErrorEntry> failed, int attempts) {
        if (attempts == 0 || failed.stream().anyMatch(BatchResultErrorEntry::senderFault)) {
            var first = failed.getFirst();
            return Uni.createFrom()
                    .failure(SdkClientException.create("%d of %d messages were refused by %s: %s (%s)"
                            .formatted(failed.size(), entries.size(), url, first.message(), first.code())));
        }
        var ids = failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toUnmodifiableSet());
        return send(only(entries, ids), attempts);
    }

    private static List<SendMessageBatchRequestEntry> only(
            List<SendMessageBatchRequestEntry> entries, Set<String> ids) {
        return entries.stream().filter(entry -> ids.contains(entry.id())).toList();
    }

    private List<SendMessageBatchRequestEntry> entries(List<Message> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(index -> entry(Integer.toString(index), messages.get(index)))
                .toList();
    }

    private SendMessageBatchRequestEntry entry(String id, Message message) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageGroupId(message.group())
                .messageDeduplicationId(unique())
                .messageBody(message.body())
                .build();
    }

    // Made of the content, it would let SQS swallow a second waking within five minutes of the first.
    private String unique() {
        var bytes = new byte[UNIQUE_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
