package io.nowbridge.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves the log, through what ships: a file by its queue, its folder and its link, and a support bundle. */
class ExportIT {

    private static LocalNowbridge nowbridge;

    @BeforeAll
    static void nothingFitsIntoAnAnswer() {
        nowbridge = new LocalNowbridge(Map.of("nowbridge.exports.answer-bytes", "1"));
    }

    @AfterAll
    static void stop() {
        nowbridge.close();
    }

    @Test
    void theLogBecomesAFileThatItsLinkHandsOut() {
        var asked = nowbridge.call("GET", "/activity.ndjson?operation=connection-change", "");
        var export = "/activity-exports/" + asked.text("/id");
        LocalNowbridge.await(
                "the export is ready",
                () -> nowbridge.call("GET", export, "").text("/state").equals("ready"));
        var ready = nowbridge.call("GET", export, "");
        var file = nowbridge.call("GET", ready.text("/file/url"), "");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(ready.body().at("/entries").asInt()).isPositive();
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text("/operation")).isEqualTo("connection-change");
    }

    @Test
    void aSupportBundleSaysWhichVersionIsDeployed() {
        var entry = nowbridge.call("GET", "/activity", "").text("/items/0/id");

        var bundle = nowbridge.call("POST", "/activity/support-bundle", "{\"entries\": [\"" + entry + "\"]}");

        assertThat(bundle.status()).isEqualTo(200);
        assertThat(bundle.text("/entries/0/id")).isEqualTo(entry);
        assertThat(bundle.text("/version")).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
