package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.export.Upload;
import io.nowbridge.files.FolderFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path folder;

    private FolderFiles files;
    private Upload upload;

    @BeforeEach
    void aFileIsExported() {
        files = new FolderFiles(folder, new Random(7));
        upload = files.begin("exports/one/log.csv", "text/csv").await().indefinitely();
        var tag = files.part(upload, 1, "a,b".getBytes(StandardCharsets.UTF_8))
                .await()
                .indefinitely();
        files.finish(upload, List.of(tag)).await().indefinitely();
    }

    @Test
    void aLinkGivesTheFileUnderItsName() throws IOException {
        var link = files.link(upload, NOW.plusSeconds(1)).await().indefinitely();

        var reply = downloads().answer(link.getPath());

        assertThat(downloads().isAsked("GET", link.getPath())).isTrue();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("content-disposition", "attachment; filename=\"log.csv\"");
        assertThat(reply.body().toString()).isEqualTo("a,b");
    }

    @Test
    void aLinkThatIsOverGivesNothing() throws IOException {
        var link = files.link(upload, NOW).await().indefinitely();

        assertThat(downloads().answer(link.getPath()).status()).isEqualTo(403);
    }

    @Test
    void nothingElseIsADownload() {
        assertThat(downloads().isAsked("GET", "/activity.csv")).isFalse();
        assertThat(downloads().isAsked("POST", "/__exports/0123456789abcdef0123456789abcdef"))
                .isFalse();
    }

    private Downloads downloads() {
        return new Downloads(folder, InstantSource.fixed(NOW));
    }
}
