package io.nowbridge.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.local.LocalSqs;
import io.nowbridge.order.OrderId;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.RunId;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.template.TemplateId;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What lies in real queues when somebody has been woken. */
class WakingTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final TicketRef TICKET = ticket("9d385017c611228701d22104cc95c371");
    private static final TicketUpdate UPDATE = new TicketUpdate(
            "update-1",
            TICKET,
            Optional.empty(),
            AnomalyId.ofDefaultSource("456"),
            "Acknowledged",
            false,
            Optional.empty(),
            Map.of(),
            "maria",
            NOW);
    private static final QueueConfig QUEUES = new DeployedQueues();
    private static final RandomGenerator CHANCE = RandomGenerator.of("L64X128MixRandom");

    private static final LocalSqs SQS = LocalSqs.passing(Duration.ofMinutes(1));
    private static final SqsAsyncClient CLIENT = SQS.client();

    private final SqsAnomalyWakeups anomalies = new SqsAnomalyWakeups(CLIENT, QUEUES, CHANCE);
    private final SqsTicketWakeups tickets = new SqsTicketWakeups(CLIENT, QUEUES, CHANCE);
    private final SqsDeliveryQueue deliveries = new SqsDeliveryQueue(CLIENT, QUEUES, CHANCE);
    private final SqsRunQueue runs = new SqsRunQueue(CLIENT, QUEUES, CHANCE);
    private final SqsOrderQueue orders = new SqsOrderQueue(CLIENT, QUEUES, CHANCE);

    @AfterAll
    static void stop() {
        CLIENT.close();
        SQS.close();
    }

    @BeforeEach
    void empty() {
        Stream.of(
                        QUEUES.anomalyEvents(),
                        QUEUES.ticketUpdates(),
                        QUEUES.deadTicketUpdates(),
                        QUEUES.ticketChanges(),
                        QUEUES.productRuns(),
                        QUEUES.productChunks(),
                        QUEUES.orders())
                .forEach(url ->
                        CLIENT.purgeQueue(request -> request.queueUrl(url)).join());
    }

    @Test
    void anEventWakesForItsAnomaly() {
        done(anomalies.wake(List.of(event("event-1", AnomalyId.ofDefaultSource("456")))));

        assertThat(bodies(QUEUES.anomalyEvents()))
                .containsExactly(json("{\"source\": \"default\", \"anomaly\": \"456\", \"event\": \"event-1\"}"));
    }

    @Test
    void aTicketToBeToldSomethingIsNamed() {
        done(deliveries.wake(List.of(TICKET)));

        assertThat(bodies(QUEUES.ticketUpdates()))
                .containsExactly(
                        json(
                                "{\"connection\": \"demo\", \"table\": \"incident\", \"id\": \"9d385017c611228701d22104cc95c371\"}"));
    }

    @Test
    void aChangedTicketIsNamed() {
        done(tickets.wake(List.of(Wakeup.of(TICKET))));

        assertThat(bodies(QUEUES.ticketChanges()))
                .containsExactly(
                        json(
                                "{\"connection\": \"demo\", \"table\": \"incident\", \"id\": \"9d385017c611228701d22104cc95c371\"}"));
    }

    @Test
    void whenATicketChangedIsSaidWhereItIsKnown() {
        done(tickets.wake(List.of(new Wakeup(TICKET, Optional.of(NOW)))));

        assertThat(bodies(QUEUES.ticketChanges()))
                .extracting(body -> body.path("changedAt").asText())
                .containsExactly("2026-01-05T09:00:00Z");
    }

    @Test
    void whatIsBuriedLiesAmongTheDeadAndNamesItsTicketAndItself() {
        done(deliveries.bury(UPDATE));

        assertThat(bodies(QUEUES.deadTicketUpdates())).singleElement().satisfies(letter -> {
            assertThat(letter.path("id").asText()).isEqualTo(TICKET.id());
            assertThat(letter.path("update").asText()).isEqualTo("update-1");
        });
        assertThat(received(QUEUES.ticketUpdates())).isEmpty();
    }

    @Test
    void theSameNewsTwiceWakesTwice() {
        done(deliveries.wake(List.of(TICKET)));
        done(deliveries.wake(List.of(TICKET)));

        assertThat(received(QUEUES.ticketUpdates())).hasSize(2);
    }

    @Test
    void aTicketThatIsNamedTwiceAtOnceIsWokenForOnce() {
        done(tickets.wake(List.of(Wakeup.of(TICKET), Wakeup.of(ticket("another")), Wakeup.of(TICKET))));

        assertThat(received(QUEUES.ticketChanges())).hasSize(2);
    }

    @Test
    void moreThanABatchHoldsIsSentWhole() {
        done(tickets.wake(IntStream.range(0, 25)
                .mapToObj(number -> Wakeup.of(ticket("id" + number)))
                .toList()));

        assertThat(bodies(QUEUES.ticketChanges()))
                .extracting(ticket -> ticket.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).mapToObj(number -> "id" + number).toList());
    }

    @Test
    void wakingNobodySendsNothing() {
        done(tickets.wake(List.of()));

        assertThat(received(QUEUES.ticketChanges())).isEmpty();
    }

    @Test
    void theMessagesOfAnAnomalyAreOneGroupAndAnothersAreNot() {
        var longest = new AnomalyId("s".repeat(128), "a".repeat(128));

        done(anomalies.wake(List.of(
                event("event-1", longest), event("event-2", longest), event("event-3", new AnomalyId("s", "a")))));

        var groups = received(QUEUES.anomalyEvents()).stream()
                .map(message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .toList();
        assertThat(groups).hasSize(3);
        assertThat(groups.stream().distinct()).hasSize(2);
    }

    @Test
    void aRunToBePlannedIsNamedAndIsItsOwnGroup() {
        done(runs.plan(new RunId("run-1")));

        assertThat(received(QUEUES.productRuns())).singleElement().satisfies(message -> {
            assertThat(json(message.body())).isEqualTo(json("{\"run\": \"run-1\"}"));
            assertThat(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .isEqualTo("run-1");
        });
    }

    @Test
    void aChunkToBeWorkedOnIsNamed() {
        done(runs.work(List.of(chunk(0), chunk(1)), Duration.ZERO));

        assertThat(bodies(QUEUES.productChunks()))
                .containsExactlyInAnyOrder(
                        json("{\"run\": \"run-1\", \"attempt\": 2, \"place\": 7, \"part\": 0}"),
                        json("{\"run\": \"run-1\", \"attempt\": 2, \"place\": 7, \"part\": 1}"));
    }

    @Test
    void aChunkWhoseTimeHasNotComeIsNotShown() {
        done(runs.work(List.of(chunk(0)), Duration.ofMinutes(15)));

        assertThat(received(QUEUES.productChunks())).isEmpty();
        assertThat(CLIENT.getQueueAttributes(request -> request.queueUrl(QUEUES.productChunks())
                                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                        .join()
                        .attributes()
                        .values())
                .containsExactly("1");
    }

    @Test
    void aPartOfASecondIsAWholeOne() {
        done(runs.work(List.of(chunk(0)), Duration.ofMillis(1)));

        assertThat(received(QUEUES.productChunks())).isEmpty();
        assertThat(CLIENT.receiveMessage(request ->
                                request.queueUrl(QUEUES.productChunks()).waitTimeSeconds(10))
                        .join()
                        .messages())
                .hasSize(1);
    }

    @Test
    void anOrderIsNamedOnceAndIsItsOwnGroup() {
        var order = new OrderId("0123456789abcdef0123456789abcdef");

        done(orders.advance(List.of(order, order)));

        assertThat(received(QUEUES.orders())).singleElement().satisfies(message -> {
            assertThat(json(message.body())).isEqualTo(json("{\"order\": \"0123456789abcdef0123456789abcdef\"}"));
            assertThat(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .isEqualTo(order.value());
        });
    }

    @Test
    void aLookNamesItsTemplateWhichIsItsGroupAndThePurchaseOrderIfThereIsOne() {
        done(orders.look(new TemplateId("t-1"), Optional.empty(), "createOrders"));
        done(orders.look(new TemplateId("t-1"), Optional.of("PO0010001"), "maria"));

        var messages = received(QUEUES.orders());

        assertThat(messages)
                .extracting(message -> json(message.body()))
                .containsExactly(
                        json("{\"look\": \"t-1\", \"by\": \"createOrders\"}"),
                        json("{\"look\": \"t-1\", \"number\": \"PO0010001\", \"by\": \"maria\"}"));
        assertThat(messages)
                .extracting(message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .containsOnly("t-1");
    }

    @Test
    void whereTheQueueIsMissingWakingFails() {
        var nowhere = new SqsTicketWakeups(CLIENT, new DeployedQueues("elsewhere"), CHANCE);

        assertThatThrownBy(() -> done(nowhere.wake(List.of(Wakeup.of(TICKET))))).isInstanceOf(SdkException.class);
    }

    /** The URLs as the template makes them, in which a server on this machine must find its queues. */
    private record DeployedQueues(String deployment) implements QueueConfig {

        DeployedQueues() {
            this("nowbridge");
        }

        @Override
        public String anomalyEvents() {
            return url("anomaly-events");
        }

        @Override
        public String ticketUpdates() {
            return url("ticket-updates");
        }

        @Override
        public String deadTicketUpdates() {
            return url("ticket-updates-dead");
        }

        @Override
        public String ticketChanges() {
            return url("ticket-changes");
        }

        @Override
        public String exports() {
            return url("exports");
        }

        @Override
        public String productRuns() {
            return url("product-runs");
        }

        @Override
        public String productChunks() {
            return url("product-chunks").replaceFirst("\\.fifo$", "");
        }

        @Override
        public String orders() {
            return url("orders");
        }

        private String url(String queue) {
            return "https://sqs.eu-central-1.localhost/000000000000/" + deployment + "-" + queue + ".fifo";
        }
    }

    private static AnomalyEvent event(String id, AnomalyId anomaly) {
        return new AnomalyEvent(id, NOW, Optional.empty(), Anomaly.of(anomaly), new AnomalyEvent.What.Triggered());
    }

    private static ChunkKey chunk(int part) {
        return new ChunkKey(new RunId("run-1"), 2, 7, part);
    }

    private static TicketRef ticket(String id) {
        return new TicketRef(new ConnectionId("demo"), "incident", id);
    }

    private static void done(Uni<Void> waking) {
        waking.await().atMost(Duration.ofSeconds(20));
    }

    private static List<JsonNode> bodies(String queue) {
        return received(queue).stream().map(message -> json(message.body())).toList();
    }

    private static List<Message> received(String queue) {
        var all = new ArrayList<Message>();
        List<Message> some;
        do {
            some = CLIENT.receiveMessage(request -> request.queueUrl(queue)
                            .maxNumberOfMessages(10)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .join()
                    .messages();
            all.addAll(some);
            some.forEach(message -> CLIENT.deleteMessage(
                            request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()))
                    .join());
        } while (!some.isEmpty());
        return all;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
