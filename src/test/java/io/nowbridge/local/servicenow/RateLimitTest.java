package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many requests an hour are served, to whom, and what the others are told. */
class RateLimitTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aRateLimitIsAnnouncedAndThenEnforcedUntilTheHourEnds() {
        INSTANCE.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":2,\"rule\":\"" + "a".repeat(32) + "\"}]}");

        var first = INSTANCE.get(INCIDENT);
        INSTANCE.get(INCIDENT + "/none");
        var third = INSTANCE.get(INCIDENT);
        INSTANCE.pass(Duration.ofHours(1));
        var nextHour = INSTANCE.get(INCIDENT);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("X-RateLimit-Limit")).hasValue("2");
        assertThat(first.header("X-RateLimit-Reset"))
                .hasValue(String.valueOf(RunningInstance.START.plusSeconds(3600).getEpochSecond()));
        assertThat(first.header("X-RateLimit-Rule")).hasValue("a".repeat(32));
        assertThat(first.header("X-RateLimit-Remaining")).isEmpty();
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).hasValue("3600");
        assertThat(third.header("X-RateLimit-Limit")).hasValue("2");
        assertThat(third.message()).isEqualTo("Rate limit exceeded");
        assertThat(third.detail()).isEqualTo("Rate limit of 2 requests per hour for Table API exceeded");
        assertThat(nextHour.status()).isEqualTo(200);
    }

    @Test
    void newRulesCountAnew() {
        INSTANCE.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":1}]}");
        INSTANCE.get(INCIDENT);

        INSTANCE.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":1}]}");

        assertThat(INSTANCE.get(INCIDENT).status()).isEqualTo(200);
    }

    @Test
    void aRateLimitWithoutANumberIsRefused() {
        var answer = INSTANCE.call("PUT", "/__settings")
                .body("{\"rateLimits\":[{\"api\":\"table\"}]}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aLimitForOneUserBeatsTheOneForAll() {
        INSTANCE.settings("{'rateLimits':[{'api':'table','limit':1},{'api':'table','limit':5,'user':'svc_nowbridge'}]}"
                .replace('\'', '"'));

        assertThat(INSTANCE.get(INCIDENT).header("X-RateLimit-Limit")).hasValue("5");
        assertThat(INSTANCE.call("GET", INCIDENT).asAdmin().send().header("X-RateLimit-Limit"))
                .hasValue("1");
        assertThat(INSTANCE.get("/api/now/attachment").header("X-RateLimit-Limit"))
                .isEmpty();
    }

    @Test
    void ofSeveralRolesTheLowestLimitCounts() {
        INSTANCE.settings(
                "{'rateLimits':[{'api':'table','limit':9,'role':'itil'},{'api':'table','limit':3,'role':'rest_service'}]}"
                        .replace('\'', '"'));

        assertThat(INSTANCE.get(INCIDENT).header("X-RateLimit-Limit")).hasValue("3");
    }
}
