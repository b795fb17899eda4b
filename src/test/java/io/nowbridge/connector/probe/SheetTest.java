package io.nowbridge.connector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Line FIRST = Line.of("first");
    private static final Line SECOND = new Line("second", "incident");

    private final Sheet sheet = new Sheet(List.of(FIRST, SECOND));

    @Test
    void checksComeInTheOrderPlannedWhicheverWasMadeFirst() {
        sheet.enter(SECOND, SECOND.passed("fine"));
        sheet.enter(FIRST, FIRST.passed("fine"));

        assertThat(sheet.checks()).containsExactly(FIRST.passed("fine"), SECOND.passed("fine"));
    }

    @Test
    void whatIsKnownByNowReplacesWhatWasKnownBefore() {
        sheet.enter(FIRST, FIRST.skipped("under way"));
        sheet.enter(FIRST, FIRST.passed("done"));

        assertThat(sheet.checks()).containsExactly(FIRST.passed("done"));
    }

    @Test
    void whatRestsOnAFailureNamesIt() {
        sheet.skipRestOf(new Line("read", "incident"));

        assertThat(sheet.checks())
                .hasSize(2)
                .allMatch(check -> check.cause().equals("Not looked at: it rests on read of incident, which failed."));
    }

    @Test
    void workThatTakesTooLongIsToldWithWhatItFoundSoFar() {
        sheet.enter(FIRST, FIRST.passed("fine"));

        var checks = sheet.filledBy(Uni.createFrom().nothing(), Duration.ofMillis(10))
                .await()
                .indefinitely();

        assertThat(checks).first().isEqualTo(FIRST.passed("fine"));
        assertThat(checks).last().extracting(Check::cause).asString().contains("had passed");
    }

    @Test
    void workThatBreaksOffIsToldWithWhatItFoundSoFar() {
        sheet.enter(FIRST, FIRST.passed("fine"));
        var bug = Uni.createFrom().<Void>failure(new IllegalStateException("a bug"));

        var checks = sheet.filledBy(bug, Duration.ofSeconds(10)).await().indefinitely();

        assertThat(checks).first().isEqualTo(FIRST.passed("fine"));
        assertThat(checks).last().extracting(Check::cause).asString().contains("Nowbridge itself failed");
    }
}
