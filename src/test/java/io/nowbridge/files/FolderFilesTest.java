package io.nowbridge.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.export.ExportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTest extends FilesContract {

    @TempDir
    private Path folder;

    private FolderFiles files;
    private Links links;

    @BeforeEach
    void begins() {
        files = new FolderFiles(folder, new Random(7));
        links = new Links(folder);
    }

    @Override
    ExportFiles files() {
        return files;
    }

    @Override
    Optional<byte[]> read(URI link) {
        try {
            var file = links.file(token(link), NOW).filter(Files::exists);
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLinkEndsAtItsTime() throws IOException {
        var upload = begin();
        finish(upload, List.of(part(upload, 1, new byte[] {1})));
        var token = token(link(upload));

        assertThat(links.file(token, NOW.plusSeconds(899))).isPresent();
        assertThat(links.file(token, NOW.plusSeconds(900))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../exports", "0123456789abcdef0123456789abcdef", "%2e%2e"})
    void whatIsNoTokenLeadsNowhere(String token) throws IOException {
        link(begin());

        assertThat(links.file(token, NOW)).isEmpty();
    }

    private static String token(URI link) {
        return link.getPath().substring(Links.PATH.length());
    }
}
