package io.nowbridge.rule;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Counts what each rule opens in each hour. */
public interface StormBrake {

    /**
     * Whether {@code opening} is one of the first {@code most} that the rule opens in the hour in which it was asked for
     * first. Asked again, within the next month, the answer is the same.
     *
     * @param opening what is to be opened, by a name of which there is one ticket
     */
    Uni<Place> place(RuleId rule, String opening, int most, Instant now);

    /**
     * The place of an opening.
     *
     * @param hour the beginning of the hour that it counts in
     */
    record Place(Instant hour, boolean within) {}
}
