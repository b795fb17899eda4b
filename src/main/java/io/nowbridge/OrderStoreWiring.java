package io.nowbridge;

import io.nowbridge.dynamodb.DynamoDbLooks;
import io.nowbridge.dynamodb.DynamoDbOrders;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.order.Looks;
import io.nowbridge.order.OrderQueue;
import io.nowbridge.order.Orders;
import io.nowbridge.sqs.QueueConfig;
import io.nowbridge.sqs.SqsOrderQueue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What is remembered of orders, and who is woken for them. */
final class OrderStoreWiring {

    @Produces
    @Singleton
    Orders orders(DynamoDbAsyncClient dynamoDb, TableConfig tables, InstantSource clock) {
        return new DynamoDbOrders(dynamoDb, tables, clock);
    }

    @Produces
    @Singleton
    Looks looks(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbLooks(dynamoDb, tables);
    }

    @Produces
    @Singleton
    OrderQueue orderQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        return new SqsOrderQueue(sqs, queues, chance);
    }
}
