package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    @Test
    void allOrTheNamedOnesAreOrdered() {
        assertThat(order("--all")).isEqualTo(Map.of("all", true));
        assertThat(order("--id", "one", "--id", "two")).isEqualTo(Map.of("ids", List.of("one", "two")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--all --id one"})
    void neitherOrBothIsAskedBack(String line) {
        assertThatThrownBy(() -> order(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--all, or --id");
    }

    private static Map<String, Object> order(String... line) {
        return Replay.order(Arguments.read(List.of(line), Set.of("id"), Set.of("all")));
    }
}
