package io.nowbridge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.EventSender;
import io.nowbridge.local.LocalNowbridge;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Anomalies with a ticket each, and much that happens to them. Their platform sends the events of an anomaly in their order,
 * and each of them until it is taken.
 */
final class Traffic implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-03-19T12:00:00Z");
    private static final int ACCEPTED = 202;

    private final LocalNowbridge nowbridge;
    private final String name;
    private final EventSender sender;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    private final List<String> tickets = new ArrayList<>();
    private int happened;

    /** Opens the tickets. */
    Traffic(LocalNowbridge nowbridge, String name, int anomalies) {
        this.nowbridge = nowbridge;
        this.name = name;
        this.sender = nowbridge.eventSender(nowbridge.webhookSecret());
        for (var number = 0; number < anomalies; number++) {
            tickets.add(open(anomaly(number)));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sender.close();
    }

    /** Lets as many things more happen to each anomaly; done when all events are taken. */
    CompletableFuture<Void> happen(int times) {
        var from = happened;
        happened += times;
        return CompletableFuture.allOf(IntStream.range(0, tickets.size())
                .mapToObj(anomaly -> CompletableFuture.runAsync(() -> tell(anomaly, from, from + times), threads))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Delivers until each ticket has every note, and nothing is under way any more. */
    void awaitNotes() {
        for (var number = 0; number < tickets.size(); number++) {
            var ticket = tickets.get(number);
            LocalNowbridge.await("the notes of anomaly " + anomaly(number), () -> {
                nowbridge.tick("wakeTicketUpdates");
                return notes(ticket).size() >= happened;
            });
        }
        LocalNowbridge.await(
                "rest", () -> nowbridge.messages("anomaly-events") + nowbridge.messages("ticket-updates") == 0);
    }

    /** Each ticket has the note of each event once, in the order in which they happened; and nothing was given up. */
    void assertEachToldOnceAndInOrder() {
        var expected = IntStream.range(0, happened).mapToObj(Traffic::note).toList();
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(notes(ticket)).as(ticket).isEqualTo(expected));
        assertThat(nowbridge.call("GET", "/ticket-updates/dead", "").body().path("items"))
                .isEmpty();
        assertThat(nowbridge.messages("ticket-updates-dead")).isZero();
        assertThat(nowbridge.messages("anomaly-events-dead")).isZero();
    }

    private String open(String anomaly) {
        var body = "{\"shortDescription\": \"%s\", \"caller\": \"abel.tuter\"}".formatted(anomaly);
        return nowbridge.createTicketUntilAnswered(anomaly, body).text("/ticket/id");
    }

    private void tell(int anomaly, int from, int to) {
        for (var number = from; number < to; number++) {
            var event = event(anomaly(anomaly), number);
            LocalNowbridge.await("somebody to take " + event, () -> isTaken(event));
        }
    }

    // Whoever gets no answer cannot know, and sends it again.
    private boolean isTaken(String event) {
        try {
            return sender.send(event).join() == ACCEPTED;
        } catch (CompletionException e) {
            return false;
        }
    }

    // What opened and linked it tells as well.
    private List<String> notes(String ticket) {
        return nowbridge.workNotes(ticket).stream()
                .map(note -> note.lines().findFirst().orElse(""))
                .filter(note -> note.startsWith("Comment from") || note.contains("Anomaly Status"))
                .toList();
    }

    private String anomaly(int number) {
        return name + "-" + number;
    }

    private static String event(String anomaly, int number) {
        var what = isComment(number)
                ? "\"type\": \"commented\", \"comment\": {\"text\": \"Words %d\"}".formatted(number)
                : "\"type\": \"status_changed\", \"status\": \"%s\"".formatted(status(number));
        return """
                {"version": 1, "id": "%1$s-%2$d", "sequence": %2$d, "time": "%3$s", %4$s, "anomaly": {"id": "%1$s"}}""".formatted(anomaly, number, time(number), what);
    }

    private static String note(int number) {
        return isComment(number)
                ? "Comment from Qualytics: Words " + number
                : "[%s UTC] Qualytics Anomaly Status: %s"
                        .formatted(time(number).toString().replace("T", " ").replace("Z", ""), status(number));
    }

    private static boolean isComment(int number) {
        return number % 2 == 1;
    }

    private static String status(int number) {
        return number % 4 == 0 ? "Acknowledged" : "Active";
    }

    private static Instant time(int number) {
        return BEGIN.plus(number, ChronoUnit.MINUTES);
    }
}
