package io.nowbridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

    // The middle of what chance can bring: no pause is shortened or lengthened.
    private final Pauses pauses = new Pauses(() -> Long.MIN_VALUE, Duration.ofMinutes(3));

    @Test
    void thePausesGrowToTheLongestThatIsAllowedAndTheTriesStayAsMany() {
        var all = IntStream.rangeClosed(1, 18).mapToObj(pauses::after).toList();

        assertThat(all.subList(0, 5))
                .extracting(Optional::orElseThrow)
                .extracting(Duration::toString)
                .containsExactly("PT30S", "PT1M", "PT2M", "PT3M", "PT3M");
        assertThat(all.get(16)).contains(Duration.ofMinutes(3));
        assertThat(all.get(17)).isEmpty();
    }
}
