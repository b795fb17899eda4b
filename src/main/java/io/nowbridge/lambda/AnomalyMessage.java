package io.nowbridge.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.anomaly.AnomalyId;
import java.io.UncheckedIOException;

/**
 * A message of the queue {@code anomaly-events}: which event of which anomaly waits to be followed. The event itself is in
 * the store.
 */
record AnomalyMessage(AnomalyId anomaly, String event) {

    /** Reads {@code {"source": "default", "anomaly": "824", "event": "..."}}. */
    static AnomalyMessage parse(String body, ObjectMapper json) {
        try {
            var message = json.readTree(body);
            return new AnomalyMessage(
                    new AnomalyId(
                            message.required("source").textValue(),
                            message.required("anomaly").textValue()),
                    message.required("event").textValue());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
