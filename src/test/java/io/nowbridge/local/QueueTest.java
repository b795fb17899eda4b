package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code infra/queues.yaml} says of queues and their dead letters. */
class QueueTest {

    private static final Stack STACK = Stack.read(Queue.FILE, Map.of());
    private static final Map<String, Queue> QUEUES =
            Queue.read(Queue.FILE).stream().collect(Collectors.toMap(Queue::name, queue -> queue));

    @TempDir
    private Path directory;

    @Test
    void everyQueueHasADeadLetterQueueOfItsOwn() {
        var alive =
                QUEUES.keySet().stream().filter(name -> !name.contains("-dead")).toList();

        assertThat(alive)
                .containsExactlyInAnyOrder(
                        "nowbridge-anomaly-events.fifo",
                        "nowbridge-ticket-updates.fifo",
                        "nowbridge-ticket-changes.fifo",
                        "nowbridge-exports.fifo",
                        "nowbridge-product-runs.fifo",
                        "nowbridge-product-chunks",
                        "nowbridge-orders.fifo")
                .allSatisfy(name -> assertThat(QUEUES.get(name).redrive())
                        .contains(new Queue.Redrive(name.replaceFirst("(\\.fifo)?$", "-dead$1"), 5)));
    }

    @Test
    void everyDeadLetterAlarms() {
        var dead = QUEUES.keySet().stream().filter(name -> name.contains("-dead"));

        var watched = STACK.resources("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.at("Properties"))
                .filter(alarm -> alarm.at("Threshold").number() == 0
                        && alarm.at("ComparisonOperator").text().equals("GreaterThanThreshold")
                        && alarm.at("MetricName").text().equals("ApproximateNumberOfMessagesVisible"))
                .map(alarm ->
                        alarm.at("Dimensions").elements().getFirst().at("Value").text())
                .map(value -> STACK.resources("AWS::SQS::Queue")
                        .get(value.replace(".QueueName", ""))
                        .at("Properties")
                        .at("QueueName")
                        .text());

        assertThat(watched).containsExactlyInAnyOrderElementsOf(dead.toList());
    }

    @Test
    void messagesAreKeptEncryptedForTwoWeeksAndGroupsDoNotShareALimit() {
        assertThat(STACK.resources("AWS::SQS::Queue").values())
                .isNotEmpty()
                .map(queue -> queue.at("Properties"))
                .allSatisfy(queue -> {
                    assertThat(queue.at("SqsManagedSseEnabled").flag()).isTrue();
                    assertThat(queue.at("MessageRetentionPeriod").number()).isEqualTo(14 * 24 * 60 * 60);
                })
                .filteredOn(queue -> queue.find("FifoQueue").isPresent())
                .isNotEmpty()
                .allSatisfy(queue -> {
                    assertThat(queue.at("DeduplicationScope").text()).isEqualTo("messageGroup");
                    assertThat(queue.at("FifoThroughputLimit").text()).isEqualTo("perMessageGroupId");
                });
    }

    @Test
    void aQueueWhoseNamePromisesNoOrderHasNone() {
        assertThatThrownBy(() -> read("QueueName: a, FifoQueue: true, ContentBasedDeduplication: false"))
                .hasMessageContaining("FifoQueue is true, but the local run only understands false");
    }

    @Test
    void aQueueWithoutTheOrderThatItsNamePromisesIsRefused() {
        assertThatThrownBy(() -> read("QueueName: a.fifo, FifoQueue: false, ContentBasedDeduplication: false"))
                .hasMessageContaining("FifoQueue is false, but the local run only understands true");
    }

    @Test
    void aPropertyThatNobodyThoughtOfIsRefused() {
        assertThatThrownBy(() -> read("QueueName: a.fifo, FifoQueue: true, DelaySeconds: 3"))
                .hasMessageContaining("has [DelaySeconds], which the local run does not understand");
    }

    @Test
    void aRedriveThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> read("QueueName: a.fifo, FifoQueue: true, ContentBasedDeduplication: false,"
                        + " RedrivePolicy: {deadLetterTargetArn: elsewhere, maxReceiveCount: 5}"))
                .hasMessageContaining("leads to no queue: elsewhere");
    }

    private List<Queue> read(String properties) throws IOException {
        var yaml = "Resources: {One: {Type: AWS::SQS::Queue, Properties: {%s}}}".formatted(properties);
        return Queue.read(Files.writeString(directory.resolve("queues.yaml"), yaml));
    }
}
