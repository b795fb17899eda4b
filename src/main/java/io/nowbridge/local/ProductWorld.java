package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A world of its own to measure products in: what ships in a process with so much heap, and meters before its neighbours. */
final class ProductWorld implements AutoCloseable {

    private static final Path PROJECT = Path.of("");
    private static final int SHOWN = 5;
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final List<String> FORM = List.of("kind", "name", "deskId", "distributorId", "schedule");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final World world = World.start(World.Options.passing());
    private final ReadUnits readUnits = new ReadUnits();
    private final CallTimes callTimes = new CallTimes();
    private final Observed dynamoDb =
            Observed.before(URI.create("http://localhost:" + world.dynamoDbPort()), readUnits);
    private final Observed serviceNow = Observed.before(world.serviceNow(), callTimes);
    private final HeapLog heap;
    private final JavaProcess functions;
    private final ApiCalls api;
    private final ProductRuns runs;
    private final String template;

    private ProductWorld(int heapMegabytes) throws IOException, InterruptedException {
        heap = new HeapLog(Files.createTempFile("nowbridge", ".gc"));
        functions = JavaProcess.start(program(heapMegabytes), line -> System.err.println("functions | " + line));
        var gateway = URI.create(functions.whenReady().join());
        DemoConnection.ensure(gateway, world.issuer(), serviceNow.uri(), world.qualytics());
        DemoCatalogue.ensure(gateway, world.issuer(), serviceNow.uri(), world.tdSynnex());
        api = new ApiCalls(gateway, world.issuer());
        runs = new ProductRuns(api);
        template = runs.template(Optional.empty());
    }

    static ProductWorld start(int heapMegabytes) throws IOException, InterruptedException {
        return new ProductWorld(heapMegabytes);
    }

    private JavaProcess.Program program(int heapMegabytes) {
        var issuer = world.issuer().toString();
        var settings = new HashMap<>(world.settings());
        settings.put("quarkus.dynamodb.endpoint-override", dynamoDb.uri().toString());
        settings.merge("nowbridge.egress.allow", serviceNow.uri().toString(), (all, one) -> all + "," + one);
        var environment = new HashMap<>(
                Template.read(Template.FILE, Map.of("TokenIssuer", issuer)).environment());
        // As the template says, but for the heap.
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx%dm %s".formatted(heapMegabytes, heap.option()));
        return new JavaProcess.Program(
                Functions.class,
                new FunctionZip(PROJECT).classPath("target" + File.separator + "local" + File.separator + "*"),
                PROJECT,
                settings,
                environment,
                List.of("--gateway", "0", "--issuer", issuer, "--sqs", Integer.toString(world.sqsPort())));
    }

    /** Selects all that the distributor sells, whatever its category. */
    void selectAll() throws IOException, InterruptedException {
        api.replace("/templates/" + template, before -> {
            var form = json.createObjectNode();
            FORM.forEach(field -> form.set(field, before.path(field)));
            form.putObject("mappings")
                    .<ObjectNode>set("fields", before.at("/mappings/fields"))
                    .set("categories", before.at("/mappings/categories"));
            form.putObject("options").put("updateInventory", false).put("newProducts", "create");
            return form;
        });
    }

    /** How late ServiceNow answers a call, and what each part of a batch adds to that. */
    void answerAfter(int callMillis, int partMillis) throws IOException, InterruptedException {
        put(
                world.serviceNow().resolve("/__settings"),
                json.createObjectNode()
                        .put("callMillis", callMillis)
                        .put("batchItemMillis", partMillis)
                        .put("batchWaits", true));
    }

    /** What the distributor sells; from the next day on, that share of it changes each day. */
    void sell(int products, double changedShare) throws IOException, InterruptedException {
        put(
                world.tdSynnex().resolve("/__catalogue"),
                json.createObjectNode().put("skus", products).put("changedShare", changedShare));
    }

    void nextDay() throws IOException, InterruptedException {
        send("POST", world.tdSynnex().resolve("/__catalogue/next-day"), json.createObjectNode());
    }

    /** Synchronises, and measures that; nobody is still busy with another synchronisation then. */
    SyncResult synchronise() throws IOException, InterruptedException {
        awaitQuiet();
        readUnits.sinceLastTime();
        callTimes.sinceLastTime();
        heap.peakSinceLastTime();
        var run = runs.run(template, "sync", now -> System.err.println("  " + VerifyProducts.progress(now)));
        if (!run.path("result").asText().equals("success")) {
            var failures = new ArrayList<String>();
            runs.eachItem(
                    run, "failed", item -> failures.add(item.path("failure").toString()));
            throw new IOException("A synchronisation did not succeed: %s%n%s"
                    .formatted(run, failures.stream().distinct().limit(SHOWN).collect(Collectors.joining("\n"))));
        }
        return new SyncResult(run, callTimes.sinceLastTime(), readUnits.sinceLastTime(), heap.peakSinceLastTime());
    }

    // Who comes late to a synchronisation that is over looks at it once more.
    private void awaitQuiet() {
        while (world.messages("product-chunks") > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }

    URI serviceNow() {
        return world.serviceNow();
    }

    private void put(URI uri, JsonNode body) throws IOException, InterruptedException {
        send("PUT", uri, body);
    }

    private void send(String method, URI uri, JsonNode body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s answered %d: %s".formatted(uri, answer.statusCode(), answer.body()));
        }
    }

    @Override
    public void close() {
        functions.close();
        api.close();
        http.close();
        serviceNow.close();
        dynamoDb.close();
        world.close();
    }
}
