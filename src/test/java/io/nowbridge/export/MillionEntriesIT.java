package io.nowbridge.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillionEntriesIT {

    @TempDir
    private Path folder;

    @Test
    void aMillionEntriesPassThroughAHeapOf64MegabytesEachOnce() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionEntries.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("Ended");
        try (var lines =
                Files.lines(folder.resolve(ExportFixtures.export("million").file()))) {
            assertThat(lines.count()).isEqualTo(1 + MillionEntries.ENTRIES);
        }
    }
}
