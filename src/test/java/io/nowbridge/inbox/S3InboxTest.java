package io.nowbridge.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.inbox.Inbox.Arrival;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Against as much of S3 as an inbox needs. Source: S3 API reference, ListObjectsV2 and GetObject. */
class S3InboxTest {

    private static final String FIRST_PAGE = """
            <ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>more</NextContinuationToken>
            <Contents><Key>supplier/</Key><LastModified>2026-01-07T06:00:00.000Z</LastModified><ETag>"0"</ETag><Size>0</Size></Contents>
            <Contents><Key>supplier/a.zip</Key><LastModified>2026-01-04T06:00:00.000Z</LastModified><ETag>"1"</ETag><Size>3</Size></Contents>
            </ListBucketResult>""";
    private static final String SECOND_PAGE = """
            <ListBucketResult><IsTruncated>false</IsTruncated>
            <Contents><Key>supplier/b.zip</Key><LastModified>2026-01-05T06:00:00.000Z</LastModified><ETag>"2"</ETag><Size>5</Size></Contents>
            </ListBucketResult>""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer server;
    private S3AsyncClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        client = S3AsyncClient.builder()
                .endpointOverride(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void theNewestFileUnderThePrefixIsFoundOverAllPages() {
        var arrival = newest();

        assertThat(arrival).contains(new Arrival("b.zip", Instant.parse("2026-01-05T06:00:00Z"), 5, "\"2\""));
        assertThat(asked).hasSize(2).allMatch(query -> query.contains("prefix=supplier%2F"));
    }

    @Test
    void itIsFetchedAsItWasSeen() throws IOException {
        var seen = newest().orElseThrow();

        try (var copy = inbox(100).fetch(seen).await().atMost(Duration.ofSeconds(30))) {
            assertThat(copy.file()).hasContent("bytes");
        }

        assertThat(asked.getLast()).isEqualTo("/bucket/supplier/b.zip if \"2\"");
    }

    @Test
    void aFileThatAnotherHasReplacedIsNotTheOneThatWasSeen() {
        var seen = newest().orElseThrow();
        status = 412;

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> inbox(100).fetch(seen).await().atMost(Duration.ofSeconds(30)))
                .withMessageContaining("was replaced");
    }

    @Test
    void aFileBeyondTheLimitIsNotFetched() {
        var seen = newest().orElseThrow();

        assertThatExceptionOfType(ConnectedSystemException.Unintelligible.class)
                .isThrownBy(() -> inbox(4).fetch(seen).await().atMost(Duration.ofSeconds(30)))
                .withMessageContaining("more than 4 bytes");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aBucketThatMayNotBeReadIsABusinessOfRights() {
        status = 403;

        assertThatExceptionOfType(Forbidden.class).isThrownBy(this::newest);
    }

    private Optional<Arrival> newest() {
        return inbox(100).newest().await().atMost(Duration.ofSeconds(30));
    }

    private Inbox inbox(long largest) {
        return new S3Inbox(() -> client, "bucket", "supplier/", Duration.ofSeconds(20), largest);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = String.valueOf(exchange.getRequestURI().getRawQuery());
            var isListing = query.contains("list-type=2");
            asked.add(
                    isListing
                            ? query
                            : exchange.getRequestURI().getPath() + " if "
                                    + exchange.getRequestHeaders().getFirst("If-Match"));
            var body = body(isListing, query).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String body(boolean isListing, String query) {
        if (status != 200) {
            return "<Error><Code>Refused</Code><Message>no</Message></Error>";
        }
        if (!isListing) {
            return "bytes";
        }
        return query.contains("continuation-token=more") ? SECOND_PAGE : FIRST_PAGE;
    }
}
