package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.ticket.NoteReference;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The comments that we write at the anomaly platform ourselves, so that they do not come back as somebody's words.
 *
 * <p>Each is known by its reference from before it is written, since the platform may tell of it before it has answered; and
 * by its id, since the platform may show another text than was sent.
 */
final class OwnComments {

    // Long after the platform has sent its last news of one.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Marks marks;
    private final InstantSource clock;

    OwnComments(Marks marks, InstantSource clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** Notes that a comment is to be written which ends with {@code reference}. */
    Uni<Void> announce(String source, NoteReference reference) {
        return mark(source, reference.text());
    }

    /** Notes the id that the platform has given a comment. */
    Uni<Void> written(String source, String comment) {
        return mark(source, comment);
    }

    /** Whether an event tells of a comment of ours. */
    Uni<Boolean> isOurs(AnomalyEvent event) {
        return event.what() instanceof What.Commented comment
                ? isAnyOurs(event.anomaly().id().source(), names(comment))
                : Uni.createFrom().item(false);
    }

    private static Stream<String> names(What.Commented comment) {
        return Stream.concat(
                NoteReference.atEndOf(comment.text()).map(NoteReference::text).stream(), comment.id().stream());
    }

    private Uni<Boolean> isAnyOurs(String source, Stream<String> names) {
        return Multi.createFrom()
                .items(names)
                .onItem()
                .transformToUniAndConcatenate(name -> marks.find(name(source, name)))
                .filter(Optional::isPresent)
                .toUni()
                .map(Objects::nonNull);
    }

    private Uni<Void> mark(String source, String name) {
        return marks.keep(
                name(source, name), "ours", Optional.of(clock.instant().plus(REMEMBERED)));
    }

    private static String name(String source, String comment) {
        return "comment#" + source + "#" + comment;
    }
}
