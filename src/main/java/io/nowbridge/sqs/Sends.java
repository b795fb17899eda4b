package io.nowbridge.sqs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** What is sent to a queue, as many messages at once as SQS takes, and again what it did not take. */
final class Sends {

    /** SQS' own limit for a batch. */
    private static final int BATCH = 10;

    private static final int ATTEMPTS = 3;

    private final SqsAsyncClient sqs;
    private final String url;

    Sends(SqsAsyncClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    /** Sends messages, which have no ids yet; fails unless all of them are in the queue. */
    Uni<Void> send(Stream<SendMessageBatchRequestEntry.Builder> messages) {
        return Multi.createFrom()
                .items(messages)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(batch -> send(numbered(batch), ATTEMPTS))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<SendMessageBatchRequestEntry> numbered(List<SendMessageBatchRequestEntry.Builder> batch) {
        return IntStream.range(0, batch.size())
                .mapToObj(index -> batch.get(index).id(Integer.toString(index)).build())
                .toList();
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
}
