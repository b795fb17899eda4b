package io.nowbridge.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run of events came to.
 *
 * @param taken until the last event was answered
 * @param told until the last note was there
 * @param calls what the remote systems received meanwhile
 * @param words what the notes say
 * @param floor how long as many bare writes of notes took
 */
record BenchResult(
        int count, int tickets, Duration taken, Duration told, long calls, List<String> words, Duration floor) {

    String table() {
        return String.format(
                Locale.ROOT,
                """
                %,d events for %,d tickets, on %d processors with Java %s

                  answered with 202    %8.0f /s
                  told to the tickets  %8.0f /s
                  bare writes          %8.0f /s   the same notes, without anything around them
                  remote calls         %8.2f per event
                  notes found          %,8d   %d twice, %d missing
                """,
                count,
                tickets,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                perSecond(taken),
                perSecond(told),
                perSecond(floor),
                (double) calls / count,
                words.size(),
                words.size() - distinct(),
                count - distinct());
    }

    private double perSecond(Duration time) {
        return count * 1e9 / time.toNanos();
    }

    private long distinct() {
        return words.stream().distinct().count();
    }
}
