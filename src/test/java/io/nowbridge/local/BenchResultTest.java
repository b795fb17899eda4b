package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchResultTest {

    @Test
    void notesThatAreThereTwiceOrNotAtAllAreCounted() {
        var result = new BenchResult(
                4,
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                6,
                List.of("Words 0", "Words 1", "Words 1"),
                Duration.ofMillis(500));

        assertThat(result.table().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "answered with 202 4 /s",
                        "told to the tickets 2 /s",
                        "remote calls 1.50 per event",
                        "notes found 3 1 twice, 2 missing");
    }
}
