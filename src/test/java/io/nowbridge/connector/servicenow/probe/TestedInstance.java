package io.nowbridge.connector.servicenow.probe;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.VertxReach;
import io.nowbridge.connector.servicenow.ServiceNowCredentials;
import io.nowbridge.connector.servicenow.TicketFormNeeds;
import io.nowbridge.http.Exchange;
import io.nowbridge.http.Loopback;
import io.nowbridge.local.servicenow.ServiceNowStandIn;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.TestClients;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in for one test, and the probe that tries it out. Its JSON is written with single quotes. */
public final class TestedInstance implements AfterEachCallback, AutoCloseable {

    static final Authentication BASIC =
            Authentication.of("basic", Map.of("username", "svc_nowbridge", "password", "nowbridge"));

    static final List<Need> TICKET_FORM = TicketFormNeeds.of(ConnectionFixtures.connection("any"));

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final String SERVICE_USER_ID = "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";
    private static final String SERVICE_USER = "/api/now/table/sys_user/" + SERVICE_USER_ID;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Instant> ours = new AtomicReference<>(NOW);
    private final List<Authentication> kept = new CopyOnWriteArrayList<>();
    private final ServiceNowStandIn standIn;

    public TestedInstance(Path... seeds) {
        standIn = ServiceNowStandIn.start(
                vertx, 0, Optional.empty(), List.of(seeds), InstantSource.fixed(NOW), new SplittableRandom(1));
    }

    /** Tests for the ticket form, without creating anything. */
    Found test() {
        return test(BASIC, TICKET_FORM, false);
    }

    /** Tests for the ticket form, and may create a record. */
    Found testAndCreate() {
        return test(BASIC, TICKET_FORM, true);
    }

    Found test(Authentication authentication) {
        return test(authentication, TICKET_FORM, false);
    }

    Found test(Authentication authentication, List<Need> needs, boolean mayCreate) {
        return test(Duration.ofSeconds(24), authentication, needs, mayCreate);
    }

    /** Tests for what writes products, on a connection with these settings. */
    Found test(Map<String, String> settings, List<Need> needs) {
        return test(Duration.ofSeconds(24), BASIC, needs, false, settings);
    }

    Found test(Duration longest, Authentication authentication, List<Need> needs, boolean mayCreate) {
        return test(longest, authentication, needs, mayCreate, Map.of());
    }

    private Found test(
            Duration longest,
            Authentication authentication,
            List<Need> needs,
            boolean mayCreate,
            Map<String, String> settings) {
        var clock = (InstantSource) ours::get;
        var probe = new ServiceNowProbe(
                new NetworkChecks(new VertxReach(vertx, Loopback::dial)),
                TestClients.local(vertx, clock),
                clock,
                new Random(7),
                longest);
        var trial = new Trial(
                connection("tested", SystemType.SERVICENOW, standIn.uri(), settings), authentication, needs, mayCreate);
        return new Found(probe.test(trial, this::keep).await().atMost(Duration.ofSeconds(60)));
    }

    private Uni<Void> keep(Authentication renewed) {
        return Uni.createFrom().voidItem().invoke(() -> kept.add(renewed));
    }

    /** What the instance has handed out in place of credentials. */
    List<Authentication> kept() {
        return List.copyOf(kept);
    }

    /** A client that signs in as the integration user. */
    public ServiceNow client() {
        return TestClients.local(vertx, ours::get).connect(standIn.uri(), ServiceNowCredentials.of(BASIC));
    }

    /** What a test found. */
    record Found(List<Check> checks) {

        List<Check> failed() {
            return with(Verdict.FAILED);
        }

        List<Check> skipped() {
            return with(Verdict.SKIPPED);
        }

        /** The only check of the name and subject. */
        Check of(String name, String subject) {
            var found = checks.stream()
                    .filter(check ->
                            check.name().equals(name) && check.subject().equals(subject))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError("not one " + name + " of " + subject + " among " + checks);
            }
            return found.getFirst();
        }

        Check of(String name) {
            return of(name, "");
        }

        private List<Check> after(String name) {
            var names = checks.stream().map(Check::name).toList();
            return checks.subList(names.lastIndexOf(name) + 1, checks.size());
        }

        /** Asserts that this failed, and that all behind it rests on it. */
        void assertOnlyFailureIs(String name) {
            assertThat(failed()).extracting(Check::name).containsExactly(name);
            assertThat(after(name))
                    // It is told by any answer.
                    .filteredOn(check -> !check.name().equals("clock") || check.verdict() == Verdict.SKIPPED)
                    .isNotEmpty()
                    .allMatch(check -> check.verdict() == Verdict.SKIPPED)
                    .allMatch(check -> check.cause().contains("rests on " + name));
        }

        private List<Check> with(Verdict verdict) {
            return checks.stream().filter(check -> check.verdict() == verdict).toList();
        }
    }

    /** Our own clock, which the instance's does not follow. */
    void clockIs(Instant instant) {
        ours.set(instant);
    }

    public static Instant now() {
        return NOW;
    }

    public void settings(String json) {
        send("PUT", "/__settings", json);
    }

    public void fault(String json) {
        send("POST", "/__faults", json);
    }

    void property(String name, String value) {
        settings("{'properties':{'" + name + "':'" + value + "'}}");
    }

    /** Changes the integration user. */
    void user(String json) {
        send("PATCH", SERVICE_USER, json);
    }

    /** Gives the integration user a role more, so that it sees it has it. */
    void grant(String role) {
        var id = create("sys_user_role", "{'name':'" + role + "'}").getString("sys_id");
        create("sys_user_has_role", "{'user':'" + SERVICE_USER_ID + "','role':'" + id + "'}");
    }

    /** Creates a record as the administrator, and returns it. */
    public JsonObject create(String table, String json) {
        return new JsonObject(send("POST", "/api/now/table/" + table, json)).getJsonObject("result");
    }

    public void delete(String table, String sysId) {
        send("DELETE", "/api/now/table/" + table + "/" + sysId, "");
    }

    public URI address() {
        return standIn.uri();
    }

    public void change(String table, String sysId, String json) {
        send("PATCH", "/api/now/table/" + table + "/" + sysId, json);
    }

    /** The rows that an administrator sees. */
    public List<JsonObject> rows(String table, String query) {
        var path = "/api/now/table/" + table + "?sysparm_query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return new JsonObject(send("GET", path, ""))
                .getJsonArray("result").stream().map(row -> (JsonObject) row).toList();
    }

    /** What was called, as method and path, each time. */
    public List<String> received() {
        return new JsonArray(send("GET", "/__requests", ""))
                .stream()
                        .map(request -> (JsonObject) request)
                        .map(request -> request.getString("method") + " " + request.getString("path"))
                        .toList();
    }

    private String send(String method, String path, String json) {
        var admin = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(standIn.uri() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + admin)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        var answer = Exchange.of(http, request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        standIn.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
