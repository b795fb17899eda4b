package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The comments that we wrote at the anomaly platform ourselves, so that they do not come back as somebody's words. */
final class OwnComments {

    // Long after the platform has sent its last news of one.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Marks marks;
    private final InstantSource clock;

    OwnComments(Marks marks, InstantSource clock) {
        this.marks = marks;
        this.clock = clock;
    }

    Uni<Void> remember(String source, String comment) {
        return marks.keep(
                name(source, comment), "ours", Optional.of(clock.instant().plus(REMEMBERED)));
    }

    /** Whether an event tells of a comment of ours. */
    Uni<Boolean> isOurs(AnomalyEvent event) {
        return event.what() instanceof What.Commented comment && comment.id().isPresent()
                ? marks.find(name(event.anomaly().id().source(), comment.id().get()))
                        .map(Optional::isPresent)
                : Uni.createFrom().item(false);
    }

    private static String name(String source, String comment) {
        return "comment#" + source + "#" + comment;
    }
}
