package io.nowbridge.connector.servicenow.order;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connector.servicenow.Translation;
import io.nowbridge.servicenow.Batches;
import io.nowbridge.servicenow.Difference;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Writes records about an order in one batch, and says what was not kept of each. */
final class OrderWriting {

    // ServiceNow ends a batch after 30 s (docs, Batch API).
    private static final Duration UNTIL_A_BATCH_IS_OVER = Duration.ofSeconds(30);
    private static final String NAME = "Showing an order";

    private final Batches batches;

    OrderWriting(Batches batches) {
        this.batches = batches;
    }

    /**
     * Something to be written.
     *
     * @param of what the record is, in a message
     */
    record Errand(String of, Operation operation) {}

    /** What became of an errand: columns that differ, or why nothing was written. */
    record Done(Errand errand, List<Difference> differences, List<String> refusals) {}

    /** Fails with a {@link ServiceNowException} or {@link ConnectedSystemException} where it has to be done again. */
    Uni<List<Done>> run(List<Errand> errands) {
        return errands.isEmpty()
                ? Uni.createFrom().item(List.of())
                : once(errands).flatMap(this::meetOthers);
    }

    private Uni<List<Tried>> once(List<Errand> errands) {
        return batches.run(NAME, errands.stream().map(Errand::operation).toList())
                .invoke(OrderWriting::requireAnswers)
                .map(outcomes -> IntStream.range(0, errands.size())
                        .mapToObj(i -> new Tried(errands.get(i), outcomes.get(i)))
                        .toList());
    }

    private record Tried(Errand errand, Outcome outcome) {

        /** A record that was refused may have been created by another at the same moment, under the same key. */
        Optional<Errand> asChange() {
            return outcome instanceof Outcome.Refused && errand.operation() instanceof Operation.Insert insert
                    ? Optional.of(new Errand(errand.of(), change(insert)))
                    : Optional.empty();
        }

        private static Operation change(Operation.Insert insert) {
            var values = new HashMap<>(insert.values());
            var key = values.remove("sys_id");
            return new Operation.Change(insert.table(), new SysId(String.valueOf(key)), values);
        }

        Done done() {
            return switch (outcome) {
                case Outcome.Wrote(var id, var differences) ->
                    new Done(
                            errand,
                            differences.stream()
                                    .filter(difference -> !difference.field().equals("sys_id"))
                                    .toList(),
                            List.of());
                case Outcome.Absent absent -> new Done(errand, List.of(), List.of(NotKept.gone(errand.of())));
                case Outcome.Refused(var failure) ->
                    new Done(errand, List.of(), List.of(NotKept.refused(errand.of(), reason(failure))));
                case Outcome.Found found -> throw new IllegalStateException("a write found something");
                case Outcome.Unserviced unserviced -> throw tooSlow();
            };
        }
    }

    private Uni<List<Done>> meetOthers(List<Tried> tried) {
        var again = tried.stream().flatMap(one -> one.asChange().stream()).toList();
        if (again.isEmpty()) {
            return Uni.createFrom().item(done(tried));
        }
        return once(again).map(changed -> {
            var rest = changed.iterator();
            return done(tried.stream()
                    .map(one ->
                            one.asChange().map(any -> either(one, rest.next())).orElse(one))
                    .toList());
        });
    }

    // There was no other: the refusal stands.
    private static Tried either(Tried insert, Tried change) {
        return change.outcome() instanceof Outcome.Absent ? insert : change;
    }

    // What everything is refused for concerns more than one record.
    private static List<Done> done(List<Tried> tried) {
        if (tried.stream().allMatch(one -> one.outcome() instanceof Outcome.Refused)
                && tried.getFirst().outcome() instanceof Outcome.Refused(var failure)) {
            throw failure;
        }
        return tried.stream().map(Tried::done).toList();
    }

    // What heals is tried again as a whole, which what is there already does not mind.
    private static void requireAnswers(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof Outcome.Refused(var failure) && failure instanceof ServiceNowException.Unavailable) {
                throw failure;
            }
            if (outcome instanceof Outcome.Unserviced) {
                throw tooSlow();
            }
        });
    }

    private static String reason(ServiceNowException failure) {
        return String.valueOf(Translation.of(failure).getMessage());
    }

    private static ConnectedSystemException tooSlow() {
        return new Unavailable(
                new Report(
                        NAME + " was ended by the instance before it was done",
                        "Repeat the same later.",
                        Effect.POSSIBLE),
                UNTIL_A_BATCH_IS_OVER,
                new TimeoutException());
    }
}
