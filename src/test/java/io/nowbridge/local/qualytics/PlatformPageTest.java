package io.nowbridge.local.qualytics;

import static io.nowbridge.local.qualytics.RunningPlatform.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PlatformPageTest {

    @RegisterExtension
    final RunningPlatform platform = new RunningPlatform();

    @Test
    void everyAnomalyIsOnThePageWithItsStatus() {
        var page = platform.anonymous("GET", "/", "").body();

        assertThat(page)
                .contains("<tr id=\"a1\">", "<tr id=\"a30\">", "3 of 1204 records have a negative total_amount")
                .contains("Sales, orders, weight 14", "critical, finance", "Acknowledged");
    }

    @Test
    void aPersonAcknowledgesAndArchivesThere() {
        var acknowledged = platform.form("/anomalies/1/status", "status=Acknowledged");
        platform.form("/anomalies/2/status", "status=Invalid");

        assertThat(acknowledged.status()).isEqualTo(303);
        assertThat(platform.anomaly(1).getString("status")).isEqualTo("Acknowledged");
        assertThat(platform.anomaly(2).getString("status")).isEqualTo("Invalid");
    }

    @Test
    void aCommentIsShownAsItWasWritten() {
        platform.form("/anomalies/1/comments", "message=%3Cb%3Elook%3C%2Fb%3E");

        assertThat(platform.anonymous("GET", "/", "").body())
                .contains("&lt;b&gt;look&lt;/b&gt;")
                .contains("Maria Keller");
    }

    @Test
    void anotherAnomalyIsFoundAtTheTouchOfAButton() {
        platform.form("/anomalies", "");

        assertThat(platform.anomaly(31).getString("status")).isEqualTo("Active");
    }

    @Test
    void theSeedComesBackOnReset() {
        platform.form("/anomalies/1/status", "status=Resolved");

        platform.anonymous("POST", "/__reset", "");

        assertThat(platform.call("GET", "/api/anomalies", "").json().getInteger("total"))
                .isEqualTo(22);
    }

    @Test
    void whatIsKeptBeginsWithAWeekThatEndsNow(@TempDir Path directory) {
        try (var kept = new RunningPlatform(Optional.of(directory.resolve("qualytics.json")))) {
            var open = kept.call("GET", "/api/anomalies?size=100", "").json().getJsonArray("items");

            assertThat(found(open, 0)).isBetween(NOW.minus(Duration.ofHours(6)), NOW);
            assertThat(found(open, open.size() - 1))
                    .isBetween(NOW.minus(Duration.ofDays(7)), NOW.minus(Duration.ofDays(6)));
        }
    }

    @Test
    void whatIsKnownSurvivesARestart(@TempDir Path directory) {
        var file = Optional.of(directory.resolve("qualytics.json"));
        try (var first = new RunningPlatform(file)) {
            first.form("/anomalies/1/status", "status=Acknowledged");
            first.form("/anomalies/1/comments", "message=Looking");
            first.anonymous("POST", "/__flows", "{'url': 'http://localhost:1', 'mode': 'webhook'}");
        }

        try (var second = new RunningPlatform(file)) {
            var kept = second.anomaly(1);
            second.form("/anomalies", "");
            assertThat(kept.getString("status")).isEqualTo("Acknowledged");
            assertThat(kept.getJsonArray("comments")).hasSize(1);
            assertThat(second.anonymous("GET", "/__flows", "").body()).contains("webhook");
            assertThat(second.anomaly(32).getString("status")).isEqualTo("Active");
        }
    }

    private static Instant found(JsonArray anomalies, int index) {
        return Instant.parse(anomalies.getJsonObject(index).getString("created"));
    }
}
