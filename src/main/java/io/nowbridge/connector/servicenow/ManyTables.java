package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks several tables the same. One that this user may not read, or that the instance does not have, adds nothing, as long
 * as another one answers.
 */
final class ManyTables {

    private ManyTables() {}

    /** What one table answered. */
    private record Part<T>(List<T> found, Optional<ServiceNowException> refusal) {}

    static <T> Uni<List<T>> ask(List<String> tables, Function<String, Uni<List<T>>> ask) {
        if (tables.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(tables.stream().map(table -> part(ask.apply(table))).toList())
                .andFailFast()
                .flatMap(ManyTables::together);
    }

    /** Whether a failure concerns the table that was asked, and no other. */
    static boolean isOfTheTable(Throwable failure) {
        return failure instanceof Forbidden || failure instanceof Rejected;
    }

    private static <T> Uni<Part<T>> part(Uni<List<T>> answer) {
        return answer.map(found -> new Part<>(found, Optional.empty()))
                .onFailure(ManyTables::isOfTheTable)
                .recoverWithItem(refusal -> new Part<>(List.of(), Optional.of((ServiceNowException) refusal)));
    }

    private static <T> Uni<List<T>> together(List<Part<T>> parts) {
        var refusals = parts.stream().flatMap(part -> part.refusal().stream()).toList();
        return refusals.size() == parts.size()
                ? Uni.createFrom().failure(refusals.getFirst())
                : Uni.createFrom()
                        .item(parts.stream()
                                .flatMap(part -> part.found().stream())
                                .toList());
    }
}
