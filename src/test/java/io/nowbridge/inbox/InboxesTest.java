package io.nowbridge.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.inbox.Inbox.Arrival;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxesTest {

    private static final ConnectionId SUPPLIER = new ConnectionId("supplier");
    private static final Instant MORNING = Instant.parse("2026-01-05T06:00:00Z");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "bucket", "sftp://host"})
    void noOtherPlaceIsKnown(String place) {
        assertThatIllegalArgumentException().isThrownBy(() -> TestInboxes.in(vertx, URI.create(place)));
    }

    @Test
    void whatIsAskedWithAFilesPathIsNotPartOfItsName() {
        assertThat(WebFile.open("/exports/prices.csv?signature=secret/x").name())
                .isEqualTo("prices.csv");
    }

    @Nested
    class InAFolder {

        @TempDir
        private Path folder;

        @Test
        void nothingHasArrivedWhileThereIsNoFolder() {
            assertThat(newest(inbox())).isEmpty();
        }

        @Test
        void theNewestFileOfTheConnectionCounts() throws IOException {
            put("supplier/old.zip", "old", MORNING);
            put("supplier/new.zip", "newer", MORNING.plusSeconds(60));
            put("another/newest.zip", "newest", MORNING.plusSeconds(90));

            var arrival = newest(inbox()).orElseThrow();

            assertThat(arrival)
                    .returns("new.zip", Arrival::name)
                    .returns(MORNING.plusSeconds(60), Arrival::at)
                    .returns(5L, Arrival::bytes);
            assertThat(fetched(inbox(), arrival)).isEqualTo("newer");
            assertThat(folder.resolve("supplier/new.zip")).exists();
        }

        @Test
        void aFileThatAnotherHasReplacedIsNotTheOneThatWasSeen() throws IOException {
            put("supplier/a.zip", "old", MORNING);
            var seen = newest(inbox()).orElseThrow();
            put("supplier/a.zip", "new", MORNING.plusSeconds(1));

            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> fetched(inbox(), seen))
                    .withMessageContaining("was replaced");
        }

        private void put(String name, String content, Instant at) throws IOException {
            var file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.from(at));
        }

        private Inbox inbox() {
            return TestInboxes.in(vertx, folder.toUri()).of(SUPPLIER);
        }
    }

    @Nested
    class OnAWebServer {

        private final Map<String, String> sent = new ConcurrentHashMap<>();
        private volatile String content = "a price file";
        private volatile String tag = "\"1\"";
        private volatile int status = 200;

        private final URI server = URI.create("http://localhost:"
                + vertx.createHttpServer()
                        .requestHandler(request -> {
                            sent.put(
                                    request.method().name(), request.path() + " " + request.getHeader("Authorization"));
                            var response = request.response().setStatusCode(status);
                            if (!tag.isEmpty()) {
                                response.putHeader("ETag", tag);
                            }
                            response.putHeader("Last-Modified", "Mon, 05 Jan 2026 06:00:00 GMT")
                                    .putHeader("Content-Length", Integer.toString(content.length()));
                            if (request.method().name().equals("HEAD")) {
                                response.end();
                            } else {
                                response.end(content);
                            }
                        })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort());

        @Test
        void theFileIsAskedForUnderThePlaceWithItsOwnAuthorization() {
            var inbox = inbox();

            var arrival = newest(inbox).orElseThrow();

            assertThat(arrival).isEqualTo(new Arrival("100042.zip", MORNING, 12, "\"1\""));
            assertThat(fetched(inbox, arrival)).isEqualTo("a price file");
            assertThat(sent)
                    .containsEntry("HEAD", "/files/100042.zip Basic dTEwMDA0MjpzZWNyZXQ=")
                    .containsEntry("GET", "/files/100042.zip Basic dTEwMDA0MjpzZWNyZXQ=");
        }

        @Test
        void aCopyIsGoneOnceItIsClosed() throws IOException {
            var copy = inbox().fetch(newest(inbox()).orElseThrow()).await().atMost(Duration.ofSeconds(30));
            assertThat(copy.file()).exists();

            copy.close();

            assertThat(copy.file()).doesNotExist();
        }

        @Test
        void aFileThatIsNotThereHasNotArrived() {
            status = 404;

            assertThat(newest(inbox())).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "401, Unauthorized",
            "403, Forbidden",
            "410, Unintelligible",
            "503, Unavailable",
            "302, Unintelligible"
        })
        void aRefusalSaysWhoCanPutItRight(int refusal, String kind) {
            var seen = newest(inbox()).orElseThrow();
            status = refusal;

            var looking = catchThrowableOfType(ConnectedSystemException.class, () -> newest(inbox()));
            var fetching = catchThrowableOfType(ConnectedSystemException.class, () -> fetched(inbox(), seen));

            assertThat(looking.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(fetching.getClass().getSimpleName()).isEqualTo(kind);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"2\"", ""})
        void aFileThatAnotherHasReplacedIsNotTheOneThatWasSeen(String other) {
            var seen = newest(inbox()).orElseThrow();
            tag = other;

            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> fetched(inbox(), seen))
                    .withMessageContaining("was replaced");
        }

        @Test
        void aFileBeyondTheLimitIsNotFetchedToItsEnd() {
            content = "x".repeat((int) TestInboxes.LARGEST + 1);
            var seen = newest(inbox()).orElseThrow();

            assertThatExceptionOfType(ConnectedSystemException.Unintelligible.class)
                    .isThrownBy(() -> fetched(inbox(), seen))
                    .withMessageContaining("more than 50,000,000 bytes");
        }

        @Test
        void aLargeFileArrivesAsItWasSent() {
            content = "0123456789".repeat(2_000_000);

            var arrival = newest(inbox()).orElseThrow();

            assertThat(fetched(inbox(), arrival)).isEqualTo(content);
        }

        @Test
        void nobodyListeningPasses() {
            var inbox = TestInboxes.in(vertx, URI.create("http://localhost:1/files/"))
                    .of(SUPPLIER);

            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> newest(inbox));
        }

        @Test
        void credentialsThatAreGoneAreTheAdministratorsBusiness() {
            var inbox = TestInboxes.in(vertx, server)
                    .at(
                            server,
                            () -> Uni.createFrom().failure(new IllegalArgumentException("it has been disconnected")));

            assertThatExceptionOfType(ConnectedSystemException.Unauthorized.class)
                    .isThrownBy(() -> newest(inbox))
                    .withMessageContaining("it has been disconnected");
        }

        private Inbox inbox() {
            return TestInboxes.in(vertx, server.resolve("/files/"))
                    .of(SUPPLIER, () -> Uni.createFrom().item(WebFile.basic("/100042.zip", "u100042", "secret")));
        }
    }

    private static Optional<Arrival> newest(Inbox inbox) {
        return inbox.newest().await().atMost(Duration.ofSeconds(30));
    }

    private static String fetched(Inbox inbox, Arrival arrival) {
        try (var copy = inbox.fetch(arrival).await().atMost(Duration.ofSeconds(30));
                var file = copy.open()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
