package io.nowbridge.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** DynamoDB Local with Nowbridge's tables in it, kept in a directory or, without one, in memory. */
public final class LocalDynamoDb implements AutoCloseable {

    /** What DynamoDB Local wants to hear; it checks neither. */
    static final String REGION = "eu-central-1";

    static final String ACCESS_KEY = "local";

    private final int port;
    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private LocalDynamoDb(int port, Server server, LocalDynamoDBServerHandler handler) {
        this.port = port;
        this.server = server;
        this.handler = handler;
    }

    /** In memory, on a free port, for a test that runs in the project's directory. */
    public static LocalDynamoDb passing() {
        return start(Ports.anyFree(), Optional.empty(), Table.read(Table.FILE));
    }

    static LocalDynamoDb start(int port, Optional<Path> directory, List<Table> tables) {
        try {
            var path = directory.map(LocalDynamoDb::created).orElse(null);
            var tablesOfAllRegions = true;
            // Built here and not by its ServerRunner, which reports its use to AWS and listens to the whole network.
            var requests = new LocalDynamoDBRequestHandler(0, path == null, path, tablesOfAllRegions, false);
            var handler = new LocalDynamoDBServerHandler(requests, null);
            var server = new Server(new InetSocketAddress("localhost", port));
            server.setHandler(handler);
            server.start();
            var dynamoDb = new LocalDynamoDb(port, server, handler);
            dynamoDb.create(tables);
            return dynamoDb;
        } catch (Exception e) {
            // Its own signature says no more than Exception.
            throw new IllegalStateException("DynamoDB Local does not start on port " + port, e);
        }
    }

    int port() {
        return port;
    }

    URI endpoint() {
        return URI.create("http://localhost:" + port);
    }

    /** A client for this server; the caller closes it. */
    public DynamoDbAsyncClient client() {
        return DynamoDbAsyncClient.builder()
                .endpointOverride(endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY)))
                .build();
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        }
    }

    private void create(List<Table> tables) {
        try (var client = client()) {
            tables.forEach(table -> create(client, table));
        }
    }

    private static void create(DynamoDbAsyncClient client, Table table) {
        try {
            client.createTable(table.request()).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof ResourceInUseException)) {
                throw e;
            }
            requireSameKeys(client, table);
            return;
        }
        table.expiryAttribute()
                .ifPresent(attribute -> client.updateTimeToLive(request -> request.tableName(table.name())
                                .timeToLiveSpecification(
                                        ttl -> ttl.attributeName(attribute).enabled(true)))
                        .join());
    }

    // Left by an earlier run, perhaps of an earlier commit.
    private static void requireSameKeys(DynamoDbAsyncClient client, Table table) {
        var existing = client.describeTable(request -> request.tableName(table.name()))
                .join()
                .table();
        var indexes = existing.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::keySchema)
                .collect(Collectors.toSet());
        if (!existing.keySchema().equals(table.key()) || !indexes.equals(table.indexKeys())) {
            throw new IllegalStateException("The kept table " + table.name() + " has other keys than " + Table.FILE
                    + ": start once with --fresh");
        }
    }

    private static String created(Path directory) {
        try {
            return Files.createDirectories(directory).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep DynamoDB's data in " + directory, e);
        }
    }
}
