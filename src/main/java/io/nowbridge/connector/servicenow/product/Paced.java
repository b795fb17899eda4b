package io.nowbridge.connector.servicenow.product;

import io.nowbridge.servicenow.Batches;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.Outcome.Refused;
import io.nowbridge.servicenow.Outcome.Unserviced;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Batches as large as the instance gets done in its 30 s: what was left undone makes the next ones smaller, what was done lets
 * them grow again slowly.
 */
final class Paced {

    private static final int MOST = 1000;
    private static final int LEAST = 10;

    private final Batches batches;
    private final AtomicInteger most = new AtomicInteger(MOST);

    Paced(Batches batches) {
        this.batches = batches;
    }

    /** Runs operations, in one call if they fit, and answers what became of each; fails where nothing can be said of any. */
    Uni<List<Outcome>> run(String name, List<Operation> operations) {
        if (operations.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Multi.createFrom()
                .iterable(portions(operations, most.get()))
                .onItem()
                .transformToUniAndConcatenate(
                        portion -> batches.run(name, portion).invoke(this::learn))
                .collect()
                .asList()
                .map(portions -> portions.stream().flatMap(List::stream).toList())
                .invoke(Paced::requireAnswers);
    }

    /** The same for look-ups, of which each must be answered; what was left undone is asked again. */
    Uni<List<Outcome.Found>> find(String name, List<Operation> lookups) {
        return run(name, lookups).flatMap(outcomes -> {
            var left = IntStream.range(0, outcomes.size())
                    .filter(i -> outcomes.get(i) instanceof Unserviced)
                    .boxed()
                    .toList();
            if (left.isEmpty() || left.size() == outcomes.size()) {
                return Uni.createFrom().item(outcomes.stream().map(Paced::found).toList());
            }
            return find(name, left.stream().map(lookups::get).toList()).map(rest -> {
                var all = new ArrayList<>(outcomes);
                IntStream.range(0, left.size()).forEach(i -> all.set(left.get(i), rest.get(i)));
                return all.stream().map(Paced::found).toList();
            });
        });
    }

    private static Outcome.Found found(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> found;
            case Refused(var failure) -> throw failure;
            case Unserviced unserviced -> throw ProductFailures.tooSlow();
            case Outcome.Wrote wrote -> throw new IllegalStateException("a look-up wrote");
            case Outcome.Absent absent -> throw new IllegalStateException("a look-up missed its record");
        };
    }

    private void learn(List<Outcome> outcomes) {
        var undone = outcomes.stream().filter(Unserviced.class::isInstance).count();
        if (undone > 0) {
            var done = outcomes.size() - (int) undone;
            most.set(Math.max(LEAST, done * 3 / 4));
        } else {
            most.updateAndGet(now -> Math.min(MOST, now + Math.max(1, now / 10)));
        }
    }

    // A rate limit that strikes within a batch strikes whatever follows, and what is lost may still be carried out:
    // after a
    // pause all of it is done again, which what is there already does not mind. A right that the whole API asks for is
    // missed by every call alike.
    private static void requireAnswers(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof Refused(var failure) && concernsAll(failure)) {
                throw failure;
            }
        });
    }

    private static boolean concernsAll(ServiceNowException failure) {
        return switch (failure) {
            case Unavailable gone -> gone.nothingHappened() || !gone.answered();
            case Unauthorized refused -> true;
            case Forbidden denied -> denied.reason().startsWith("User Not Authorized");
            case ServiceNowException.Barred barred -> true;
            case ServiceNowException.Rejected rejected -> false;
            case ServiceNowException.Unintelligible unintelligible -> false;
        };
    }

    private static List<List<Operation>> portions(List<Operation> operations, int size) {
        return IntStream.iterate(0, from -> from < operations.size(), from -> from + size)
                .mapToObj(from -> operations.subList(from, Math.min(from + size, operations.size())))
                .toList();
    }
}
