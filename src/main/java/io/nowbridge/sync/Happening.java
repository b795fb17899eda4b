package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.Status;
import io.nowbridge.sync.News.PastStatus;
import java.time.Instant;
import java.util.Optional;

/** An event, beside what was known of its anomaly when it came. */
record Happening(AnomalyEvent event, Optional<Known> known) {

    /** Whether something that happened after it was followed before it. */
    boolean isLate() {
        return known.filter(before -> before.isAheadOf(event)).isPresent();
    }

    /** The anomaly as the event tells of it, and where that is silent or late, as it was known. */
    Anomaly told() {
        var told = event.anomaly();
        if (isLate()) {
            return known.map(Known::anomaly).map(before -> before.or(told)).orElse(told);
        }
        var now = known.map(Known::anomaly).map(told::or).orElse(told);
        return event.what() instanceof What.StatusChanged(var status) ? now.in(status) : now;
    }

    /** What the tickets of the anomaly do not know yet, if anything. */
    Optional<News> news(Anomaly now) {
        return isLate() && event.what() instanceof What.StatusChanged(var status)
                ? Optional.of(new PastStatus(status, event.at()))
                : News.of(event, now, known.flatMap(Known::status).orElse(Status.ACTIVE));
    }

    /** Whether the anomaly is to have a ticket, if it has none. */
    boolean asksForTicket(Anomaly now) {
        return switch (event.what()) {
            case What.Triggered triggered -> isOpen(now);
            case What.Created created -> isOpen(now);
            case What.StatusChanged(var status) -> status == Status.ACTIVE && !isLate();
            case What.Commented commented -> false;
        };
    }

    /** What is known once its tickets have been told. */
    Known after(Anomaly now, Instant at) {
        var status = statusAfter(now);
        var anomaly = status.map(now::in).orElse(now);
        return known.map(before -> before.next(anomaly, status, at))
                .orElseGet(() -> Known.first(anomaly, status, at))
                .after(event);
    }

    // Of the status that comes along with a comment the tickets were told nothing.
    private Optional<Status> statusAfter(Anomaly now) {
        var before = known.flatMap(Known::status);
        return event.what() instanceof What.Commented
                ? before
                : now.status().flatMap(Status::labelled).or(() -> before);
    }

    private static boolean isOpen(Anomaly anomaly) {
        return anomaly.status()
                .flatMap(Status::labelled)
                .filter(Status::isArchived)
                .isEmpty();
    }
}
