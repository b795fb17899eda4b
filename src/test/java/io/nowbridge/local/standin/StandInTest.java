package io.nowbridge.local.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a stand-in remembers, and how it forgets. */
class StandInTest {

    @RegisterExtension
    static final RunningStandIn STAND_IN = new RunningStandIn();

    @Test
    void whatWasReceivedIsListedWithoutSecrets() throws Exception {
        var request = STAND_IN.request("POST", "/a/b?c=d&token=hush", "grant_type=password&password=hush&x=1")
                .header("Authorization", "Basic aHVzaA==");
        STAND_IN.send(request);

        var received = STAND_IN.received().getJsonObject(0);

        assertThat(received.getString("time")).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(received.getString("method")).isEqualTo("POST");
        assertThat(received.getString("path")).isEqualTo("/a/b");
        assertThat(received.getString("query")).isEqualTo("c=d&token=(redacted)");
        assertThat(received.getString("body")).isEqualTo("grant_type=password&password=(redacted)&x=1");
        assertThat(received.toString()).doesNotContain("aHVzaA");
    }

    @Test
    void theListOfWhatWasReceivedCanBeEmptied() throws Exception {
        STAND_IN.send("GET", "/a", "");

        STAND_IN.send("DELETE", "/__requests", "");

        assertThat(STAND_IN.send("GET", "/__requests", "").body()).isEqualTo("[]");
    }

    @Test
    void whatWasReceivedIsCountedByMethodUntilTheListIsEmptied() throws Exception {
        STAND_IN.send("GET", "/a", "");
        STAND_IN.send("GET", "/b", "");
        STAND_IN.send("POST", "/a", "{}");

        var totals = STAND_IN.send("GET", "/__requests/totals", "").body();
        STAND_IN.send("DELETE", "/__requests", "");

        assertThat(totals).isEqualTo("{\"GET\":2,\"POST\":1}");
        assertThat(STAND_IN.send("GET", "/__requests/totals", "").body()).isEqualTo("{}");
    }

    @Test
    void aStruckRequestIsListedOnce() throws Exception {
        STAND_IN.arm("{'fault':'status-after-write','status':500}");

        STAND_IN.send("POST", "/a", "{}");

        assertThat(STAND_IN.received()).hasSize(1);
    }

    @Test
    void aResetRequestRestoresTheSeed() throws Exception {
        var before = STAND_IN.resets();

        assertThat(STAND_IN.send("POST", "/__reset", "").statusCode()).isEqualTo(204);

        assertThat(STAND_IN.resets()).isEqualTo(before + 1);
    }
}
