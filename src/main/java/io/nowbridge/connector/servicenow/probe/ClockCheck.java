package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.setup.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Compares our clock with the instance's. */
final class ClockCheck {

    static final Line LINE = Line.of("clock");

    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final Remedy SET = Remedy.ofOperator(
            "Have the clock of the machine that runs Nowbridge set by NTP; if it is, tell whoever runs"
                    + " the instance.");

    private ClockCheck() {}

    static Check of(Instant ours, Optional<Instant> theirs) {
        return theirs.map(instant -> of(Duration.between(ours, instant)))
                .orElseGet(() -> LINE.skipped("The answer bore no date."));
    }

    private static Check of(Duration ahead) {
        var apart = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " ours";
        return ahead.abs().compareTo(TOLERANCE) < 0
                ? LINE.passed("The instance's clock is " + apart + ".")
                : LINE.failed(
                        "The instance's clock is " + apart
                                + ": tokens are taken for expired, and changes are looked for at the wrong time.",
                        SET);
    }
}
