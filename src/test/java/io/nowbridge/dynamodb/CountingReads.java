package io.nowbridge.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A client that counts what is read by it: how many requests, and how many items DynamoDB went through for them. */
final class CountingReads {

    private static final Set<String> READS = Set.of("query", "batchGetItem");

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger items = new AtomicInteger();
    private final DynamoDbAsyncClient client;

    /** What was read. */
    record Cost(int requests, int items) {}

    CountingReads(DynamoDbAsyncClient dynamoDb) {
        client = (DynamoDbAsyncClient) Proxy.newProxyInstance(
                DynamoDbAsyncClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbAsyncClient.class},
                (proxy, method, arguments) -> {
                    if (!READS.contains(method.getName())) {
                        throw new AssertionError("reads by " + method.getName());
                    }
                    requests.incrementAndGet();
                    try {
                        return ((CompletableFuture<?>) method.invoke(dynamoDb, arguments)).thenApply(this::counted);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    DynamoDbAsyncClient client() {
        return client;
    }

    /** What was read since this was asked last. */
    Cost cost() {
        return new Cost(requests.getAndSet(0), items.getAndSet(0));
    }

    private <T> T counted(T answer) {
        items.addAndGet(
                switch (answer) {
                    case QueryResponse query -> query.scannedCount();
                    case BatchGetItemResponse batch ->
                        batch.responses().values().stream()
                                .mapToInt(found -> found.size())
                                .sum();
                    default -> throw new AssertionError("answers with " + answer);
                });
        return answer;
    }
}
