package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.standin.StandIn;
import io.nowbridge.vault.KeyFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What ships and the world around it, for a test: the functions in a process of their own, and faults to order at
 * ServiceNow and, through a proxy, at DynamoDB.
 */
public final class LocalNowbridge implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final String USER = basic("svc_nowbridge:nowbridge");
    private static final String ADMINISTRATOR = basic("admin:admin");

    private final JsonHttp http = new JsonHttp();
    private final Vertx vertx = Vertx.vertx();
    private final World world;
    private final DynamoDbAsyncClient store;
    private final StandIn dynamoDb;
    private final Map<String, String> settings;
    private final Pace pace;
    private volatile FunctionsProcess functions;

    /**
     * How fast things come round.
     *
     * @param visibility how long a queue hides a message that was handed out
     * @param tick how often each schedule ticks; empty for only when it is asked to
     */
    public record Pace(Duration visibility, Optional<Duration> tick) {

        /** Soon again after a kill, and no tick that a test did not ask for. */
        public static final Pace AT_WILL = new Pace(Duration.ofSeconds(5), Optional.empty());
    }

    /** Starts it all; {@code settings} are the functions' own. */
    public LocalNowbridge(Map<String, String> settings) {
        this(settings, Pace.AT_WILL);
    }

    public LocalNowbridge(Map<String, String> settings, Pace pace) {
        this.pace = pace;
        world = World.start(World.Options.passing().withVisibility(pace.visibility()));
        store = world.dynamoDbClient();
        dynamoDb = StandIn.start(
                vertx, 0, Clock.systemUTC(), () -> {}, ReverseProxy.to(vertx, "localhost", world.dynamoDbPort()));
        this.settings = new HashMap<>(settings);
        this.settings.put("quarkus.dynamodb.endpoint-override", dynamoDb.uri().toString());
        functions = started();
        DemoConnection.ensure(functions.baseUri(), world.issuer(), world.serviceNow(), world.qualytics());
    }

    @Override
    public void close() {
        functions.close();
        store.close();
        dynamoDb.close();
        world.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.close();
    }

    public void killFunctions() {
        functions.kill();
    }

    public void startFunctions() {
        functions = started();
    }

    /** Makes a scheduled function run now, and waits for its end. */
    public void tick(String function) {
        http.order("POST", functions.baseUri().resolve("/__tick/" + function), "", Map.of());
    }

    /** How many messages a queue holds, such as {@code ticket-updates}: waiting or in somebody's hands. */
    public long messages(String queue) {
        return world.messages(queue + ".fifo");
    }

    /** Forgets faults, requests and settings; records stay, since no test may depend on there being none. */
    public void calm() {
        for (var server : List.of(world.serviceNow(), world.tdSynnex(), world.qualytics(), dynamoDb.uri())) {
            http.send("DELETE", server.resolve("/__faults"), "", Map.of());
            http.send("DELETE", server.resolve("/__requests"), "", Map.of());
        }
        settings("{}");
    }

    /** Makes ServiceNow misbehave. */
    public void fault(String fault) {
        http.order("POST", world.serviceNow().resolve("/__faults"), fault, Map.of());
    }

    /** Makes DynamoDB misbehave. */
    public void dynamoDbFault(String fault) {
        http.order("POST", dynamoDb.uri().resolve("/__faults"), fault, Map.of());
    }

    /** Replaces the rights and rules of the ServiceNow instance. */
    public void settings(String settings) {
        http.order("PUT", world.serviceNow().resolve("/__settings"), settings, Map.of());
    }

    /** Opens a ticket as a Manager. */
    public Answer createTicket(String anomalyId, String body) {
        return createTicketLater(anomalyId, body, Map.of()).join();
    }

    public Answer createTicket(String anomalyId, String body, Map<String, String> headers) {
        return createTicketLater(anomalyId, body, headers).join();
    }

    public CompletableFuture<Answer> createTicketLater(String anomalyId, String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putIfAbsent("Authorization", "Bearer " + managerToken());
        var tickets = functions.baseUri().resolve("/anomalies/" + anomalyId + "/tickets");
        return http.sendLater("POST", tickets, body, all).thenApply(this::answer);
    }

    /** Asks the API as a Manager. */
    public Answer call(String method, String path, String body, String... headers) {
        return callAs("manager", method, path, body, headers);
    }

    /** Asks the API in some role; headers are names and values in turn. */
    public Answer callAs(String role, String method, String path, String body, String... headers) {
        var all = new HashMap<>(Map.of("Authorization", "Bearer " + token(role)));
        for (var i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return answer(http.send(method, functions.baseUri().resolve(path), body, all));
    }

    /** Sends what anybody may send, with headers as names and values in turn. */
    public Answer post(String path, String body, String... headers) {
        var all = new HashMap<String, String>();
        for (var i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return answer(http.send("POST", functions.baseUri().resolve(path), body, all));
    }

    /** Makes a secret for the webhooks of the anomaly platform that every local run has. */
    public String webhookSecret() {
        return call("POST", "/connections/" + demo("qualytics") + "/webhook-secrets", "")
                .text("/secret");
    }

    /** An anomaly platform that knows the secret, and sends to wherever the functions are. */
    public EventSender eventSender(String secret) {
        return new EventSender(() -> functions.baseUri(), secret, Clock.systemUTC());
    }

    /** What we wrote into a ticket's work notes, the oldest first, without the reference. */
    public List<String> workNotes(String ticket) {
        return records("sys_journal_field", "element=work_notes^element_id=" + ticket).stream()
                .map(note -> note.path("value").asText().replaceFirst("\\s*\\[nb:[0-9a-f]{12}]$", ""))
                .toList();
    }

    /** The connection to ServiceNow that every local run has. */
    public String demo() {
        return demo("servicenow");
    }

    /** The connection to a type of system that every local run has. */
    public String demo(String type) {
        return call("GET", "/connections", "")
                .body()
                .path("items")
                .valueStream()
                .filter(connection -> connection.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** Connects the distributor and has a template keep some of its catalogue, as in a local run. */
    public void keepCatalogue() {
        DemoCatalogue.ensure(functions.baseUri(), world.issuer(), world.serviceNow(), world.tdSynnex());
    }

    /** Has templates order what purchase orders ask for and follow that, as in a local run. */
    public void placeOrders() {
        DemoOrders.ensure(functions.baseUri(), world.issuer(), world.serviceNow(), world.tdSynnex());
    }

    /** Lets both stand-ins tell of their changes, as in a local run. */
    public void letStandInsTell() {
        DemoWebhooks.ensure(functions.baseUri(), world.issuer(), world.serviceNow(), world.qualytics());
    }

    /** Says where ServiceNow tells of changed tickets; nowhere if that is empty. */
    public void ticketsTell(String path, String secret) {
        var url = path.isEmpty() ? "" : functions.baseUri().resolve(path).toString();
        settings("""
                {"properties": {"nowbridge.webhook.url": "%s", "nowbridge.webhook.secret": "%s"}}""".formatted(url, secret));
    }

    /** Changes a ticket as a person does. */
    public void changeTicket(String table, String sysId, String change) {
        var ticket = world.serviceNow().resolve("/api/now/table/" + table + "/" + sysId);
        var headers = Map.of("Authorization", ADMINISTRATOR, "Accept", "application/json");
        http.order("PATCH", ticket, change, headers);
    }

    /** Creates a record as an administrator does, and gives it. */
    public JsonNode createRecord(String table, String values) {
        var uri = world.serviceNow().resolve("/api/now/table/" + table + "?sysparm_exclude_reference_link=true");
        return http.order("POST", uri, values, Map.of("Authorization", ADMINISTRATOR, "Accept", "application/json"))
                .path("result");
    }

    /** Orders something of the distributor's stand-in, such as that orders advance, and gives its answer. */
    public JsonNode tdSynnex(String method, String path, String body) {
        return http.order(method, world.tdSynnex().resolve(path), body, Map.of());
    }

    /** Has the anomaly platform alone tell of what happens there, as its n8n action does. */
    public void letPlatformTell() {
        http.order(
                "POST",
                world.qualytics().resolve("/__flows"),
                "{\"mode\": \"n8n\", \"url\": \"%s\", \"secret\": \"%s\"}"
                        .formatted(functions.baseUri().resolve("/webhooks/anomalies/default"), webhookSecret()),
                Map.of());
    }

    /** The console's address, with a slash at its end. */
    public URI console() {
        return functions.baseUri().resolve("/");
    }

    /** The address of the ServiceNow stand-in. */
    public URI serviceNow() {
        return world.serviceNow();
    }

    /** The address of the distributor stand-in. */
    public URI tdSynnex() {
        return world.tdSynnex();
    }

    /** The anomaly platform, to have something happen there. */
    public LocalPlatform platform() {
        return new LocalPlatform(http, world.qualytics());
    }

    /** The address of the anomaly platform stand-in. */
    public URI qualytics() {
        return world.qualytics();
    }

    /** A form to connect the ServiceNow stand-in with. */
    public String form(String name, String authentication) {
        return """
                {"type": "servicenow", "name": "%s", "instanceUrl": "%s", "authentication": %s}""".formatted(name, world.serviceNow(), authentication);
    }

    /** Gives a user of the ServiceNow instance another password. */
    public void changePassword(String user, String password) {
        var users = world.serviceNow().resolve("/api/now/table/sys_user");
        var headers = Map.of("Authorization", ADMINISTRATOR, "Accept", "application/json");
        var query = URI.create(users + "?sysparm_fields=sys_id&sysparm_query=user_name=" + user);
        var sysId = http.order("GET", query, "", headers).at("/result/0/sys_id").asText();
        var change = "{\"user_password\": \"" + password + "\"}";
        http.order("PATCH", URI.create(users + "/" + sysId), change, headers);
    }

    /** Adds a master key while everything runs. */
    public void rotateKey() {
        new KeyFile(world.keyFile()).rotate();
    }

    /** All that the functions have printed. */
    public List<String> log() {
        return functions.log();
    }

    /** Repeats a request, as a patient caller does, until it is neither under way nor failing. */
    public Answer createTicketUntilAnswered(String anomalyId, String body) {
        var last = new Answer[1];
        await("an answer for anomaly " + anomalyId, () -> {
            last[0] = createTicket(anomalyId, body);
            return last[0].status() < 400;
        });
        return last[0];
    }

    public String token(String role, String... teams) {
        try {
            return world.token(role, teams);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The incidents that match an encoded query, as the integration user sees them. */
    public List<JsonNode> incidents(String query) {
        return records("incident", query);
    }

    /** The records of a table that match an encoded query, as the integration user sees them. */
    public List<JsonNode> records(String table, String query) {
        var uri = world.serviceNow()
                .resolve("/api/now/table/" + table + "?sysparm_exclude_reference_link=true&sysparm_query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8));
        var headers = Map.of("Authorization", USER, "Accept", "application/json");
        return http.order("GET", uri, "", headers).path("result").valueStream().toList();
    }

    /** How many requests with that method and path prefix ServiceNow received. */
    public long received(String method, String path) {
        return http.requests(world.serviceNow(), method, path).count();
    }

    /** Waits until those that a fault delayed have been handled too, which they are even if their caller has left. */
    public void awaitDelayed(String method, String path) {
        await(
                "what was delayed",
                () -> http.requests(world.serviceNow(), method, path)
                        .allMatch(request -> request.path("reached").asBoolean()));
    }

    /** How many calls of that operation DynamoDB received. */
    public long dynamoDbReceived(String operation) {
        var requests = http.order("GET", dynamoDb.uri().resolve("/__requests"), "", Map.of());
        return requests.valueStream()
                .filter(request -> request.path("headers").toString().contains("DynamoDB_20120810." + operation + "\""))
                .count();
    }

    /** All items of one of our tables. */
    public List<Map<String, AttributeValue>> items(String table) {
        return store.scan(scan -> scan.tableName("nowbridge-" + table).consistentRead(true))
                .join()
                .items();
    }

    /** The entries of the Sync Activity Log, without what its table has beside them. */
    public List<Map<String, AttributeValue>> entries() {
        return items("activity").stream()
                .filter(item -> item.containsKey("operation"))
                .toList();
    }

    /** Waits for a condition, however long it takes within reason. */
    public static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** An HTTP answer with its JSON. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        public Optional<String> retryAfter() {
            return headers.firstValue("retry-after");
        }

        /** The revision to send as If-Match. */
        public String etag() {
            return headers.firstValue("etag").orElseThrow();
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private FunctionsProcess started() {
        return FunctionsProcess.start(
                world, settings, pace.tick().map(Duration::toString).orElse("never"));
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    private String managerToken() {
        return token("manager", "data-eng");
    }

    private Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), http.read(response.body()), response.headers());
    }
}
