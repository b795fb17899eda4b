package io.nowbridge.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code ./nowbridge bench products}: what a product synchronisation costs at ServiceNow, in DynamoDB and in time, against a
 * stand-in that takes 100 ms for a call and 5 ms for each part of a batch. Beside it camel-servicenow, which writes the same
 * record by record. Fails if a figure is not what it is to be.
 */
final class BenchProducts {

    private static final int CALL_MILLIS = 100;
    private static final int PART_MILLIS = 5;

    // A connection's turns, unless its settings say otherwise: so many calls may be under way at once.
    private static final int TURNS = 4;

    // So many products are written together. Of those that are known one call changes all there is; of new ones, what
    // the
    // desk has must be seen, then models be created, and vendor items that refer to them.
    private static final int CHUNK = 250;
    private static final int CALLS_FOR_NEW = 3;

    private static final int HEAP = 256;

    // Of the products that change in a day most only have another quantity, which nothing is mapped to: this many make
    // one in twenty that is to be written.
    private static final double CHANGED = 0.12;

    private final int products;
    private final int unchanged;
    private final int peer;
    private final List<Figure> figures = new ArrayList<>();

    private BenchProducts(int products, int unchanged, int peer) {
        this.products = products;
        this.unchanged = unchanged;
        this.peer = peer;
    }

    public static void main(String[] line) throws InterruptedException {
        WorldLog.start();
        try {
            var arguments = Arguments.read(List.of(line), Set.of("count", "unchanged", "peer"), Set.of());
            var bench = new BenchProducts(
                    arguments.number("count", 20_000),
                    arguments.number("unchanged", 450_000),
                    arguments.number("peer", 500));
            bench.measure();
            System.out.println(Figure.table(bench.figures));
            System.exit(bench.figures.stream().allMatch(Figure::met) ? 0 : 1);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException, InterruptedException {
        try (var world = ProductWorld.start(HEAP)) {
            world.selectAll();
            world.answerAfter(CALL_MILLIS, PART_MILLIS);
            world.sell(products, CHANGED);
            var first = world.synchronise();
            loaded(first);
            world.nextDay();
            changed(world.synchronise());
            compared(first, CamelPeer.upsert(world.serviceNow(), peer, TURNS));
        }
        try (var world = ProductWorld.start(HEAP)) {
            world.selectAll();
            world.sell(unchanged, CHANGED);
            world.synchronise();
            same(world.synchronise());
        }
    }

    private void loaded(SyncResult first) {
        var floor = first.calls().together().dividedBy(TURNS);
        figures.add(Figure.atMost(
                "first load of %,d: remote calls per product".formatted(first.selected()),
                (double) first.calls().calls() / first.selected(),
                0.02,
                ""));
        figures.add(Figure.beside("  its calls alone, %d at once".formatted(TURNS), seconds(floor), " s"));
        figures.add(Figure.beside("  its wall time", seconds(first.wall()), " s"));
        figures.add(Figure.atMost("  wall time over that", seconds(first.wall()) / seconds(floor), 1.25, ""));
    }

    private void changed(SyncResult second) {
        var known = second.changes() - second.created();
        var least = Math.ceilDiv(known, CHUNK) + Math.ceilDiv(second.created(), CHUNK) * CALLS_FOR_NEW;
        figures.add(Figure.count(
                "%,d changed, %,d of them new: remote calls".formatted(second.changes(), second.created()),
                second.calls().calls()));
        figures.add(Figure.atMost(
                "  over the least possible, %,d".formatted(least),
                (double) second.calls().calls() / least,
                1.01,
                ""));
    }

    private void compared(SyncResult first, CamelPeer.Taken camel) {
        var products = (double) peer / first.selected();
        figures.add(Figure.count("camel-servicenow, %,d products: calls".formatted(peer), camel.calls()));
        figures.add(Figure.beside("  its wall time", seconds(camel.time()), " s"));
        figures.add(Figure.atLeast(
                "  extrapolated: times our calls",
                camel.calls() / (first.calls().calls() * products),
                20,
                ""));
        figures.add(Figure.atLeast(
                "  extrapolated: times our wall time",
                seconds(camel.time()) / (seconds(first.wall()) * products),
                10,
                ""));
    }

    private void same(SyncResult again) {
        figures.add(Figure.atMost(
                "%,d unchanged: remote calls".formatted(again.selected()),
                (double) again.calls().calls(),
                0,
                ""));
        figures.add(Figure.atMost("  DynamoDB reads per product", again.readUnits() / again.selected(), 0.01, ""));
        figures.add(Figure.atMost("  wall time", seconds(again.wall()), 20, " s"));
        figures.add(Figure.atMost("  peak heap", again.peakHeap(), HEAP, " MB"));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
