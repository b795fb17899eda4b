package io.nowbridge.dynamodb;

import io.nowbridge.local.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The tables of {@code infra/} in a DynamoDB Local that all store tests share and that ends with them. */
final class RealTables implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(RealTables.class);

    private Server server = new Server();

    /** The server and its client, closed by JUnit at the end. */
    private static final class Server implements AutoCloseable {

        private LocalDynamoDb dynamoDb;
        private DynamoDbAsyncClient client;

        private Server started() {
            dynamoDb = LocalDynamoDb.passing();
            client = dynamoDb.client();
            client.listTables().join().tableNames().forEach(this::keepForEver);
            return this;
        }

        // What tests keep is dated by their own clocks; by the server's it would be over, and vanish under them.
        private void keepForEver(String table) {
            var expiry = client.describeTimeToLive(describe -> describe.tableName(table))
                    .join()
                    .timeToLiveDescription();
            if (expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLED) {
                client.updateTimeToLive(update -> update.tableName(table)
                                .timeToLiveSpecification(ttl -> ttl.attributeName(expiry.attributeName())
                                        .enabled(false)))
                        .join();
            }
        }

        @Override
        public void close() {
            client.close();
            dynamoDb.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("server", key -> new Server().started(), Server.class);
    }

    DynamoDbAsyncClient client() {
        return server.client;
    }

    TableConfig config(Duration lease, Duration memory) {
        return new Config(
                lease, memory, Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(400));
    }

    /** All items of a table. */
    List<Map<String, AttributeValue>> items(String table) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        client().scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .subscribe(items::add)
                .join();
        return items;
    }

    void empty(String table, Set<String> key) {
        items(table)
                .forEach(item -> client().deleteItem(delete -> delete.tableName(table)
                                .key(item.entrySet().stream()
                                        .filter(attribute -> key.contains(attribute.getKey()))
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                        .join());
    }

    private record Config(
            Duration claimLease,
            Duration requestMemory,
            Duration leftMemory,
            Duration activityMemory,
            Duration productMemory,
            Duration orderMemory)
            implements TableConfig {

        @Override
        public String connections() {
            return "nowbridge-connections";
        }

        @Override
        public String credentials() {
            return "nowbridge-credentials";
        }

        @Override
        public String claims() {
            return "nowbridge-claims";
        }

        @Override
        public String links() {
            return "nowbridge-links";
        }

        @Override
        public String activity() {
            return "nowbridge-activity";
        }

        @Override
        public String templates() {
            return "nowbridge-templates";
        }

        @Override
        public String anomalies() {
            return "nowbridge-anomalies";
        }

        @Override
        public String updates() {
            return "nowbridge-updates";
        }

        @Override
        public String rules() {
            return "nowbridge-rules";
        }

        @Override
        public String access() {
            return "nowbridge-access";
        }

        @Override
        public String products() {
            return "nowbridge-products";
        }

        @Override
        public String orders() {
            return "nowbridge-orders";
        }
    }
}
