package io.nowbridge.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A client that counts what is read by it: how many requests, and how many items DynamoDB went through for them. */
final class CountingReads {

    private static final Set<String> READS = Set.of("query", "batchGetItem");

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger items = new AtomicInteger();
    private final DoubleAdder units = new DoubleAdder();
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
                        return ((CompletableFuture<?>) method.invoke(dynamoDb, measured(arguments)))
                                .thenApply(this::counted);
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

    /** How many read units DynamoDB has charged for queries since this was asked last. */
    double units() {
        return units.sumThenReset();
    }

    private static Object[] measured(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Consumer<?> request ? measured(request) : argument)
                .toArray();
    }

    @SuppressWarnings("unchecked")
    private static Object measured(Consumer<?> request) {
        return ((Consumer<Object>) request).andThen(builder -> {
            if (builder instanceof QueryRequest.Builder query) {
                query.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
            }
        });
    }

    private <T> T counted(T answer) {
        if (answer instanceof QueryResponse query) {
            units.add(query.consumedCapacity().capacityUnits());
        }
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
