package io.nowbridge.activity;

import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the Sync Activity Log: one action and what became of it.
 *
 * @param id unique; writing an entry again under the same id and time replaces it
 * @param at when it began, to the millisecond
 * @param operation what kind of action it was
 * @param function the deployed function that did it
 * @param template the template that it ran, if it ran one
 * @param startedBy the person or trigger that started it
 * @param subjects what it was about, by kind: source and anomaly, a ticket's number, link, sku, order
 * @param failures its items that failed
 * @param trace what it took; unknown until the log has it
 * @param ignored that somebody has decided to leave its failures as they are
 */
public record Activity(
        String id,
        Instant at,
        Duration duration,
        Operation operation,
        String function,
        ConnectionId connection,
        Optional<String> template,
        String startedBy,
        Result result,
        Counts counts,
        Map<String, String> subjects,
        List<Failure> failures,
        Trace trace,
        Optional<Ignored> ignored) {

    /** How many of its failures an entry shows; {@link ActivityHistory#failures} has them all. */
    public static final int SHOWN_FAILURES = 20;

    /** Where an entry is filed that is about all connections, or about none. */
    public static final ConnectionId ALL = new ConnectionId("all");

    /** Where an entry is filed whose connection is not known. */
    public static final ConnectionId UNCONNECTED = new ConnectionId("unconnected");

    public Activity {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        duration = duration.truncatedTo(ChronoUnit.MILLIS);
        subjects = Map.copyOf(subjects);
        failures = List.copyOf(failures);
    }

    /** An action about one thing, which has come to its end. */
    public Activity(
            String id,
            Instant at,
            Duration duration,
            Operation operation,
            String function,
            ConnectionId connection,
            String startedBy,
            Result result,
            Map<String, String> subjects,
            List<Failure> failures) {
        this(
                id,
                at,
                duration,
                operation,
                function,
                connection,
                Optional.empty(),
                startedBy,
                result,
                Counts.ofOne(result),
                subjects,
                failures,
                Trace.UNKNOWN,
                Optional.empty());
    }

    public EntryKey key() {
        return new EntryKey(at, id);
    }

    /** The one connection that it is about, if it is about one. */
    public Optional<ConnectionId> itsConnection() {
        return Optional.of(connection).filter(it -> !it.equals(ALL) && !it.equals(UNCONNECTED));
    }

    /** The same as the log shows it: with no more failures than {@link #SHOWN_FAILURES}. */
    public Activity shown() {
        return failures.size() <= SHOWN_FAILURES
                ? this
                : with(template, counts, failures.subList(0, SHOWN_FAILURES), trace, ignored);
    }

    /** The same of a run of {@code template}. */
    public Activity of(String itsTemplate) {
        return with(Optional.of(itsTemplate), counts, failures, trace, ignored);
    }

    /** The same about many items. */
    public Activity with(Counts itsCounts) {
        return with(template, itsCounts, failures, trace, ignored);
    }

    /** The same, now that it is known what it took. */
    public Activity with(Trace itsTrace) {
        return with(template, counts, failures, itsTrace, ignored);
    }

    /** The same, which somebody has decided to leave as it is. */
    public Activity with(Ignored itsIgnored) {
        return with(template, counts, failures, trace, Optional.of(itsIgnored));
    }

    private Activity with(
            Optional<String> itsTemplate,
            Counts itsCounts,
            List<Failure> itsFailures,
            Trace itsTrace,
            Optional<Ignored> itsIgnored) {
        return new Activity(
                id,
                at,
                duration,
                operation,
                function,
                connection,
                itsTemplate,
                startedBy,
                result,
                itsCounts,
                subjects,
                itsFailures,
                itsTrace,
                itsIgnored);
    }

    /**
     * How many items it was about.
     *
     * @param done those that came to a good end
     * @param failed those that did not
     * @param left those that are still to come: none once the action has ended
     */
    public record Counts(long done, long failed, long left) {

        static Counts ofOne(Result result) {
            return switch (result) {
                case SUCCESS, PARTIAL_SUCCESS -> new Counts(1, 0, 0);
                case FAILED -> new Counts(0, 1, 0);
                case UNDER_WAY -> new Counts(0, 0, 1);
            };
        }
    }

    /**
     * What an action took.
     *
     * @param correlationId of the invocation that did it, by which its lines in the functions' logs are found
     * @param remoteCalls how many requests that invocation had sent to remote systems by then
     */
    public record Trace(Optional<String> correlationId, int remoteCalls) {

        public static final Trace UNKNOWN = new Trace(Optional.empty(), 0);
    }

    /** That {@code by} has decided to leave a failure as it is. */
    public record Ignored(String by, Instant at, String reason) {}
}
