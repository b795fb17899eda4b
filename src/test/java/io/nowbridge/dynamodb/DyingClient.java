package io.nowbridge.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** A client whose process dies when it comes to one operation: neither that nor anything behind it happens. */
final class DyingClient {

    private DyingClient() {}

    static DynamoDbAsyncClient before(String operation, DynamoDbAsyncClient dynamoDb) {
        return (DynamoDbAsyncClient) Proxy.newProxyInstance(
                DynamoDbAsyncClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbAsyncClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(operation)) {
                        return CompletableFuture.failedFuture(new IllegalStateException("died"));
                    }
                    try {
                        return method.invoke(dynamoDb, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
