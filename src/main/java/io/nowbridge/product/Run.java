package io.nowbridge.product;

import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.template.TemplateId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * @param remarks the first {@link #MOST_REMARKS} rows of the catalogue that could not be read
 * @param progress what became of it so far
 * @param waitingFor what or whom it waits for, where it waits for more than its turn
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
        List<Failure> remarks,
        Progress progress,
        Optional<Failure> waitingFor,
        Optional<Failure> stop,
        Optional<Result> result,
        Optional<Instant> endedAt,
        long version) {

    /** How many products a run can be limited to. */
    public static final int MOST_ONLY = 10_000;

    /** How many rows that cannot be read a run names. */
    public static final int MOST_REMARKS = 100;

    public Run {
        only = List.copyOf(only);
        remarks = List.copyOf(remarks);
        // Whoever takes it up does not write all of it.
        waitingFor = waitingFor.filter(any -> state == State.WAITING || state == State.HELD);
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
     * @param duplicates how many rows name a SKU that an earlier one has named: of these, the last one counts
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
            long malformed,
            long duplicates) {

        public static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

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
     * @param outcomes of how many products each is the outcome; one that is left out, of none
     * @param writingSince when the first of them could be taken
     */
    public record Progress(int chunks, int ended, Map<Item.Outcome, Long> outcomes, Optional<Instant> writingSince) {

        public static final Progress NONE = new Progress(0, 0, Map.of(), Optional.empty());

        public Progress {
            outcomes = Map.copyOf(outcomes);
        }

        /** How many products are at the desk as they should be, or were compared. */
        public long done() {
            return outcomes.entrySet().stream()
                    .filter(outcome -> outcome.getKey() != Item.Outcome.FAILED)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        public long failed() {
            return of(Item.Outcome.FAILED);
        }

        public long of(Item.Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        public boolean isComplete() {
            return ended >= chunks;
        }

        /** The same after another chunk has ended. */
        public Progress with(List<Item> items) {
            var all = new EnumMap<Item.Outcome, Long>(Item.Outcome.class);
            all.putAll(outcomes);
            items.forEach(item -> all.merge(item.outcome(), 1L, Long::sum));
            return new Progress(chunks, ended + 1, all, writingSince);
        }
    }

    /** One that nobody has taken yet. */
    static Run of(
            RunId id, TemplateId template, Pairing pairing, Task task, List<Sku> only, String startedBy, Instant at) {
        return new Run(
                id,
                template,
                pairing,
                task,
                only,
                startedBy,
                at,
                State.WAITING,
                false,
                0,
                Optional.empty(),
                Found.NOTHING,
                List.of(),
                Progress.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** Its entry in the Sync Activity Log. */
    public EntryKey entry() {
        return new EntryKey(at, id.value());
    }

    /** How many of its products are neither done nor failed. */
    public long left() {
        return Math.max(0, found.changes() - progress.done() - progress.failed());
    }

    /** How many of its products nobody has tried, and nobody will; none before its end. */
    public long untried() {
        return state == State.ENDED ? left() : 0;
    }

    /** With what reading brought to light; to be written with what becomes of it. */
    Run having(Edition read, Found brought, List<Failure> itsRemarks) {
        return new NextRun(this).having(Optional.of(read), brought, itsRemarks).of(version);
    }

    /** With what reading brought to light, and a person has to look at it. */
    Run held(Edition read, Found brought, List<Failure> itsRemarks, Failure suspicion) {
        return new NextRun(this)
                .having(Optional.of(read), brought, itsRemarks)
                .in(State.HELD)
                .waitingFor(suspicion)
                .of(version + 1);
    }

    /** With what is to be done, of which so many chunks were made. */
    Run planned(Optional<Edition> read, Found brought, List<Failure> itsRemarks, int chunks, Instant now) {
        return new NextRun(this)
                .having(read, brought, itsRemarks)
                .in(State.WRITING)
                .at(new Progress(chunks, 0, Map.of(), Optional.of(now)))
                .of(version + 1);
    }

    /** A person, who answers for it from now on, lets it go on. */
    Run confirmedBy(String person) {
        return new NextRun(this).confirmedBy(person).in(State.WAITING).of(version + 1);
    }

    /** It cannot be planned now; somebody is to do so later. */
    Run waitingAgain(Failure obstacle) {
        return new NextRun(this).in(State.WAITING).waitingFor(obstacle).of(version + 1);
    }

    /** It is to end before its time. */
    Run stopping(Failure why) {
        return new NextRun(this).stopping(why).of(version + 1);
    }

    Run ended(Result its, Instant now) {
        return new NextRun(this).ended(its, now).of(version + 1);
    }
}
