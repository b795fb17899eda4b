package io.nowbridge.product;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The runs there are and were. Of each pairing, at most one has not ended. */
public interface Runs {

    /** Keeps a new run, unless another of its pairing is under way. */
    Uni<Starting> start(Run run);

    /** What became of starting a run. */
    sealed interface Starting {

        record Started() implements Starting {}

        record Busy(RunId other) implements Starting {}
    }

    Uni<Optional<Run>> find(RunId id);

    /** Those of a template, newest first. */
    Uni<Page<Run>> page(TemplateId template, PageRequest request);

    /** Those that have not ended. */
    Uni<List<Run>> open();

    /**
     * Writes a run, whose {@link Run#version} is one more than that it was read with; false if it was written meanwhile, or
     * has ended. With its end, its pairing is free for another. What chunks have added to its {@link Run.Progress} is {@link Chunks#end}'s: it
     * stays as it is, and is no other version.
     */
    Uni<Boolean> change(Run run);

    /**
     * Takes a run that waits, or whose planner has not come to an end in its time, to plan it until {@code until}: it is
     * {@link Run.State#PLANNING} its next attempt then. Empty if another has taken it, or if it is not to be planned.
     */
    Uni<Optional<Run>> take(RunId id, String owner, Instant now, Instant until);

    /** The chunks of runs. What a run's plans leave behind is forgotten some time after the run. */
    interface Chunks {

        /** Keeps chunks of a plan that nobody works on yet; the same again changes nothing. */
        Uni<Void> add(List<Chunk> chunks);

        /** The keys of a plan's chunks that have not ended, which nobody works on, and whose next attempt is due. */
        Multi<ChunkKey> due(RunId run, int attempt, Instant now);

        /** How many of a plan's chunks have not ended while nobody works on them, due or not. */
        Uni<Long> idle(RunId run, int attempt, Instant now);

        /** Takes a chunk until {@code until}. */
        Uni<Taking> take(ChunkKey key, String owner, Instant now, Instant until);

        /** Gives a chunk back, to be tried again from {@code next} on; nothing happens if another has it by now. */
        Uni<Void> giveBack(ChunkKey key, String owner, Instant next);

        /**
         * Keeps what became of a chunk, and adds it to its run's progress, both or neither, and once. Answers the run as it
         * is then; empty if the chunk had ended before, if another has it by now, if its plan does not count, or if the run has
         * ended, whose log says already what became of it.
         */
        Uni<Optional<Run>> end(ChunkKey key, String owner, List<Item> items);

        /** What became of the products of a plan, in the order of its chunks; of those that have ended. */
        Uni<Page<Item>> items(RunId run, int attempt, Optional<Item.Outcome> only, PageRequest request);

        /** What became of one product in a plan, if it was part of it, and once its chunk has ended. */
        Uni<Optional<Item>> item(RunId run, int attempt, Sku sku);

        /** Every failure of a plan. */
        Multi<Item> failed(RunId run, int attempt);
    }

    /** What became of taking a chunk. */
    sealed interface Taking {

        record Taken(Chunk chunk) implements Taking {}

        /** Another works on it, or its next attempt is not due, before this. */
        record Later(Instant notBefore) implements Taking {}

        /** There is nothing to do about it, or nothing is known of it any more. */
        record Ended() implements Taking {}
    }
}
