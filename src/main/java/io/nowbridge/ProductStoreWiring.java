package io.nowbridge;

import io.nowbridge.budget.Budgets;
import io.nowbridge.dynamodb.DynamoDbAssortments;
import io.nowbridge.dynamodb.DynamoDbBudgets;
import io.nowbridge.dynamodb.DynamoDbChunks;
import io.nowbridge.dynamodb.DynamoDbKeptProducts;
import io.nowbridge.dynamodb.DynamoDbRuns;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.files.MappedRunQueue;
import io.nowbridge.product.Assortments;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.product.RunQueue;
import io.nowbridge.product.Runs;
import io.nowbridge.sqs.QueueConfig;
import io.nowbridge.sqs.SqsRunQueue;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What product synchronisations remember, whom they wake, and how many of them call a system at once. */
final class ProductStoreWiring {

    @Produces
    @Singleton
    Runs runs(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbRuns(dynamoDb, tables);
    }

    @Produces
    @Singleton
    Runs.Chunks chunks(DynamoDbAsyncClient dynamoDb, TableConfig tables, InstantSource clock) {
        return new DynamoDbChunks(dynamoDb, tables, clock);
    }

    @Produces
    @Singleton
    KeptProducts keptProducts(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbKeptProducts(dynamoDb, tables);
    }

    @Produces
    @Singleton
    Assortments assortments(DynamoDbAsyncClient dynamoDb, TableConfig tables, InstantSource clock) {
        return new DynamoDbAssortments(dynamoDb, tables, clock);
    }

    @Produces
    @Singleton
    Budgets budgets(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbBudgets(dynamoDb, tables);
    }

    @Produces
    @Singleton
    RunQueue runQueue(
            SqsAsyncClient sqs,
            QueueConfig queues,
            RandomGenerator chance,
            Instance<S3AsyncClient> s3,
            ProductConfig config) {
        var queue = new SqsRunQueue(sqs, queues, chance);
        return config.mapBucket()
                .<RunQueue>map(bucket -> new MappedRunQueue(queue, s3::get, bucket))
                .orElse(queue);
    }
}
