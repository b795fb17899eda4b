package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells, and what a path that leads nowhere is answered. */
class AddressesTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v2", "/api/now/v2/", "/api/now/", "/api/now//", "/api/now/v", "/api/now/v2/v2"})
    void aShortPathRepresentsNoResource(String path) {
        var answer = INSTANCE.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonObject("error").getString("message"))
                .isEqualTo("Requested URI does not represent any resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v2/table/incident", "/api/now/nothing", "/", "/__settings", "/__requests"})
    void everyAnswerIsDatedByTheInstancesClock(String path) {
        INSTANCE.pass(Duration.ofMinutes(61));

        var answer = INSTANCE.get(path);

        assertThat(answer.header("Date")).hasValue("Sun, 01 Feb 2026 13:01:00 GMT");
    }

    @Test
    void evenARefusalToAnonymousCallersIsDated() {
        var answer = INSTANCE.call("GET", "/api/now/table/incident")
                .as("nobody", "nothing")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers("Date")).containsExactly("Sun, 01 Feb 2026 12:00:00 GMT");
    }

    @Test
    void anAnswerSpoiltByAFaultIsDatedOnce() {
        INSTANCE.call("POST", "/__faults")
                .body("{\"fault\":\"delay-after-write\",\"delayMs\":1}")
                .send();

        assertThat(INSTANCE.get("/api/now/table/incident").headers("Date")).hasSize(1);
    }
}
