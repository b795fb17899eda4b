package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Does once more what came to nothing; each feature knows how that is done with what its own entries tell of. */
public interface Repeat {

    /** What becomes of a {@code note} where none could not be written: the caller wanted something that is not done. */
    Outcome NO_NOTE =
            new Outcome.NotFromHere("Leave the note out: the entry tells of none that could be written otherwise.");

    /** The deployed functions whose entries it knows. */
    Set<String> functions();

    /**
     * Safe to repeat, also by several at once.
     *
     * @param by who asks for it, and answers for what is begun anew
     * @param note takes the place of the text that could not be written
     */
    Uni<Outcome> run(Activity entry, String by, Optional<String> note);

    /** What became of it. */
    sealed interface Outcome {

        /** So many things are on their way again. */
        record Retried(int items) implements Outcome {}

        /** Somebody else is at it, or nobody may be: nothing was changed. */
        record NotNow(String cause) implements Outcome {}

        /** It cannot be done from here: what to do instead. */
        record NotFromHere(String instead) implements Outcome {}
    }
}
