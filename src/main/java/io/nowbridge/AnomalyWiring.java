package io.nowbridge;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.anomaly.KnownDatastores;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedPlatforms;
import io.nowbridge.connector.SignIn;
import io.nowbridge.dynamodb.DynamoDbAnomalies;
import io.nowbridge.dynamodb.DynamoDbAnomalyEvents;
import io.nowbridge.dynamodb.TableConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Where anomalies are found, and where what is known of them is kept. */
final class AnomalyWiring {

    @Produces
    @Singleton
    AnomalyPlatforms anomalyPlatforms(Connections connections, SignIn signIn, InstantSource clock) {
        return new ConnectedPlatforms(connections, signIn, clock);
    }

    @Produces
    @Singleton
    AnomalyEvents anomalyEvents(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbAnomalyEvents(dynamoDb, tables);
    }

    @Produces
    @Singleton
    Anomalies anomalies(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbAnomalies(dynamoDb, tables);
    }

    @Produces
    @Singleton
    Datastores datastores(Anomalies anomalies, AnomalyPlatforms platforms) {
        return new KnownDatastores(anomalies, platforms);
    }
}
