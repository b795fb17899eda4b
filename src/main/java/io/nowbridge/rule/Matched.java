package io.nowbridge.rule;

import io.nowbridge.anomaly.Anomaly;
import java.time.Instant;

/**
 * An anomaly, and the rule that decides about it.
 *
 * @param at when it happened what brought it here: the same for every attempt
 * @param now when this attempt began
 */
record Matched(OpeningRule rule, Anomaly anomaly, Instant at, Instant now) {

    String source() {
        return anomaly.id().source();
    }
}
