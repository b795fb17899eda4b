package io.nowbridge;

import io.nowbridge.activity.ActivityCounts;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.dynamodb.DynamoDbActivityCounts;
import io.nowbridge.dynamodb.DynamoDbActivityHistory;
import io.nowbridge.dynamodb.TableConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What the Sync Activity Log has kept. */
final class ActivityWiring {

    @Produces
    @Singleton
    ActivityHistory activityHistory(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbActivityHistory(dynamoDb, tables);
    }

    @Produces
    @Singleton
    ActivityCounts activityCounts(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbActivityCounts(dynamoDb, tables);
    }
}
