package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a repeat waits for the first request, and for what the first request left. */
@ConfigMapping(prefix = "nowbridge.create-ticket")
interface CreateTicketConfig {

    /** How often a repeat asks again whether the first is done; 0 answers 409 at once. */
    @WithDefault("15")
    int patience();

    /** How long it waits in between. */
    @WithDefault("200ms")
    Duration pause();

    /**
     * How long after it was announced a write that was not answered may still be carried out: until then a repeat looks for
     * its ticket, but opens none. The function may send it until the end of its 29 s, and ServiceNow cuts a transaction at
     * 60 s.
     */
    @WithDefault("95s")
    Duration settling();
}
