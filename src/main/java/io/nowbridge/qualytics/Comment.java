package io.nowbridge.qualytics;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wrote.
 *
 * @param anomaly the number of the anomaly that it is on; empty where the instance shows it with its anomaly
 */
public record Comment(
        String id, Optional<String> anomaly, Optional<Instant> created, Optional<String> author, String message) {}
