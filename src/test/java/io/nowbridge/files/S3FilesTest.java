package io.nowbridge.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.export.ExportFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3FilesTest extends FilesContract {

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    private FakeS3 s3;
    private S3AsyncClient client;
    private S3Presigner presigner;
    private S3Files files;

    @BeforeEach
    void anEmptyBucket() throws IOException {
        s3 = new FakeS3();
        client = S3AsyncClient.builder()
                .endpointOverride(s3.uri())
                .region(Region.EU_CENTRAL_1)
                // As over TLS, where bodies need no signature and so no frames for one.
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(true)
                        .chunkedEncodingEnabled(false)
                        .build())
                .credentialsProvider(CREDENTIALS)
                // As serverless/template.yaml says in AWS_REQUEST_CHECKSUM_CALCULATION.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
        presigner = S3Presigner.builder()
                .endpointOverride(s3.uri())
                .region(Region.EU_CENTRAL_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(CREDENTIALS)
                .build();
        files = new S3Files(() -> client, () -> presigner, "bucket", InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        client.close();
        presigner.close();
        s3.close();
    }

    @Override
    ExportFiles files() {
        return files;
    }

    @Override
    Optional<byte[]> read(URI link) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLinkIsSignedForAQuarterOfAnHourAndNamesTheFile() {
        var upload = begin();
        finish(upload, List.of(part(upload, 1, new byte[] {1})));

        assertThat(link(upload).toString())
                .contains("X-Amz-Expires=900", "X-Amz-Signature=", "response-content-disposition=attachment")
                .contains("sync-activity-log.csv");
    }

    // S3 would compare them with what the upload was begun with, part by part; MD5 and ETags do without.
    @Test
    void noOtherChecksumsAreSentThanThoseThatTheETagsAreMadeOf() {
        var upload = begin();
        finish(upload, List.of(part(upload, 1, new byte[] {1})));

        assertThat(s3.headers())
                .contains("content-md5")
                .noneMatch(header -> header.startsWith("x-amz-checksum") || header.startsWith("x-amz-sdk-checksum"));
    }
}
