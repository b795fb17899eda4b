package io.nowbridge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class QueueEdgeTest {

    private static final FakeContext AMPLE = new FakeContext(10_000);

    private final QueueEdge queue = new QueueEdge();
    private final List<String> worked = new ArrayList<>();

    @Test
    void theMessagesOfAGroupAreWorkedOnInTheirOrder() {
        var failed = queue.answer(Batch.of("a1", "a2", "b1", "a3"), AMPLE, this::work);

        assertThat(failed.getBatchItemFailures()).isEmpty();
        assertThat(worked).containsSubsequence("a1", "a2", "a3").contains("b1");
    }

    @Test
    void whatFailsGoesBackWithWhatIsBehindItInItsGroup() {
        var failed = queue.answer(
                Batch.of("a1", "a2", "b1", "a3"),
                AMPLE,
                message -> message.getMessageId().equals("a2")
                        ? Uni.createFrom().failure(new IllegalStateException("no"))
                        : work(message));

        assertThat(failed.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("a2", "a3");
        assertThat(worked).containsExactlyInAnyOrder("a1", "b1");
    }

    @Test
    void whatDoesNotEndInTimeGoesBack() {
        var failed = queue.answer(
                Batch.of("a1"),
                new FakeContext(3_050),
                message -> Uni.createFrom().nothing());

        assertThat(failed.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("a1");
    }

    @Test
    void aMessageHasTheTimeThatThoseBeforeItHaveLeft() {
        var left = new ArrayDeque<>(List.of(60_000, 3_050));

        var failed = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> queue.answer(
                        Batch.of("a1", "a2"),
                        shrinking(left),
                        message -> message.getMessageId().equals("a2")
                                ? Uni.createFrom().nothing()
                                : work(message)));

        assertThat(failed.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("a2");
        assertThat(left).isEmpty();
    }

    /** A call that has less time left whenever it is asked. */
    private static Context shrinking(Queue<Integer> left) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getRemainingTimeInMillis") ? left.remove() : "request-1");
    }

    private Uni<Void> work(SQSMessage message) {
        return Uni.createFrom().voidItem().invoke(() -> worked.add(message.getMessageId()));
    }
}
