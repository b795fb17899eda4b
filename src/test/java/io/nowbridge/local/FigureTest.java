package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aFigureWithinItsTargetIsMet() {
        var line = Figure.table(List.of(Figure.atMost("calls", 0.0123, 0.02, "")));

        assertThat(line.split(" {2,}")).containsExactly("", "calls", "0.0123", "at most 0.0200", "met");
    }

    @Test
    void aFigureBeyondItsTargetIsMissed() {
        assertThat(Figure.atMost("wall", 20.1, 20, " s").met()).isFalse();
        assertThat(Figure.atLeast("times", 19.9, 20, "").met()).isFalse();
        assertThat(Figure.table(List.of(Figure.atMost("wall", 20.1, 20, " s")))).endsWith("target missed");
    }

    @Test
    void aFigureAtItsTargetIsMet() {
        assertThat(Figure.atMost("wall", 20, 20, " s").met()).isTrue();
        assertThat(Figure.atLeast("times", 20, 20, "").met()).isTrue();
    }

    @Test
    void aFigureThatIsNoNumberIsMissed() {
        assertThat(Figure.atMost("none", Double.NaN, 1, "").met()).isFalse();
    }

    @Test
    void whatOthersAreMeasuredByHasNoTarget() {
        assertThat(Figure.table(List.of(Figure.beside("calls", 12_345, "")))).endsWith("12,345");
    }
}
