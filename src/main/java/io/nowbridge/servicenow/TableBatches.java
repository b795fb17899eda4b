package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Operations on tables as the calls of batches. */
final class TableBatches implements Batches {

    // The instance takes 5 MB and counts what we do not: the outer envelope.
    private static final long LARGEST = 4_800_000;

    private final Instance instance;
    private final BatchAnswers answers;

    TableBatches(Instance instance, Answers answers) {
        this.instance = instance;
        this.answers = new BatchAnswers(answers);
    }

    /** What became of one call: of each operation, or why of none. */
    private record Part(List<Outcome> outcomes, List<ServiceNowException> failure) {}

    @Override
    public Uni<List<Outcome>> run(String name, List<Operation> operations) {
        if (!operations.stream().allMatch(TableBatches::isNamed)) {
            return Uni.createFrom()
                    .failure(new Rejected(name + " needs names of tables and of columns", "", Effect.NONE));
        }
        return Multi.createFrom()
                .iterable(calls(operations))
                .onItem()
                .transformToUniAndConcatenate(call -> one(name, call))
                .collect()
                .asList()
                .flatMap(TableBatches::together);
    }

    private Uni<Part> one(String name, List<BatchItem> items) {
        var attempt = items.stream().allMatch(BatchItem::onlyReads) ? Attempt.read(name) : Attempt.write(name);
        return instance.document(attempt, BatchItem.request(items))
                .map(Answers.reading(attempt, document -> answers.outcomes(name, items, document)))
                .map(outcomes -> new Part(outcomes, List.of()))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> refused(items, failure));
    }

    private static Part refused(List<BatchItem> items, ServiceNowException failure) {
        return new Part(
                items.stream()
                        .<Outcome>map(item -> new Outcome.Refused(failure))
                        .toList(),
                List.of(failure));
    }

    private static Uni<List<Outcome>> together(List<Part> parts) {
        var failures = parts.stream().flatMap(part -> part.failure().stream()).toList();
        return !failures.isEmpty() && failures.size() == parts.size()
                ? Uni.createFrom().failure(failures.getFirst())
                : Uni.createFrom()
                        .item(parts.stream()
                                .flatMap(part -> part.outcomes().stream())
                                .toList());
    }

    private static List<List<BatchItem>> calls(List<Operation> operations) {
        var calls = new ArrayList<List<BatchItem>>();
        var size = LARGEST;
        for (var i = 0; i < operations.size(); i++) {
            var item = BatchItem.of(String.valueOf(i), operations.get(i));
            size += item.size();
            if (size > LARGEST) {
                calls.add(new ArrayList<>());
                size = item.size();
            }
            calls.getLast().add(item);
        }
        return calls;
    }

    private static boolean isNamed(Operation operation) {
        return Literal.isName(operation.table()) && operation.columns().stream().allMatch(Literal::isName);
    }
}
