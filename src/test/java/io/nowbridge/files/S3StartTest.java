package io.nowbridge.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.export.ExportFiles;
import io.nowbridge.export.Shelves;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The places for files in a running application that is configured with buckets. */
@QuarkusTest
@TestProfile(S3StartTest.WithBuckets.class)
class S3StartTest {

    @Inject
    Shelves shelves;

    /** Configured as when deployed, but for where S3 is. */
    public static final class WithBuckets implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RunningS3.class));
        }
    }

    public static final class RunningS3 implements QuarkusTestResourceLifecycleManager {

        private final FakeS3 s3 = started();

        private static FakeS3 started() {
            try {
                return new FakeS3();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "nowbridge.exports.bucket", "exports",
                    "nowbridge.exports.archive-bucket", "archive",
                    "quarkus.s3.endpoint-override", s3.uri().toString(),
                    "quarkus.s3.path-style-access", "true",
                    "quarkus.s3.chunked-encoding", "false",
                    "quarkus.s3.aws.region", "eu-central-1",
                    "quarkus.s3.aws.credentials.type", "static",
                    "quarkus.s3.aws.credentials.static-provider.access-key-id", "test",
                    "quarkus.s3.aws.credentials.static-provider.secret-access-key", "test");
        }

        @Override
        public void stop() {
            s3.close();
        }
    }

    @Test
    void theApplicationsClientsWriteAndSign() {
        var link = written(shelves.downloads());

        assertThat(link).contains("/exports/a/b.csv?").contains("X-Amz-Signature=");
    }

    @Test
    void theArchiveIsAnotherBucket() {
        assertThat(written(shelves.archive().orElseThrow())).contains("/archive/a/b.csv?");
    }

    private static String written(ExportFiles files) {
        var time = Duration.ofSeconds(20);
        var upload = files.begin("a/b.csv", "text/csv").await().atMost(time);
        var tag = files.part(upload, 1, new byte[] {1}).await().atMost(time);
        files.finish(upload, List.of(tag)).await().atMost(time);
        return files.link(upload, Instant.now().plusSeconds(60))
                .await()
                .atMost(time)
                .toString();
    }
}
