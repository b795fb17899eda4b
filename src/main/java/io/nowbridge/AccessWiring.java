package io.nowbridge;

import io.nowbridge.access.DatastoreAccess;
import io.nowbridge.access.DatastoreRights;
import io.nowbridge.access.Rights;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Operation;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.dynamodb.DynamoDbDatastoreAccess;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.setup.ChangeAccess;
import io.nowbridge.setup.ChangeLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Who decides who may do what. */
final class AccessWiring {

    @Produces
    @Singleton
    DatastoreAccess datastoreAccess(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbDatastoreAccess(dynamoDb, tables);
    }

    @Produces
    @Singleton
    Rights rights(Datastores datastores, DatastoreAccess access) {
        return new DatastoreRights(datastores, access);
    }

    @Produces
    @Singleton
    ChangeAccess changeAccess(DatastoreAccess access, ActivityLog log, InstantSource clock) {
        var changes = new ChangeLog(
                log, clock, () -> UUID.randomUUID().toString(), Operation.ACCESS_CHANGE, "datastoreAccess");
        return new ChangeAccess(access, changes, clock);
    }
}
