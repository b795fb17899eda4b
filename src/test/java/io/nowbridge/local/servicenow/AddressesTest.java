package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells, and what a path that leads nowhere is answered. */
class AddressesTest {

    private static RunningInstance instance;

    @BeforeAll
    static void start() {
        instance = new RunningInstance();
    }

    @BeforeEach
    void reset() {
        instance.reset();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v2", "/api/now/v2/", "/api/now/", "/api/now//", "/api/now/v", "/api/now/v2/v2"})
    void aShortPathRepresentsNoResource(String path) {
        var answer = instance.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonObject("error").getString("message"))
                .isEqualTo("Requested URI does not represent any resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v2/table/incident", "/api/now/nothing", "/", "/__settings", "/__requests"})
    void everyAnswerIsDatedByTheInstancesClock(String path) {
        instance.pass(Duration.ofMinutes(61));

        var answer = instance.get(path);

        assertThat(answer.header("Date")).hasValue("Sun, 01 Feb 2026 13:01:00 GMT");
    }

    @Test
    void evenARefusalToAnonymousCallersIsDated() {
        var answer = instance.call("GET", "/api/now/table/incident")
                .as("nobody", "nothing")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers("Date")).containsExactly("Sun, 01 Feb 2026 12:00:00 GMT");
    }

    @Test
    void anAnswerSpoiltByAFaultIsDatedOnce() {
        instance.call("POST", "/__faults")
                .body("{\"fault\":\"delay-after-write\",\"delayMs\":1}")
                .send();

        assertThat(instance.get("/api/now/table/incident").headers("Date")).hasSize(1);
    }
}
