package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often distributors are asked how orders stand, and for how long. A pause is half as long as nothing has happened. */
@ConfigMapping(prefix = "nowbridge.orders.follow")
interface FollowConfig {

    /** The shortest pause between two requests about an order: after it was placed, and while its parcels leave. */
    @WithDefault("15m")
    Duration soonest();

    /** The longest pause while an order waits to be shipped, or for somebody at the distributor. */
    @WithDefault("6h")
    Duration settling();

    /** The longest pause when all has left, and bills or tracking numbers are missing. */
    @WithDefault("12h")
    Duration billing();

    /** The longest pause while something is not in stock, and nobody says when it will be. */
    @WithDefault("24h")
    Duration waiting();

    /** The longest pause if somebody does: it is half the time until then. */
    @WithDefault("72h")
    Duration farthest();

    /** How long the distributor may not know an order that it has taken, before a person has to find out. */
    @WithDefault("24h")
    Duration patience();

    /** How long after the last parcel bills are waited for; then nothing more is. */
    @WithDefault("30d")
    Duration bills();

    /** How old an order may be that is over and asked about all the same, where the template follows all. */
    @WithDefault("365d")
    Duration memory();

    /** How many orders a tick wakes at most. The budget of the template allows for less where it is small. */
    @WithDefault("300")
    int wakeAtOnce();
}
