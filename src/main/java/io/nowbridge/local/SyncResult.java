package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.CallTimes.Total;
import java.time.Duration;
import java.time.Instant;

/**
 * What a synchronisation came to.
 *
 * @param run as the API shows it
 * @param calls to ServiceNow
 * @param readUnits of DynamoDB
 * @param peakHeap in MB, of the process with the functions
 */
record SyncResult(JsonNode run, Total calls, double readUnits, int peakHeap) {

    /** From when it was wanted until it had ended. */
    Duration wall() {
        return Duration.between(
                Instant.parse(run.path("at").asText()),
                Instant.parse(run.path("endedAt").asText()));
    }

    long selected() {
        return run.at("/found/selected").asLong();
    }

    /** How many of the products that were to be written were new. */
    long created() {
        return run.at("/found/toCreate").asLong();
    }

    /** How many products were to be written. */
    long changes() {
        var found = run.path("found");
        return created()
                + found.path("toUpdate").asLong()
                + found.path("toDeactivate").asLong();
    }
}
