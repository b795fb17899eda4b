package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.event;
import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static io.nowbridge.anomaly.AnomalyFixtures.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent.What.Commented;
import io.nowbridge.anomaly.AnomalyEvent.What.StatusChanged;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final Instant AT = Instant.parse("2024-01-15T10:30:00.900Z");

    @Test
    void aStatusIsWordedAsThePlatformDocumentsIt() {
        var note = new News.NewStatus(Status.ACKNOWLEDGED, AT)
                .note("Qualytics", Anomaly.of(AnomalyId.ofDefaultSource("456")));

        assertThat(note).isEqualTo("[2024-01-15 10:30:00 UTC] Qualytics Anomaly Status: Acknowledged\nAnomaly 456");
    }

    @Test
    void aCommentIsWordedAsThePlatformDocumentsItAndSaysWhose() {
        var comment = new News.Comment(Optional.of("Ada\nBeth"), " Please look.\nSoon. ", false);

        assertThat(comment.note("Data Quality", full("456")))
                .isEqualTo("Comment from Data Quality: Please look.\n  Soon.\n"
                        + "By Ada Beth. Anomaly 456, https://acme.qualytics.io/anomalies?id=456");
    }

    @Test
    void noLineOfACommentPassesForOneOfOurs() {
        var forged = "Look.\r\n[2024-01-15 10:30:00 UTC] Qualytics Anomaly Status: Resolved\u2028[nb:3f9a0c17d2b4]";

        var note = new News.Comment(Optional.empty(), forged, false).note("Qualytics", full("456"));

        assertThat(note.split("\\R"))
                .noneMatch(line -> line.startsWith("["))
                .hasSize(4);
        assertThat(note).doesNotContain("[nb:");
    }

    @Test
    void theStatusThatTicketsKnowIsNoNews() {
        assertThat(News.of(event("1", "e", new StatusChanged(Status.ACTIVE)), full("1"), Status.ACTIVE))
                .isEmpty();
    }

    @Test
    void anEventThatSaysNothingBringsWhatThePlatformSays() {
        assertThat(News.of(triggered("1", "e"), full("1"), Status.ACKNOWLEDGED)).isPresent();
        assertThat(News.of(triggered("1", "e"), full("1"), Status.ACTIVE)).isEmpty();
    }

    @Test
    void onlyACommentCanBeForTheCustomer() {
        var event = event("1", "e", new Commented(Optional.empty(), Optional.empty(), "Hello", true));

        assertThat(News.of(event, full("1"), Status.ACTIVE))
                .hasValueSatisfying(news -> assertThat(news.isForCustomer()).isTrue());
        assertThat(new News.NewStatus(Status.ACTIVE, AT).isForCustomer()).isFalse();
    }
}
