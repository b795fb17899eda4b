package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class QueuePollerTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final List<Queue> QUEUES = List.of(
            queue("dead.fifo"),
            queue("order.fifo"),
            queue("groups.fifo"),
            queue("reported.fifo"),
            queue("thrown.fifo"),
            queue("stranger.fifo"),
            queue("slow.fifo"),
            queue("closing.fifo"),
            queue("whole.fifo"),
            new Queue("standard", Duration.ofSeconds(30), Optional.empty()),
            new Queue("later", Duration.ofSeconds(30), Optional.empty()),
            new Queue("given-up.fifo", SOON, Optional.of(new Queue.Redrive("dead.fifo", 2))));
    private static final LocalSqs SQS = LocalSqs.start(Ports.anyFree(), QUEUES, Optional.empty());
    private static final SqsAsyncClient CLIENT = SQS.client();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> running = new CopyOnWriteArrayList<>();

    @AfterAll
    static void stop() {
        CLIENT.close();
        SQS.close();
    }

    @AfterEach
    void close() throws Exception {
        for (var one : running) {
            one.close();
        }
    }

    @Test
    void aFunctionIsGivenWhatLambdaWouldGiveIt() throws Exception {
        poll("whole.fifo", 10, event -> nothingFailed());

        send("whole.fifo", "INC1", "{\"id\": 1}");

        LocalNowbridge.await("the message", () -> !events.isEmpty());
        var message = events.getFirst().at("/Records/0");
        assertThat(message.at("/body").asText()).isEqualTo("{\"id\": 1}");
        assertThat(message.at("/eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(message.at("/eventSourceARN").asText())
                .isEqualTo("arn:aws:sqs:eu-central-1:000000000000:whole.fifo");
        assertThat(message.at("/attributes/MessageGroupId").asText()).isEqualTo("INC1");
        assertThat(message.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(message.at("/attributes").fieldNames())
                .toIterable()
                .contains("SequenceNumber", "SentTimestamp", "MessageDeduplicationId");
        assertThat(List.of(message.at("/messageId"), message.at("/receiptHandle"), message.at("/md5OfBody")))
                .allSatisfy(text -> assertThat(text.asText()).isNotEmpty());
    }

    @Test
    void theMessagesOfAGroupComeInTheirOrderAndOnce() throws Exception {
        poll("order.fifo", 3, event -> nothingFailed());

        IntStream.range(0, 20).forEach(number -> {
            send("order.fifo", "INC1", "one " + number);
            send("order.fifo", "INC2", "two " + number);
        });

        LocalNowbridge.await("all to be worked on", () -> bodies().size() >= 40 && messages("order.fifo") == 0);
        assertThat(bodies().stream().filter(body -> body.startsWith("one")))
                .containsExactlyElementsOf(numbered("one "));
        assertThat(bodies().stream().filter(body -> body.startsWith("two")))
                .containsExactlyElementsOf(numbered("two "));
    }

    @Test
    void groupsDoNotWaitForOneAnother() throws Exception {
        var together = new CyclicBarrier(3);
        poll("groups.fifo", 1, event -> {
            meet(together);
            return nothingFailed();
        });

        List.of("INC1", "INC2", "INC3").forEach(group -> send("groups.fifo", group, group));

        LocalNowbridge.await("the three to meet", () -> messages("groups.fifo") == 0);
        assertThat(bodies()).containsExactlyInAnyOrder("INC1", "INC2", "INC3");
    }

    @Test
    void ofAQueueWithoutOrderAsManyAreWorkedOnAtOnceAsTheTemplateAllows() throws Exception {
        var together = new CyclicBarrier(3);
        poll("standard", 1, event -> {
            meet(together);
            return nothingFailed();
        });

        List.of("one", "two", "three").forEach(body -> sendAfter(0, "standard", body));

        LocalNowbridge.await("the three to meet", () -> messages("standard") == 0);
        assertThat(bodies()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void whatIsToWaitIsWorkedOnWhenItsTimeHasCome() throws Exception {
        poll("later", 1, event -> nothingFailed());

        sendAfter(2, "later", "waiting");
        sendAfter(0, "later", "at once");

        LocalNowbridge.await("both to be worked on", () -> messages("later") == 0);
        assertThat(bodies()).containsExactly("at once", "waiting");
    }

    @Test
    void whatIsReportedAsFailedComesBackAndNothingElse() throws Exception {
        send("reported.fifo", "INC1", "first", "second");

        poll("reported.fifo", 10, event -> isFirstTime(event) ? failed(last(event)) : nothingFailed());

        LocalNowbridge.await("the second to be worked on", () -> messages("reported.fifo") == 0);
        var back = events.getLast();
        assertThat(bodies(back)).containsExactly("second");
        assertThat(back.at("/Records/0/attributes/ApproximateReceiveCount").asText())
                .isEqualTo("2");
    }

    @Test
    void aFunctionThatThrowsGetsEverythingAgain() throws Exception {
        poll("thrown.fifo", 10, event -> {
            if (isFirstTime(event)) {
                throw new IllegalStateException("Something is wrong");
            }
            return nothingFailed();
        });

        send("thrown.fifo", "INC1", "first");

        LocalNowbridge.await("it to be worked on", () -> messages("thrown.fifo") == 0);
        assertThat(bodies()).containsExactly("first", "first");
    }

    @Test
    void anAnswerAboutAMessageThatNobodyKnowsIsAFailureOfAll() throws Exception {
        poll("stranger.fifo", 10, event -> isFirstTime(event) ? failed("nobody") : nothingFailed());

        send("stranger.fifo", "INC1", "first");

        LocalNowbridge.await("it to be worked on", () -> messages("stranger.fifo") == 0);
        assertThat(bodies()).containsExactly("first", "first");
    }

    @Test
    void aFunctionThatTakesTooLongGetsEverythingAgain() throws Exception {
        poll("slow.fifo", 10, event -> {
            if (isFirstTime(event)) {
                // Until its time is up.
                meet(new CyclicBarrier(2));
            }
            return nothingFailed();
        });

        send("slow.fifo", "INC1", "first");

        LocalNowbridge.await("it to be worked on", () -> messages("slow.fifo") == 0);
        assertThat(bodies()).containsExactly("first", "first");
    }

    @Test
    void afterItsLastTimeAMessageIsDeadAndTheNextOfItsGroupIsWorkedOn() throws Exception {
        poll("given-up.fifo", 1, event -> bodies(event).contains("poison") ? failed(last(event)) : nothingFailed());

        send("given-up.fifo", "INC1", "poison", "next");

        LocalNowbridge.await("the next to be worked on", () -> messages("given-up.fifo") == 0);
        assertThat(bodies()).containsExactly("poison", "poison", "next");
        assertThat(messages("dead.fifo")).isEqualTo(1);
    }

    @Test
    void closingLetsWhatRunsEndAndReceivesNothingMore() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var pollers = poll(new Template.QueueTrigger(LocalSqs.arn("closing.fifo"), 1, 1), event -> {
            begun.countDown();
            await(end);
            return nothingFailed();
        });
        send("closing.fifo", "INC1", "first", "second");
        await(begun);

        var closing = Thread.ofPlatform().start(() -> pollers.forEach(QueuePoller::close));
        LocalNowbridge.await("it to wait", () -> closing.getState() == Thread.State.TIMED_WAITING);
        end.countDown();
        closing.join();

        assertThat(bodies()).containsExactly("first");
        assertThat(messages("closing.fifo")).isEqualTo(1);
    }

    private List<QueuePoller> poll(String queue, int batchSize, UnaryOperator<JsonNode> work) {
        return poll(new Template.QueueTrigger(LocalSqs.arn(queue), batchSize, 3), work);
    }

    private List<QueuePoller> poll(Template.QueueTrigger trigger, UnaryOperator<JsonNode> work) {
        var function = new Template.Function("Work", "work", Duration.ofSeconds(2), Map.of(), List.of(trigger));
        var template = new Template(List.of(function));
        Handler handler = (event, context) -> {
            events.add(event);
            return work.apply(event);
        };
        var invocations = new Invocations(template, name -> handler, Clock.systemUTC());
        var pollers = QueuePoller.start(template, CLIENT, SQS.port(), invocations);
        running.addAll(pollers);
        running.add(invocations);
        return pollers;
    }

    private static void send(String queue, String group, String... bodies) {
        var entries = Arrays.stream(bodies)
                .map(body -> SendMessageBatchRequestEntry.builder()
                        .id("n" + body.hashCode())
                        .messageGroupId(group)
                        .messageDeduplicationId(group + body.hashCode())
                        .messageBody(body)
                        .build())
                .toList();
        CLIENT.sendMessageBatch(request ->
                        request.queueUrl(LocalSqs.url(SQS.port(), queue)).entries(entries))
                .join();
    }

    private static void sendAfter(int seconds, String queue, String body) {
        CLIENT.sendMessage(request -> request.queueUrl(LocalSqs.url(SQS.port(), queue))
                        .messageBody(body)
                        .delaySeconds(seconds))
                .join();
    }

    private static long messages(String queue) {
        return CLIENT
                .getQueueAttributes(request ->
                        request.queueUrl(LocalSqs.url(SQS.port(), queue)).attributeNames(QueueAttributeName.ALL))
                .join()
                .attributesAsStrings()
                .entrySet()
                .stream()
                .filter(attribute -> attribute.getKey().startsWith("ApproximateNumberOfMessages"))
                .mapToLong(attribute -> Long.parseLong(attribute.getValue()))
                .sum();
    }

    private List<String> bodies() {
        return events.stream().flatMap(event -> bodies(event).stream()).toList();
    }

    private static List<String> bodies(JsonNode event) {
        return event.path("Records")
                .valueStream()
                .map(message -> message.path("body").asText())
                .toList();
    }

    private static boolean isFirstTime(JsonNode event) {
        return event.at("/Records/0/attributes/ApproximateReceiveCount").asInt() == 1;
    }

    private static String last(JsonNode event) {
        var messages = event.path("Records");
        return messages.path(messages.size() - 1).path("messageId").asText();
    }

    private static JsonNode nothingFailed() {
        return JsonNodeFactory.instance.objectNode().set("batchItemFailures", new ObjectMapper().createArrayNode());
    }

    private static JsonNode failed(String messageId) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("batchItemFailures").addObject().put("itemIdentifier", messageId);
        return answer;
    }

    private static List<String> numbered(String name) {
        return IntStream.range(0, 20).mapToObj(number -> name + number).toList();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("They did not meet", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Queue queue(String name) {
        return new Queue(name, SOON, Optional.empty());
    }
}
