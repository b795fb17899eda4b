package io.nowbridge.rule;

import io.nowbridge.anomaly.Anomaly;
import java.time.Instant;

/** An anomaly, and the rule that decides about it. */
record Matched(OpeningRule rule, Anomaly anomaly, Instant at) {

    String source() {
        return anomaly.id().source();
    }
}
