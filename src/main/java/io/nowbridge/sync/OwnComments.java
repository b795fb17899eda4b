package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.ticket.NoteReference;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The comments that we write at the anomaly platform ourselves, so that they do not come back as somebody's words.
 *
 * <p>Each is known by its id. As long as the platform has not answered with that, though it may have told of the comment
 * already, it is known by its reference.
 */
final class OwnComments {

    // Long after the platform has sent its last news of one.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String NO_ID_YET = "";

    private final Marks marks;
    private final InstantSource clock;

    OwnComments(Marks marks, InstantSource clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** Notes that a comment is to be written which ends with {@code reference}. */
    Uni<Void> announce(String source, NoteReference reference) {
        return mark(source, reference.text(), NO_ID_YET);
    }

    /** Notes the id that the platform has given the comment which ends with {@code reference}. */
    Uni<Void> written(String source, NoteReference reference, String id) {
        return mark(source, id, id).chain(() -> mark(source, reference.text(), id));
    }

    /** Whether an event tells of a comment of ours. */
    Uni<Boolean> isOurs(AnomalyEvent event) {
        if (!(event.what() instanceof What.Commented comment)) {
            return Uni.createFrom().item(false);
        }
        var source = event.anomaly().id().source();
        return find(source, comment.id())
                .flatMap(known ->
                        known.isPresent() ? Uni.createFrom().item(true) : bearsReferenceOfOurs(source, comment));
    }

    // Once the id is known, another comment with the same reference is somebody who quotes ours.
    private Uni<Boolean> bearsReferenceOfOurs(String source, What.Commented comment) {
        return find(source, NoteReference.atEndOf(comment.text()).map(NoteReference::text))
                .map(ours -> ours.filter(
                                id -> id.equals(NO_ID_YET) || comment.id().isEmpty())
                        .isPresent());
    }

    private Uni<Optional<String>> find(String source, Optional<String> name) {
        return name.map(given -> marks.find(name(source, given)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> mark(String source, String name, String id) {
        return marks.keep(name(source, name), id, Optional.of(clock.instant().plus(REMEMBERED)));
    }

    private static String name(String source, String comment) {
        return "comment#" + source + "#" + comment;
    }
}
