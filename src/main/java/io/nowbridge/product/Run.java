package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.template.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A product synchronisation, from the moment somebody wanted it.
 *
 * @param only the products it is about; empty for all that the template selects
 * @param startedBy the person or trigger
 * @param confirmed that a person has said that it may go on although so much is missing
 * @param attempt which of its plans is the one that counts, from 1; 0 while there is none
 * @param edition what it read, once it has
 * @param found what reading brought to light
 * @param progress what became of it so far
 * @param stop why it ended, or is to end, before its time
 * @param version rises by one with each write
 */
public record Run(
        RunId id,
        TemplateId template,
        Pairing pairing,
        Task task,
        List<Sku> only,
        String startedBy,
        Instant at,
        State state,
        boolean confirmed,
        int attempt,
        Optional<Edition> edition,
        Found found,
        Progress progress,
        Optional<Failure> stop,
        Optional<Result> result,
        Optional<Instant> endedAt,
        long version) {

    public Run {
        only = List.copyOf(only);
    }

    /** What it is for. */
    public enum Task {
        /** Makes the desk have what the catalogue has. */
        SYNC,
        /** Says, column by column, what a synchronisation would do. */
        DRY_RUN,
        /** Compares every selected product with the desk, whatever is known of it. */
        VERIFY,
        /** Brings prices and stock of a few products up to date, as the distributor gives them now. */
        REFRESH
    }

    /** How far it has come. */
    public enum State {
        /** Nobody has taken it yet. */
        WAITING,
        /** The catalogue is being read. */
        PLANNING,
        /** A person has to say whether it may go on. */
        HELD,
        /** Chunks are being worked on. */
        WRITING,
        ENDED
    }

    /**
     * What reading the catalogue brought to light.
     *
     * @param listed how many products it lists
     * @param heldBack how many wait for a person, since their category is not mapped or since new ones are to be reviewed
     * @param vanished how many that the desk has are not listed any more
     * @param malformed how many rows could not be read
     */
    public record Found(
            long listed,
            long selected,
            long unchanged,
            long toCreate,
            long toUpdate,
            long toDeactivate,
            long heldBack,
            long vanished,
            long malformed) {

        public static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** How many products are written, or compared. */
        public long changes() {
            return toCreate + toUpdate + toDeactivate;
        }
    }

    /**
     * What became of its chunks.
     *
     * @param chunks how many there are in all
     * @param ended how many came to an end
     * @param done how many products are at the desk as they should be, or were compared
     * @param writingSince when the first of them could be taken
     */
    public record Progress(int chunks, int ended, long done, long failed, Optional<Instant> writingSince) {

        public static final Progress NONE = new Progress(0, 0, 0, 0, Optional.empty());
    }
}
