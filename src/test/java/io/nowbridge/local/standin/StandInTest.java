package io.nowbridge.local.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInTest {

    private static final AtomicInteger HANDLED = new AtomicInteger();
    private static final AtomicInteger RESETS = new AtomicInteger();
    private static final String ANSWER = "{\"result\":\"0123456789\"}";

    private static Vertx vertx;
    private static StandIn standIn;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        client = HttpClient.newHttpClient();
        standIn = StandIn.start(
                vertx,
                0,
                InstantSource.fixed(Instant.parse("2026-01-05T09:00:00Z")),
                RESETS::incrementAndGet,
                context -> {
                    HANDLED.incrementAndGet();
                    context.response().setStatusCode(201).end(ANSWER);
                });
    }

    @AfterEach
    void clear() throws Exception {
        send("DELETE", "/__faults", "");
        send("DELETE", "/__requests", "");
        HANDLED.set(0);
    }

    @AfterAll
    static void stop() {
        standIn.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aStatusIsAnsweredWithItsHeadersAndBodyWithoutHandling() throws Exception {
        arm("{'fault':'status','status':429,'headers':{'Retry-After':'7'},'body':{'error':'slow down'}}");

        var answer = send("POST", "/records", "{}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.body()).isEqualTo("{\"error\":\"slow down\"}");
        assertThat(HANDLED).hasValue(0);
    }

    @Test
    void aFaultStrikesOnceUnlessToldOtherwise() throws Exception {
        arm("{'fault':'status','status':503}");

        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(201);
    }

    @Test
    void aFaultStrikesAsOftenAsItsTimesSay() throws Exception {
        arm("{'fault':'status','status':503,'times':2}");

        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(201);
    }

    @Test
    void aFaultWithoutEndStrikesUntilCleared() throws Exception {
        arm("{'fault':'status','status':503,'times':0}");

        for (var i = 0; i < 3; i++) {
            assertThat(send("GET", "/a", "").statusCode()).isEqualTo(503);
        }
        send("DELETE", "/__faults", "");
        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/now, /api/now/table/incident, 503",
        "/api/now, /api/later, 201",
        "/api/*/incident, /api/now/table/incident, 503",
        "/api/*/incident, /api/now/table/incident/123, 201",
        "/api/*/incident*, /api/now/table/incident/123, 503",
    })
    void aPathIsAPrefixOrAPattern(String path, String called, int status) throws Exception {
        arm("{'match':{'path':'%s'},'fault':'status','status':503}".formatted(path));

        assertThat(send("GET", called, "").statusCode()).isEqualTo(status);
    }

    @Test
    void aFaultForOneMethodSparesTheOthers() throws Exception {
        arm("{'match':{'method':'POST'},'fault':'status','status':503}");

        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(201);
        assertThat(send("POST", "/a", "").statusCode()).isEqualTo(503);
    }

    @Test
    void aFaultForOneHeaderSparesRequestsWithoutIt() throws Exception {
        arm("{'match':{'header':{'name':'X-Amz-Target','value':'PutItem'}},'fault':'status','status':503}");

        assertThat(send("POST", "/", "").statusCode()).isEqualTo(201);
        var put = request("POST", "/", "").setHeader("X-Amz-Target", "PutItem").build();
        assertThat(client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(503);
    }

    @Test
    void aResetCutsTheConnectionWithoutHandling() throws Exception {
        arm("{'match':{'method':'POST'},'fault':'reset'}");

        assertThatThrownBy(() -> send("POST", "/a", "{}")).isInstanceOf(IOException.class);
        assertThat(HANDLED).hasValue(0);
    }

    @Test
    void aDroppedAnswerIsStillAWriteThatHappened() throws Exception {
        arm("{'match':{'method':'POST'},'fault':'drop-after-write'}");

        assertThatThrownBy(() -> send("POST", "/a", "{}")).isInstanceOf(IOException.class);
        assertThat(HANDLED).hasValue(1);
    }

    @Test
    void aTruncatedAnswerIsHandledAndBreaksOffHalfWay() throws Exception {
        arm("{'match':{'method':'POST'},'fault':'truncate'}");

        var answer = client.send(request("POST", "/a", "{}").build(), HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(ANSWER.length());
        try (var body = answer.body()) {
            assertThat(body.readNBytes(ANSWER.length() / 2))
                    .asString()
                    .isEqualTo(ANSWER.substring(0, ANSWER.length() / 2));
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
        assertThat(HANDLED).hasValue(1);
    }

    @Test
    void aStatusAfterWriteHidesAWriteThatHappened() throws Exception {
        arm("{'fault':'status-after-write','status':403,'body':'denied'}");

        var answer = send("POST", "/a", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("denied");
        assertThat(HANDLED).hasValue(1);
    }

    @Test
    void aHibernatingInstanceAnswersAPageUnderStatus200() throws Exception {
        arm("{'fault':'html'}");

        var answer = send("POST", "/a", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("hibernating");
        assertThat(HANDLED).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"delay, 0", "delay-after-write, 1"})
    void aDelayComesBeforeOrAfterTheWrite(String kind, int handledMeanwhile) throws Exception {
        arm("{'match':{'path':'/slow'},'fault':'%s','delayMs':60000}".formatted(kind));
        var slow = client.sendAsync(request("POST", "/slow", "{}").build(), HttpResponse.BodyHandlers.ofString());

        // A second request to the same event loop is answered once the first has been taken in.
        awaitReceived("/slow");

        assertThat(slow).isNotDone();
        awaitHandled(handledMeanwhile);
        slow.cancel(true);
    }

    @Test
    void aShortDelayEndsInTheUsualAnswer() throws Exception {
        arm("{'fault':'delay','delayMs':20}");
        assertThat(send("POST", "/a", "{}").body()).isEqualTo(ANSWER);

        arm("{'fault':'delay-after-write','delayMs':20}");
        var late = send("POST", "/a", "{}");
        assertThat(late.statusCode()).isEqualTo(201);
        assertThat(late.body()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault':'explode'}|fault must be one of status, delay,",
                "{'fault':'status'}|status needs a status",
                "{'fault':'status','status':'500'}|status must be a whole number",
                "{'fault':'status','status':42}|status must be between 200 and 599",
                "{'fault':'reset','tmies':3}|tmies is not known",
                "{'fault':'reset','match':{'verb':'GET'}}|match.verb is not known",
                "not json|Failed to decode",
            })
    void aFaultThatCannotBeMeantIsRefusedInWords(String fault, String words) throws Exception {
        var answer = send("POST", "/__faults", fault.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("error")).contains(words);
    }

    @Test
    void whatWasReceivedIsListedWithoutSecrets() throws Exception {
        var request = request("POST", "/a/b?c=d&token=hush", "grant_type=password&password=hush&x=1")
                .header("Authorization", "Basic aHVzaA==");
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());

        var received = new JsonArray(send("GET", "/__requests", "").body()).getJsonObject(0);

        assertThat(received.getString("time")).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(received.getString("method")).isEqualTo("POST");
        assertThat(received.getString("path")).isEqualTo("/a/b");
        assertThat(received.getString("query")).isEqualTo("c=d&token=(redacted)");
        assertThat(received.getString("body")).isEqualTo("grant_type=password&password=(redacted)&x=1");
        assertThat(received.toString()).doesNotContain("aHVzaA");
    }

    @Test
    void theListOfWhatWasReceivedCanBeEmptied() throws Exception {
        send("GET", "/a", "");

        send("DELETE", "/__requests", "");

        assertThat(send("GET", "/__requests", "").body()).isEqualTo("[]");
    }

    @Test
    void aStruckRequestIsListedOnce() throws Exception {
        arm("{'fault':'status-after-write','status':500}");

        send("POST", "/a", "{}");

        assertThat(new JsonArray(send("GET", "/__requests", "").body())).hasSize(1);
    }

    @Test
    void armedFaultsAreListed() throws Exception {
        arm("{'match':{'method':'GET','path':'/a'},'fault':'reset','times':3}");

        var armed = new JsonArray(send("GET", "/__faults", "").body()).getJsonObject(0);

        assertThat(armed.getString("fault")).isEqualTo("reset");
        assertThat(armed.getInteger("times")).isEqualTo(3);
    }

    @Test
    void aResetRequestRestoresTheSeed() throws Exception {
        var before = RESETS.get();

        assertThat(send("POST", "/__reset", "").statusCode()).isEqualTo(204);

        assertThat(RESETS).hasValue(before + 1);
    }

    private static void arm(String fault) throws Exception {
        var answer = send("POST", "/__faults", fault.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static void awaitReceived(String path) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!send("GET", "/__requests", "").body().contains(path)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static void awaitHandled(int count) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (HANDLED.get() < count) {
            send("GET", "/__faults", "");
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(HANDLED).hasValue(count);
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(standIn.uri() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
}
