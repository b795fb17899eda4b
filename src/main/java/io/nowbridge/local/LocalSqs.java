package io.nowbridge.local;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ, which speaks SQS, with Nowbridge's queues in it. In memory: what messages wake for is in the tables. */
public final class LocalSqs implements AutoCloseable {

    // The same as Intrinsics makes of the template's, so that a queue has one ARN.
    static final String ACCOUNT = "000000000000";

    private final int port;
    private final SQSRestServer server;

    private LocalSqs(int port, SQSRestServer server) {
        this.port = port;
        this.server = server;
    }

    /** On a free port, for a test that runs in the project's directory; {@code visibility} as in {@link #start}. */
    public static LocalSqs passing(Duration visibility) {
        return start(Ports.anyFree(), Queue.read(Queue.FILE), Optional.of(visibility));
    }

    /** Starts with {@code queues}; {@code visibility} replaces how long they hide a message that was handed out. */
    static LocalSqs start(int port, List<Queue> queues, Optional<Duration> visibility) {
        var server = SQSRestServerBuilder.withInterface("localhost")
                .withPort(port)
                .withServerAddress(new NodeAddress("http", "localhost", port, ""))
                .withAWSRegion(LocalDynamoDb.REGION)
                .withAWSAccountId(ACCOUNT)
                .start();
        server.waitUntilStarted();
        var sqs = new LocalSqs(port, server);
        try (var client = sqs.client()) {
            queues.stream()
                    .map(queue -> visibility.map(queue::visibleAgainAfter).orElse(queue))
                    .forEach(queue -> client.createQueue(queue.request()).join());
        }
        return sqs;
    }

    int port() {
        return port;
    }

    URI endpoint() {
        return endpoint(port);
    }

    /** A client for this server; the caller closes it. */
    public SqsAsyncClient client() {
        return client(port);
    }

    static SqsAsyncClient client(int port) {
        return SqsAsyncClient.builder()
                .endpointOverride(endpoint(port))
                .region(Region.of(LocalDynamoDb.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LocalDynamoDb.ACCESS_KEY, LocalDynamoDb.ACCESS_KEY)))
                .build();
    }

    /** How many messages a queue holds, such as {@code nowbridge-ticket-updates.fifo}: waiting or in somebody's hands. */
    long messages(String queue) {
        try (var client = client()) {
            return client
                    .getQueueAttributes(
                            request -> request.queueUrl(url(port, queue)).attributeNames(QueueAttributeName.ALL))
                    .join()
                    .attributesAsStrings()
                    .entrySet()
                    .stream()
                    .filter(attribute -> attribute.getKey().startsWith("ApproximateNumberOfMessages"))
                    .mapToLong(attribute -> Long.parseLong(attribute.getValue()))
                    .sum();
        }
    }

    static String arn(String queue) {
        return "arn:aws:sqs:%s:%s:%s".formatted(LocalDynamoDb.REGION, ACCOUNT, queue);
    }

    /** Where a queue is on a server on {@code port}. */
    static String url(int port, String queue) {
        return endpoint(port) + "/" + ACCOUNT + "/" + queue;
    }

    @Override
    public void close() {
        server.stopAndWait();
    }

    private static URI endpoint(int port) {
        return URI.create("http://localhost:" + port);
    }
}
