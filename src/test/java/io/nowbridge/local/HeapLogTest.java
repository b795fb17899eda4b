package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapLogTest {

    @TempDir
    private Path directory;

    @Test
    void theMostThatACollectionSawIsThePeakAndEachIsSeenOnce() throws IOException {
        var file = Files.writeString(directory.resolve("gc.log"), """
                [0.004s][info][gc] Using Serial
                [1.234s][info][gc] GC(0) Pause Young (Allocation Failure) 68M->9M(247M) 4.321ms
                [2.345s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 123M->45M(247M) 34.567ms
                """);
        var heap = new HeapLog(file);

        assertThat(heap.peakSinceLastTime()).isEqualTo(123);
        Files.writeString(
                file,
                "[3.456s][info][gc] GC(2) Pause Young (Allocation Failure) 99M->50M(247M) 4.321ms\n",
                StandardOpenOption.APPEND);
        assertThat(heap.peakSinceLastTime()).isEqualTo(99);
        assertThat(heap.peakSinceLastTime()).isZero();
    }
}
