package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connector.servicenow.product.Write.Landing;
import io.nowbridge.connector.servicenow.product.Write.Landing.Absent;
import io.nowbridge.connector.servicenow.product.Write.Landing.Failed;
import io.nowbridge.connector.servicenow.product.Write.Landing.Landed;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes records hold what they are to hold, each once, whoever else does the same.
 *
 * <p>A record is created under a key of ours. An instance refuses a key that is there already; it says 403 to a create that it
 * carried out, too; and what a batch did not get done may be done all the same. So after each of these the record is looked for
 * before it is written again.
 */
final class Upserts {

    // What the instance did not get done is tried again in smaller batches, as often as this.
    private static final int ROUNDS = 6;

    private final Paced batches;

    Upserts(Paced batches) {
        this.batches = batches;
    }

    /** A write that has to be tried again; {@code refusal} is why it failed, which stands if there is no such record. */
    private record Doubt(Write write, boolean look, Optional<ServiceNowException> refusal) {}

    /** What became of each, in their order; those that mean the same record are written once. */
    Uni<List<Landing>> run(String name, List<Write> writes) {
        var distinct = new LinkedHashMap<String, Write>();
        writes.forEach(write -> distinct.putIfAbsent(write.target().value(), write));
        return round(name, distinct, 1)
                .map(landings -> writes.stream()
                        .map(write -> landings.getOrDefault(write.target().value(), new Absent()))
                        .toList());
    }

    private Uni<Map<String, Landing>> round(String name, Map<String, Write> writes, int number) {
        var entries = List.copyOf(writes.entrySet());
        return batches.run(name, writes.values().stream().map(Write::operation).toList())
                .flatMap(outcomes -> {
                    var landings = new LinkedHashMap<String, Landing>();
                    var doubts = new LinkedHashMap<String, Doubt>();
                    for (var i = 0; i < entries.size(); i++) {
                        sort(entries.get(i).getKey(), entries.get(i).getValue(), outcomes.get(i), landings, doubts);
                    }
                    return settle(name, doubts, number).map(others -> {
                        landings.putAll(others);
                        return landings;
                    });
                });
    }

    private static void sort(
            String key, Write write, Outcome outcome, Map<String, Landing> landings, Map<String, Doubt> doubts) {
        var inserted = write.at().isEmpty();
        switch (outcome) {
            case Outcome.Wrote(var id, var differences) ->
                landings.put(
                        key,
                        new Landed(
                                id,
                                inserted,
                                differences.stream()
                                        .filter(difference ->
                                                !difference.field().equals(Lookup.KEY))
                                        .toList()));
            case Outcome.Absent absent -> {
                if (write.mayCreate()) {
                    doubts.put(key, new Doubt(write.at(Optional.empty()), false, Optional.empty()));
                } else {
                    landings.put(key, new Absent());
                }
            }
            case Outcome.Unserviced unserviced -> doubts.put(key, new Doubt(write, inserted, Optional.empty()));
            case Outcome.Refused(var failure) -> {
                if (!failure.nothingHappened() && (inserted || failure instanceof Unavailable)) {
                    doubts.put(key, new Doubt(write, inserted, Optional.of(failure)));
                } else {
                    landings.put(key, new Failed(failure));
                }
            }
            case Outcome.Found found -> throw new IllegalStateException("a write found something");
        }
    }

    private Uni<Map<String, Landing>> settle(String name, Map<String, Doubt> doubts, int number) {
        if (doubts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return look(doubts).flatMap(seen -> {
            var landings = new LinkedHashMap<String, Landing>();
            var again = new LinkedHashMap<String, Write>();
            doubts.forEach((key, doubt) -> {
                var id = Optional.ofNullable(seen.get(key));
                var heals = doubt.refusal().map(Unavailable.class::isInstance).orElse(true);
                if (number == ROUNDS || (id.isEmpty() && !heals)) {
                    landings.put(key, doubt.refusal().<Landing>map(Failed::new).orElseThrow(ProductFailures::tooSlow));
                } else {
                    again.put(key, id.isPresent() ? doubt.write().at(id) : doubt.write());
                }
            });
            return again.isEmpty()
                    ? Uni.createFrom().item(landings)
                    : round(name, again, number + 1).map(others -> {
                        landings.putAll(others);
                        return landings;
                    });
        });
    }

    /** Which of them are there, under our key or with the same properties. */
    private Uni<Map<String, SysId>> look(Map<String, Doubt> doubts) {
        var looked = doubts.entrySet().stream()
                .filter(doubt -> doubt.getValue().look())
                .toList();
        var byTable =
                looked.stream().map(doubt -> doubt.getValue().write()).collect(Collectors.groupingBy(Write::table));
        var operations = new ArrayList<Operation>();
        byTable.forEach((table, writes) -> {
            var columns = Set.copyOf(writes.getFirst().key().keySet());
            var by = writes.getFirst().keyColumn();
            operations.addAll(Lookup.of(
                    table,
                    columns,
                    by,
                    writes.stream().map(write -> Lookup.text(write.key(), by)).toList()));
            operations.addAll(Lookup.of(
                    table,
                    columns,
                    Lookup.KEY,
                    writes.stream().map(write -> write.ours().value()).toList()));
        });
        return batches.find("Looking for what was written", operations).map(found -> {
            var rows = found.stream().flatMap(some -> some.rows().stream()).toList();
            var seen = new LinkedHashMap<String, SysId>();
            looked.forEach(doubt -> {
                var write = doubt.getValue().write();
                Lookup.match(mayBe(rows, write), write.ours(), write.key())
                        .flatMap(Lookup::id)
                        .ifPresent(id -> seen.put(doubt.getKey(), id));
            });
            return seen;
        });
    }

    private static List<Map<String, String>> mayBe(List<Map<String, String>> rows, Write write) {
        return rows.stream()
                .filter(row -> Lookup.id(row).filter(write.except()::contains).isEmpty())
                .toList();
    }
}
