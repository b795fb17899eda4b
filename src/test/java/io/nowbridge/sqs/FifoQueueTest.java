package io.nowbridge.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** What is sent again when SQS takes a batch only in part. */
class FifoQueueTest {

    private final FakeSqs sqs = new FakeSqs();
    private final FifoQueue queue = new FifoQueue(sqs, RandomGenerator.of("L64X128MixRandom"), "https://queue");

    @Test
    void whatWasNotTakenIsSentAgainAndNothingElse() {
        sqs.refuse("two", 1);

        send("one", "two", "three");

        assertThat(sqs.sent).containsExactly(List.of("one", "two", "three"), List.of("two"));
    }

    @Test
    void aRepetitionIsRecognisedByItsDeduplicationId() {
        sqs.refuse("one", 2);

        send("one");

        assertThat(sqs.sent).hasSize(3);
        assertThat(sqs.deduplicationIds).hasSize(1);
    }

    @Test
    void whatIsNotTakenThreeTimesFails() {
        sqs.refuse("one", 3);

        assertThatThrownBy(() -> send("one"))
                .isInstanceOf(SdkClientException.class)
                .hasMessage("1 of 1 messages were refused by https://queue: Not now (InternalError)");
        assertThat(sqs.sent).hasSize(3);
    }

    @Test
    void whatCanNeverBeTakenIsNotSentAgain() {
        sqs.refuse("one", 3);
        sqs.ourFault = true;

        assertThatThrownBy(() -> send("one")).isInstanceOf(SdkClientException.class);
        assertThat(sqs.sent).hasSize(1);
    }

    @Test
    void aBatchThatFailsEndsTheSending() {
        sqs.refuse("3", 3);
        var bodies = IntStream.range(0, 25).mapToObj(Integer::toString).toArray(String[]::new);

        assertThatThrownBy(() -> send(bodies)).isInstanceOf(SdkClientException.class);
        assertThat(sqs.sent.stream().flatMap(List::stream)).doesNotContain("10", "24");
    }

    private void send(String... bodies) {
        queue.send(List.of(bodies).stream()
                        .map(body -> new Message("group", body))
                        .toList())
                .await()
                .indefinitely();
    }

    /** Takes what it is sent, except for one message, for so many times. */
    private static final class FakeSqs implements SqsAsyncClient {

        private final List<List<String>> sent = new ArrayList<>();
        private final Set<String> deduplicationIds = new HashSet<>();
        private String refused = "";
        private int times;
        private boolean ourFault;

        void refuse(String body, int times) {
            this.refused = body;
            this.times = times;
        }

        @Override
        public CompletableFuture<SendMessageBatchResponse> sendMessageBatch(SendMessageBatchRequest request) {
            sent.add(request.entries().stream()
                    .map(SendMessageBatchRequestEntry::messageBody)
                    .toList());
            request.entries().forEach(entry -> deduplicationIds.add(entry.messageDeduplicationId()));
            var failed = request.entries().stream()
                    .filter(entry -> entry.messageBody().equals(refused) && times-- > 0)
                    .map(entry -> BatchResultErrorEntry.builder()
                            .id(entry.id())
                            .code("InternalError")
                            .message("Not now")
                            .senderFault(ourFault)
                            .build())
                    .toList();
            return CompletableFuture.completedFuture(
                    SendMessageBatchResponse.builder().failed(failed).build());
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    }
}
