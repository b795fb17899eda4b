package io.nowbridge.lambda;

import static io.nowbridge.export.ExportFixtures.NOW;
import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.export.ExportActivity;
import io.nowbridge.export.ExportFixtures;
import io.nowbridge.export.ExportLog;
import io.nowbridge.export.InMemoryExports;
import io.nowbridge.export.InMemoryFiles;
import io.nowbridge.export.Layouts;
import io.nowbridge.export.ReadExport;
import io.nowbridge.export.Shelves;
import io.nowbridge.export.WriteExport;
import io.nowbridge.ticket.InMemoryActivityLog;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportActivityHandlerTest {

    private static final String CSV = "GET /activity.csv";
    private static final String NDJSON = "GET /activity.ndjson";
    private static final String READ = "GET /activity-exports/{exportId}";
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final int ROOM = 2_000;

    private final InMemoryActivity history = new InMemoryActivity();
    private final InMemoryActivityLog log = new InMemoryActivityLog();
    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryFiles files = new InMemoryFiles();
    private final List<String> woken = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Layouts layouts = new Layouts(new InMemoryConnections(), new NdjsonRows(JSON));
    private final ExportLog exportLog = new ExportLog(log, CLOCK);
    private final Shelves shelves = new Shelves(files, Optional.empty());

    private final ExportActivityHandler handler = new ExportActivityHandler(
            new HttpEdge(JSON),
            new ExportActivity(
                    history,
                    layouts,
                    exports,
                    this::wake,
                    exportLog,
                    CLOCK,
                    () -> "export-" + ids.incrementAndGet(),
                    new ExportActivity.Room(ROOM, Duration.ofSeconds(10))),
            new ReadExport(exports, shelves, CLOCK, Duration.ofMinutes(15)),
            new ExportParser(new ActivityParser(CLOCK)));

    @Test
    void whatFitsIsAnsweredAsAFileWithATellingName() {
        entries(1);

        var answer = handle(Request.on(CSV).query("timeZone", "Europe/Berlin").query("bom", "true"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeaders())
                .containsEntry("content-type", "text/csv; charset=utf-8")
                .containsEntry(
                        "content-disposition", "attachment; filename=\"sync-activity-log_2025-12-29_2026-01-05.csv\"");
        assertThat(text(answer)).startsWith("\uFEFFTime (Europe/Berlin),").contains("2026-01-05 09:59:00.000,");
    }

    @Test
    void ndjsonIsOneEntryOfTheApiOnEachLine() {
        entries(2);

        var lines = text(handle(Request.on(NDJSON))).split("\n", -1);

        assertThat(lines).hasSize(3).endsWith("");
        assertThat(json(lines[0]).at("/startedBy").asText()).isEqualTo("maria");
        assertThat(json(lines[1]).at("/operation").asText()).isEqualTo("status-update");
    }

    @Test
    void onlyWhatIsWantedIsInIt() {
        entries(1);

        var answer = handle(Request.on(NDJSON).query("operation", "order"));

        assertThat(text(answer)).isEmpty();
    }

    @Test
    void whoTookEntriesOutOfTheLogIsInTheLog() {
        entries(2);

        handle(Request.on(CSV));

        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo(Operation.EXPORT);
            assertThat(entry.counts().done()).isEqualTo(2);
        });
    }

    @Test
    void whatDoesNotFitIsWrittenBehindTheAnswerAndThenHandedOutByALink() {
        entries(50);

        var answer = handle(Request.on(NDJSON));
        var before = read("export-1");
        new WriteExport(history, layouts, exports, this::wake, exportLog, shelves, CLOCK, ROOM)
                .run("export-1", Duration.ofSeconds(10))
                .await()
                .indefinitely();
        var after = read("export-1");

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getHeaders()).containsEntry("location", "/activity-exports/export-1");
        assertThat(json(answer)).isEqualTo(json("{\"id\": \"export-1\", \"state\": \"under-way\", \"entries\": 0}"));
        assertThat(woken).containsExactly("export-1");
        assertThat(json(before)).isEqualTo(json(answer));
        assertThat(json(after)).isEqualTo(json("""
                        {"id": "export-1", "state": "ready", "entries": 50, "file": {
                          "url": "https://files.example/exports/export-1/sync-activity-log_2025-12-29_2026-01-05.ndjson?until=2026-01-05T09:15:00Z",
                          "expiresAt": "2026-01-05T09:15:00Z"}}"""));
    }

    @Test
    void anExportThatIsNotThereIsNotFound() {
        assertThat(read("export-7").getStatusCode()).isEqualTo(404);
    }

    @Test
    void anIdThatNoExportCanHaveIsNotLookedFor() {
        var tooLong = "x".repeat(65);
        exports.add(ExportFixtures.export(tooLong)).await().indefinitely();

        assertThat(read(tooLong).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"timeZone,Berlin", "timeZone,+01:00", "bom,yes", "operation,dance", "from,yesterday"})
    void aParameterThatNobodyKnowsIsRefusedNamingIt(String name, String value) {
        var answer = handle(Request.on(CSV).query(name, value));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, NDJSON, READ})
    void membersTakeNothingOutOfTheLog(String route) {
        var answer =
                handle(Request.on(route).path(Map.of("exportId", "export-1")).by("[member]"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
    }

    private void entries(int count) {
        for (var number = 0; number < count; number++) {
            history.record(ExportFixtures.entry("entry-" + number)).await().indefinitely();
        }
    }

    private Uni<Void> wake(String id) {
        return Uni.createFrom().voidItem().invoke(() -> woken.add(id));
    }

    private APIGatewayV2HTTPResponse read(String id) {
        return handle(Request.on(READ).path(Map.of("exportId", id)));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }

    private static String text(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getIsBase64Encoded()).isTrue();
        return new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8);
    }
}
