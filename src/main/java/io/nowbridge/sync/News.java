package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.Status;
import io.nowbridge.ticket.PlainText;
import java.time.Instant;
import java.util.Optional;

/** Something about an anomaly that its tickets are to be told. */
sealed interface News {

    /** It has another status than the tickets know. */
    record NewStatus(Status status, Instant at) implements News {}

    /** It had a status which it has no more by now: the event that says so came late. */
    record PastStatus(Status status, Instant at) implements News {}

    /** Somebody commented on it. */
    record Comment(Optional<String> author, String text, boolean forCustomer) implements News {}

    /** What a ticket is told, by the name that its people know the platform by. */
    default String note(String platform, Anomaly anomaly) {
        return switch (this) {
            case NewStatus(var status, var at) -> status(platform, status, at, anomaly);
            case PastStatus(var status, var at) -> status(platform, status, at, anomaly);
            case Comment(var author, var text, var forCustomer) ->
                "Comment from " + platform + ": " + PlainText.indented(text) + "\n"
                        + author.map(who -> "By " + PlainText.oneLine(who) + ". ")
                                .orElse("") + about(anomaly);
        };
    }

    /** Whether the ticket's customer may read it. */
    default boolean isForCustomer() {
        return this instanceof Comment comment && comment.forCustomer();
    }

    private static String status(String platform, Status status, Instant at, Anomaly anomaly) {
        return "[" + PlainText.time(at) + "] " + platform + " Anomaly Status: " + status.label() + "\n"
                + about(anomaly);
    }

    // A ticket can have many anomalies.
    private static String about(Anomaly anomaly) {
        return "Anomaly " + anomaly.id().id()
                + anomaly.link().map(link -> ", " + link).orElse("");
    }

    /** What the tickets do not know yet, if anything. */
    static Optional<News> of(AnomalyEvent event, Anomaly anomaly, Status known) {
        if (event.what() instanceof AnomalyEvent.What.Commented comment) {
            return Optional.of(new Comment(comment.author(), comment.text(), comment.forCustomer()));
        }
        return anomaly.status()
                .flatMap(Status::labelled)
                .filter(status -> status != known)
                .map(status -> new NewStatus(status, event.at()));
    }
}
