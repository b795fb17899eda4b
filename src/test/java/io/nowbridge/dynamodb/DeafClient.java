package io.nowbridge.dynamodb;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** A client that never hears the first answer: what it asked for has happened, and it asks once more by itself. */
final class DeafClient implements ExecutionInterceptor {

    private static final int LOST = 503;

    private final AtomicInteger answers = new AtomicInteger();

    /** Of the same server as another client; the caller closes it. */
    DynamoDbAsyncClient beside(DynamoDbAsyncClient other) {
        var configuration = other.serviceClientConfiguration();
        return DynamoDbAsyncClient.builder()
                .endpointOverride(configuration.endpointOverride().orElseThrow())
                .region(configuration.region())
                .credentialsProvider(configuration.credentialsProvider())
                .overrideConfiguration(override -> override.addExecutionInterceptor(this))
                .build();
    }

    /** How many answers came in, with the one that was not heard. */
    int answers() {
        return answers.get();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return answers.incrementAndGet() == 1
                ? context.httpResponse().toBuilder().statusCode(LOST).build()
                : context.httpResponse();
    }
}
