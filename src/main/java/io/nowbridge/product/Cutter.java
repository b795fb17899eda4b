package io.nowbridge.product;

import io.nowbridge.product.Change.Action;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Cuts what was put away into chunks of neighbouring places, one after the other, each as full as can be; those of products
 * that are known end before those of new ones begin.
 */
final class Cutter implements Iterator<Chunk> {

    private static final Comparator<Change> BY_PLACE =
            Comparator.comparingInt(Change::place).thenComparing(Change::sku);

    private final RunId run;
    private final int attempt;
    private final Spill spill;
    private final Deque<Change> pending = new ArrayDeque<>();
    private final Map<Action, Long> actions = new EnumMap<>(Action.class);
    private final Twins twins = new Twins();
    private int nextRange;
    private int lastPlace = -1;
    private int part;

    Cutter(Run run, Spill spill) {
        this.run = run.id();
        this.attempt = run.attempt();
        this.spill = spill;
    }

    /** How many changes of each kind are in the chunks so far. */
    Map<Action, Long> actions() {
        return actions;
    }

    @Override
    public boolean hasNext() {
        while (pending.size() < Chunk.MOST && nextRange < spill.ranges() && !isBorder()) {
            spill.take(nextRange).stream().sorted(BY_PLACE).map(twins::counted).forEach(pending::add);
            nextRange++;
        }
        return !pending.isEmpty();
    }

    // What is known has all been taken out, and some of it is left to be cut.
    private boolean isBorder() {
        return nextRange == spill.ranges() / 2 && !pending.isEmpty();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all chunks are cut");
        }
        var changes = pending.stream().limit(Chunk.MOST).toList();
        changes.forEach(change -> {
            pending.remove();
            actions.merge(change.action(), 1L, Long::sum);
        });
        var place = changes.getFirst().place();
        part = place == lastPlace ? part + 1 : 0;
        lastPlace = place;
        return new Chunk(new ChunkKey(run, attempt, place, part), changes, 0);
    }
}
