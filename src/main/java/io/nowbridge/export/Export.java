package io.nowbridge.export;

import io.nowbridge.activity.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of entries that is written behind the answer, in as many attempts as it takes.
 *
 * @param at when it was asked for
 * @param file the path that its file will have on its shelf
 * @param cause why it failed, if it has
 * @param revision of a new one is 1, and rises by one with each change
 */
public record Export(
        String id,
        Shelf shelf,
        Wanted wanted,
        Format format,
        String requestedBy,
        Instant at,
        String file,
        State state,
        Optional<String> cause,
        Progress progress,
        long revision) {

    /** How far an export has come. */
    public enum State {
        UNDER_WAY,
        /** All its parts are there, and they are to become the file. */
        WRITTEN,
        READY,
        FAILED
    }

    /**
     * What is written, and where it goes on.
     *
     * @param upload the file; empty before it was begun
     * @param tags those of its parts
     * @param rests how many rests were kept; the last is what comes before the next entry, where {@code restKept}
     * @param cursor where the next page begins; empty for the first one
     * @param entries how many entries are in the parts and the rest
     * @param attempts how often it was taken since it last came any further
     */
    public record Progress(
            Optional<Upload> upload,
            List<String> tags,
            int rests,
            boolean restKept,
            Optional<String> cursor,
            long entries,
            int attempts) {

        static final Progress NONE = new Progress(Optional.empty(), List.of(), 0, false, Optional.empty(), 0, 0);

        public Progress {
            tags = List.copyOf(tags);
        }

        Progress attempted() {
            return new Progress(upload, tags, rests, restKept, cursor, entries, attempts + 1);
        }

        Progress into(Upload begun) {
            return new Progress(Optional.of(begun), tags, rests, restKept, cursor, entries, attempts);
        }

        /** With another part, which holds what comes before {@code place}. */
        Progress withPart(String tag, Optional<String> place, long itsEntries) {
            var all = new ArrayList<>(tags);
            all.add(tag);
            return new Progress(upload, all, rests, false, place, itsEntries, 0);
        }

        /** With a rest, which holds what comes after the parts and before {@code place}. */
        Progress withRest(Optional<String> place, long itsEntries) {
            return new Progress(upload, tags, rests + 1, true, place, itsEntries, 0);
        }

        Upload begun() {
            return upload.orElseThrow(() -> new IllegalStateException("its file was not begun yet"));
        }
    }

    /** A new one. */
    static Export of(
            String id, Shelf shelf, Wanted wanted, Format format, String requestedBy, Instant at, String file) {
        return new Export(
                id, shelf, wanted, format, requestedBy, at, file, State.UNDER_WAY, Optional.empty(), Progress.NONE, 1);
    }

    Export taken() {
        return next(state, cause, progress.attempted());
    }

    Export with(Progress further) {
        return next(state, cause, further);
    }

    Export written(Progress last) {
        return next(State.WRITTEN, cause, last);
    }

    Export ready() {
        return next(State.READY, cause, progress);
    }

    Export failed(String why) {
        return next(State.FAILED, Optional.of(why), progress);
    }

    /** The same from the beginning. */
    Export again() {
        return next(State.UNDER_WAY, Optional.empty(), Progress.NONE);
    }

    private Export next(State itsState, Optional<String> itsCause, Progress itsProgress) {
        return new Export(
                id, shelf, wanted, format, requestedBy, at, file, itsState, itsCause, itsProgress, revision + 1);
    }
}
