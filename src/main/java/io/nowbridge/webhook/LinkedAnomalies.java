package io.nowbridge.webhook;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the anomalies that a text links to, as {@code .../anomalies?id=824} or {@code .../anomalies/824}: no token of the
 * platform's templates is an anomaly's id.
 *
 * <p>Source: Qualytics user guide, "Message variables"; the links' form is that of its samples.
 */
final class LinkedAnomalies {

    // A number or a UUID. Every repetition is bounded, so that no text takes long.
    private static final Pattern LINK = Pattern.compile("/anomalies(?:/|/?\\?(?:[^\\s\"'<>#]{0,500}?[&;])??id=)"
            + "(\\d{1,19}|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?![\\w-])");

    private LinkedAnomalies() {}

    /** That something happened to each, in the order in which they are named. */
    static List<AnomalyEvent> events(String text, String key, Origin origin) {
        return ids(text).stream()
                .flatMap(id -> origin.anomaly(id).stream())
                .map(anomaly -> new AnomalyEvent(
                        Origin.eventId(key + "/" + anomaly.id()),
                        origin.receivedAt(),
                        Optional.empty(),
                        Anomaly.of(anomaly),
                        new AnomalyEvent.What.Triggered()))
                .toList();
    }

    static List<String> ids(String text) {
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .distinct()
                .toList();
    }
}
