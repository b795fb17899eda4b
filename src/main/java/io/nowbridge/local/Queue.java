package io.nowbridge.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * An SQS queue as {@code infra/queues.yaml} declares it.
 *
 * @param visibility how long a message that was handed out stays hidden from others
 * @param redrive where a message goes that was handed out in vain too often
 */
record Queue(String name, Duration visibility, Optional<Redrive> redrive) {

    /** Where the queues are declared, seen from the project's directory. */
    static final Path FILE = Path.of("infra/queues.yaml");

    /** To which queue, after how many times. */
    record Redrive(String queue, int maxReceiveCount) {}

    private static final String TYPE = "AWS::SQS::Queue";

    private static final Set<String> PROPERTIES = Set.of(
            "ContentBasedDeduplication",
            "DeduplicationScope",
            "FifoQueue",
            "FifoThroughputLimit",
            "MessageRetentionPeriod",
            "QueueName",
            "RedrivePolicy",
            "SqsManagedSseEnabled",
            "VisibilityTimeout");

    // SQS' own, for a queue that does not say.
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    /** Those that others lead to come first, since they have to be there first. */
    static List<Queue> read(Path file) {
        var resources = Stack.read(file, Map.of())
                .knowsTypes(Set.of(TYPE, "AWS::CloudWatch::Alarm"))
                .resources(TYPE);
        return resources.values().stream()
                .map(queue -> queue.knows(Set.of("Properties", "Type")).at("Properties"))
                .map(properties -> of(properties.knows(PROPERTIES), resources))
                .sorted((one, other) -> Boolean.compare(one.redrive.isPresent(), other.redrive.isPresent()))
                .toList();
    }

    Queue visibleAgainAfter(Duration time) {
        return new Queue(name, time, redrive);
    }

    CreateQueueRequest request() {
        var attributes =
                new HashMap<>(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds())));
        if (isFifo(name)) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
            attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "false");
        }
        redrive.ifPresent(policy -> attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": %d}"
                        .formatted(LocalSqs.arn(policy.queue), policy.maxReceiveCount)));
        return CreateQueueRequest.builder()
                .queueName(name)
                .attributes(attributes)
                .build();
    }

    private static Queue of(Node properties, Map<String, Node> resources) {
        var name = properties.at("QueueName").text();
        if (isFifo(name)) {
            properties.at("FifoQueue").mustBe("true");
            properties.at("ContentBasedDeduplication").mustBe("false");
        } else {
            properties.find("FifoQueue").ifPresent(fifo -> fifo.mustBe("false"));
        }
        var visibility = properties.find("VisibilityTimeout").map(seconds -> Duration.ofSeconds(seconds.number()));
        return new Queue(
                name,
                visibility.orElse(VISIBILITY),
                properties.find("RedrivePolicy").map(policy -> redrive(policy, resources)));
    }

    // As SQS demands of its name.
    private static boolean isFifo(String name) {
        return name.endsWith(".fifo");
    }

    private static Redrive redrive(Node policy, Map<String, Node> resources) {
        policy.knows(Set.of("deadLetterTargetArn", "maxReceiveCount"));
        var target = policy.at("deadLetterTargetArn").text().replaceFirst("\\.Arn$", "");
        var queue = Optional.ofNullable(resources.get(target))
                .orElseThrow(() -> new IllegalArgumentException(policy.path() + " leads to no queue: " + target));
        return new Redrive(
                queue.at("Properties").at("QueueName").text(),
                policy.at("maxReceiveCount").number());
    }
}
