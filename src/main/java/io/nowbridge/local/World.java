package io.nowbridge.local;

import io.nowbridge.local.qualytics.QualyticsStandIn;
import io.nowbridge.local.servicenow.ServiceNowStandIn;
import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * What the functions talk to: DynamoDB Local, ElasticMQ, an identity provider and the stand-ins of ServiceNow,
 * TD SYNNEX and Qualytics, together in one process that outlives the functions.
 */
public final class World implements AutoCloseable {

    /**
     * Where the project lies, where to listen, and where to keep data; without that, it is gone in the end.
     *
     * @param visibility how long a queue hides a message that was handed out, where that is not what the queue declares
     */
    public record Options(Path project, Ports ports, Optional<Path> data, Optional<Duration> visibility) {

        /** On free ports and in memory, for a test that runs in the project's directory. */
        public static Options passing() {
            var ports = new Ports(0, 0, 0, 0, 0, Ports.anyFree(), Ports.anyFree());
            return new Options(Path.of(""), ports, Optional.empty(), Optional.empty());
        }

        public Options withVisibility(Duration time) {
            return new Options(project, ports, data, Optional.of(time));
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final LocalDynamoDb dynamoDb;
    private final LocalSqs sqs;
    private final IdentityProvider identity;
    private final ServiceNowStandIn serviceNow;
    private final TdSynnexStandIn tdSynnex;
    private final QualyticsStandIn qualytics;

    private final Path keyFile;
    private final Path exports;

    private World(Options options) {
        var data = options.data();
        var directory = data.orElseGet(World::passingDirectory);
        keyFile = directory.resolve("keys/credentials");
        exports = directory.resolve("exports");
        dynamoDb = LocalDynamoDb.start(
                options.ports().dynamoDb(),
                data.map(kept -> kept.resolve("dynamodb")),
                Table.read(options.project().resolve(Table.FILE)));
        sqs = LocalSqs.start(
                options.ports().sqs(), Queue.read(options.project().resolve(Queue.FILE)), options.visibility());
        identity = IdentityProvider.start(options.ports().identity());
        serviceNow = ServiceNowStandIn.start(
                vertx, options.ports().serviceNow(), data.map(kept -> kept.resolve("servicenow.json")));
        tdSynnex = TdSynnexStandIn.start(
                vertx, options.ports().tdSynnex(), data.map(kept -> kept.resolve("tdsynnex.json")));
        qualytics = QualyticsStandIn.start(
                vertx, options.ports().qualytics(), data.map(kept -> kept.resolve("qualytics.json")));
    }

    public static void main(String[] line) {
        WorldLog.start();
        JavaProcess.serve(() -> {
            var arguments = Arguments.read(
                    List.of(line),
                    Set.of("servicenow", "tdsynnex", "qualytics", "identity", "dynamodb", "sqs", "data"),
                    Set.of());
            var data = arguments.last("data").map(Path::of);
            var world = start(new Options(Path.of(""), Ports.of(arguments), data, Optional.empty()));
            Runtime.getRuntime().addShutdownHook(new Thread(world::close));
            return world.serviceNow().toString();
        });
    }

    public static World start(Options options) {
        return new World(options);
    }

    private static Path passingDirectory() {
        try {
            return Files.createTempDirectory("nowbridge");
        } catch (IOException e) {
            throw new UncheckedIOException("No place for the master keys and exports", e);
        }
    }

    public int dynamoDbPort() {
        return dynamoDb.port();
    }

    /** A client for DynamoDB Local; the caller closes it. */
    public DynamoDbAsyncClient dynamoDbClient() {
        return dynamoDb.client();
    }

    int sqsPort() {
        return sqs.port();
    }

    /** A client for ElasticMQ; the caller closes it. */
    public SqsAsyncClient sqsClient() {
        return sqs.client();
    }

    /** How many messages a queue holds, such as {@code product-chunks}: waiting or in somebody's hands. */
    public long messages(String queue) {
        return sqs.messages("nowbridge-" + queue);
    }

    /** The stand-in's address: its API, its faults, its page. */
    public URI serviceNow() {
        return URI.create("http://localhost:" + serviceNow.port());
    }

    /** The distributor stand-in's address: its files, its XML services, its page. */
    public URI tdSynnex() {
        return URI.create("http://localhost:" + tdSynnex.port());
    }

    /** The anomaly platform stand-in's address: its API, its flows, its page. */
    public URI qualytics() {
        return URI.create("http://localhost:" + qualytics.port());
    }

    /** All systems that are stood in for. */
    List<URI> standIns() {
        return List.of(serviceNow(), tdSynnex(), qualytics());
    }

    /** The master keys that the functions keep credentials under. */
    public Path keyFile() {
        return keyFile;
    }

    /** The issuer of the tokens. */
    public URI issuer() {
        return identity.issuer();
    }

    /** A bearer token for someone in that role and those teams. */
    public String token(String role, String... teams) throws IOException, InterruptedException {
        return Token.issue(issuer(), "local-user", List.of(role), List.of(teams));
    }

    /** The settings by which functions find this world, as system properties. */
    Map<String, String> settings() {
        return Settings.of(
                dynamoDb.endpoint(),
                sqs.endpoint(),
                standIns(),
                tdSynnex().resolve(TdSynnexStandIn.FILES),
                keyFile,
                exports);
    }

    @Override
    public void close() {
        qualytics.close();
        tdSynnex.close();
        serviceNow.close();
        identity.close();
        sqs.close();
        dynamoDb.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
