package io.nowbridge.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code ./nowbridge bench events}: how fast signed events become notes on this machine, through the gateway, the queues and
 * the tables, and what each costs at the remote systems. Beside it, as a floor, as many bare writes of notes.
 */
final class BenchEvents {

    // Longer than a note that was set back takes: until it is settled, and then to the next tick.
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern WORDS = Pattern.compile("^Comment from Qualytics: (\\w+ \\d+)$", Pattern.MULTILINE);
    private static final int WARMING = 2_000;
    private static final int ATTEMPTS = 20;

    private final BenchWorld world;
    private final EventSender sender;
    private final List<String> tickets;
    private final int atOnce;

    private BenchEvents(BenchWorld world, int tickets, int atOnce) {
        this.world = world;
        this.sender = world.sender();
        this.tickets = IntStream.range(0, tickets)
                .mapToObj(number -> world.open(anomaly(number)))
                .toList();
        this.atOnce = atOnce;
    }

    public static void main(String[] line) throws InterruptedException {
        WorldLog.start();
        try {
            var arguments = Arguments.read(List.of(line), Set.of("count", "tickets", "at-once"), Set.of());
            var count = arguments.number("count", 10_000);
            try (var world = BenchWorld.start()) {
                var bench = new BenchEvents(world, arguments.number("tickets", 200), arguments.number("at-once", 16));
                // A process that has just started shows what it costs to start.
                bench.run("Warming", Math.min(count, WARMING));
                System.out.println(bench.run("Words", count).table());
            }
            System.exit(0);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private BenchResult run(String word, int count) {
        var before = world.noted();
        world.callsSinceLastTime();
        var begin = System.nanoTime();
        inTurns(count, number -> send(event(word, number), ATTEMPTS));
        var taken = since(begin);
        var looks = awaitNotes(before + count);
        var told = since(begin);
        var calls = world.callsSinceLastTime() - looks;
        var words = words(word);
        var floor = System.nanoTime();
        inTurns(count, number -> world.patch(ticket(number), "Bare " + number));
        return new BenchResult(count, tickets.size(), taken, told, calls, words, since(floor));
    }

    /** Does it for each number, some at once; what happens to one anomaly or ticket, one after the other. */
    private void inTurns(int count, IntFunction<CompletableFuture<Void>> work) {
        var turns = IntStream.range(0, atOnce)
                .mapToObj(turn -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, count)
                                .filter(number -> number % tickets.size() % atOnce == turn)
                                .forEach(number -> work.apply(number).join()),
                        command -> Thread.ofPlatform().daemon().start(command)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(turns).join();
    }

    // Whoever is told that it passes sends it again, as every platform does.
    private CompletableFuture<Void> send(String event, int attempts) {
        return sender.send(event).thenCompose(status -> {
            if (status == 503 && attempts > 1) {
                return send(event, attempts - 1);
            }
            return status == 202
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IOException("An event was answered " + status));
        });
    }

    /** Waits as long as notes come; how often it looked. */
    private long awaitNotes(long wanted) {
        var looks = 1;
        var last = System.nanoTime();
        var before = world.noted();
        for (var now = before; now < wanted && since(last).compareTo(PATIENCE) < 0; looks++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            now = world.noted();
            if (now > before) {
                before = now;
                last = System.nanoTime();
            }
        }
        return looks;
    }

    private List<String> words(String word) {
        return world.workNotes().stream()
                .map(note -> WORDS.matcher(note.path("value").asText()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(words -> words.startsWith(word))
                .toList();
    }

    private String ticket(int number) {
        return tickets.get(number % tickets.size());
    }

    private String event(String word, int number) {
        return """
                {"version": 1, "id": "%1$s-%2$d", "type": "commented", "time": "2026-03-19T12:00:00Z",
                 "comment": {"text": "%1$s %2$d"}, "anomaly": {"id": "%3$s"}}""".formatted(word, number, anomaly(number % tickets.size()));
    }

    private static String anomaly(int number) {
        return "bench-" + number;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
