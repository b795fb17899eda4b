package io.nowbridge.dynamodb;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The names of the tables, and how long what is in them counts. */
@ConfigMapping(prefix = "nowbridge.tables")
public interface TableConfig {

    String connections();

    String credentials();

    String claims();

    String links();

    String activity();

    String templates();

    String anomalies();

    String updates();

    String rules();

    String access();

    String products();

    String orders();

    /**
     * How long a claim on a request lasts. Shorter than the time limit of {@code createTicket} (29 s), two could work on one
     * request; longer only makes the retry after a crash wait.
     */
    @WithDefault("PT40S")
    Duration claimLease();

    /** How long a completed request is remembered; a repeat after that opens another ticket. */
    @WithDefault("P1D")
    Duration requestMemory();

    /**
     * How long a request is remembered whose write may have left a ticket that nobody has found since. A repeat within that
     * time looks for it; after that it is another request.
     */
    @WithDefault("P30D")
    Duration leftMemory();

    /** How long the Sync Activity Log keeps an entry. Another value is for those that are written from then on. */
    @WithDefault("P400D")
    Duration activityMemory();

    /** How long a product synchronisation is remembered after its end, and what a catalogue consisted of. What is known to be at the desks is for good. */
    @WithDefault("P90D")
    Duration productMemory();

    /** How long an order is remembered once nothing more is to come of it, and what a template saw when it looked last. */
    @WithDefault("P400D")
    Duration orderMemory();
}
