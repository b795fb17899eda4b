package io.nowbridge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.export.ExportFiles;
import io.nowbridge.export.Upload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every place for files does. */
abstract class FilesContract {

    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private static final String NAME = "exports/one/sync-activity-log.csv";
    private static final byte[] LARGE = large('a');
    private static final byte[] OTHER = large('b');
    private static final byte[] LAST = "the end".getBytes(StandardCharsets.UTF_8);

    /** The place, with nothing in it. */
    abstract ExportFiles files();

    /** What whoever has a link finds there. */
    abstract Optional<byte[]> read(URI link);

    @Test
    void aFileIsItsPartsInTheirOrder() {
        var upload = begin();
        var tags = List.of(part(upload, 1, LARGE), part(upload, 2, OTHER), part(upload, 3, LAST));

        finish(upload, tags);

        assertThat(read(link(upload)))
                .hasValueSatisfying(bytes -> assertThat(bytes)
                        .startsWith(LARGE)
                        .endsWith(LAST)
                        .hasSize(LARGE.length + OTHER.length + LAST.length));
    }

    @Test
    void aFileMayBeEmpty() {
        var upload = begin();

        finish(upload, List.of(part(upload, 1, new byte[0])));

        assertThat(read(link(upload)))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    }

    @Test
    void nobodySeesAFileThatIsNotFinished() {
        var upload = begin();
        part(upload, 1, LAST);

        assertThat(read(link(upload))).isEmpty();
    }

    @Test
    void aPartThatIsWrittenAgainTakesThePlaceOfTheFirst() {
        var upload = begin();
        part(upload, 1, OTHER);
        var tags = List.of(part(upload, 1, LARGE), part(upload, 2, LAST));

        finish(upload, tags);

        assertThat(read(link(upload)))
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).startsWith(LARGE).endsWith(LAST).hasSize(LARGE.length + LAST.length));
    }

    @Test
    void aPartThatIsNotTheOneThatWasNotedMakesNoFile() {
        var upload = begin();
        var noted = part(upload, 1, LARGE);
        part(upload, 1, OTHER);

        assertThatThrownBy(() -> finish(upload, List.of(noted))).isInstanceOf(RuntimeException.class);
        assertThat(read(link(upload))).isEmpty();
    }

    @Test
    void whatIsFinishedStaysSoWhenItIsFinishedAgain() {
        var upload = begin();
        var tags = List.of(part(upload, 1, LAST));
        finish(upload, tags);

        finish(upload, tags);

        assertThat(read(link(upload)))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(LAST));
    }

    @Test
    void whatIsGivenUpNeverBecomesAFile() {
        var upload = begin();
        var tags = List.of(part(upload, 1, LAST));

        abandon(upload);
        abandon(upload);

        assertThatThrownBy(() -> finish(upload, tags)).isInstanceOf(RuntimeException.class);
        assertThat(read(link(upload))).isEmpty();
    }

    @Test
    void eachRestIsThereAsItWasKept() {
        var upload = begin();
        files().keepRest(upload, 1, LAST).await().indefinitely();
        files().keepRest(upload, 2, new byte[0]).await().indefinitely();

        assertThat(files().rest(upload, 1).await().indefinitely()).isEqualTo(LAST);
        assertThat(files().rest(upload, 2).await().indefinitely()).isEmpty();
    }

    final Upload begin() {
        return files().begin(NAME, "text/csv; charset=utf-8").await().indefinitely();
    }

    final URI link(Upload upload) {
        return files().link(upload, NOW.plusSeconds(900)).await().indefinitely();
    }

    final String part(Upload upload, int number, byte[] bytes) {
        return files().part(upload, number, bytes).await().indefinitely();
    }

    final void finish(Upload upload, List<String> tags) {
        files().finish(upload, tags).await().indefinitely();
    }

    private void abandon(Upload upload) {
        files().abandon(upload).await().indefinitely();
    }

    private static byte[] large(char letter) {
        var bytes = new byte[ExportFiles.SMALLEST_PART];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }
}
