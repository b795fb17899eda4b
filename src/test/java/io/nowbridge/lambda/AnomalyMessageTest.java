package io.nowbridge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.anomaly.AnomalyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyMessageTest {

    @Test
    void aMessageNamesAnAnomalyAndItsEvent() {
        var message = AnomalyMessage.parse(
                "{\"source\": \"default\", \"anomaly\": \"824\", \"event\": \"123/2026-03-19T12:00:00Z/824\"}",
                RunningHandler.JSON);

        assertThat(message)
                .isEqualTo(new AnomalyMessage(AnomalyId.ofDefaultSource("824"), "123/2026-03-19T12:00:00Z/824"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"source\": \"default\", \"anomaly\": \"8/24\", \"event\": \"e\"}"})
    void whatIsNoneFailsSoThatItGoesBackToTheQueue(String body) {
        assertThatThrownBy(() -> AnomalyMessage.parse(body, RunningHandler.JSON))
                .isInstanceOf(RuntimeException.class);
    }
}
