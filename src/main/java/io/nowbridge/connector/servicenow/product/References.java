package io.nowbridge.connector.servicenow.product;

import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The records that products refer to by a name: found once, and kept for as long as the function lives. Companies are created
 * where there are none; of all else, only what is there can be referred to.
 */
final class References {

    static final String MANUFACTURER = "manufacturer";

    private static final String NAME = "name";

    private final Paced batches;
    private final Map<Ref, SysId> known = new ConcurrentHashMap<>();
    private final Map<Ref, ServiceNowException> troubles = new ConcurrentHashMap<>();

    References(Paced batches) {
        this.batches = batches;
    }

    /**
     * A record by its name.
     *
     * @param column the one that has the name
     * @param role what a company is marked as; empty for what is not created
     */
    record Ref(String table, String column, String name, String role) {

        static Ref company(String name, String role) {
            return new Ref(Layout.COMPANIES, NAME, DerivedIds.normalised(name), role);
        }

        /** A record that is not created; what else the distributor sells is called by its SKU. */
        static Ref named(Layout layout, String table, String name) {
            if (table.equals(Layout.COMPANIES)) {
                return company(name, MANUFACTURER);
            }
            var column = table.equals(layout.offers()) ? layout.skuColumn() : NAME;
            return new Ref(table, column, DerivedIds.normalised(name), "");
        }
    }

    /** The record of that name, once it was looked for. */
    Optional<SysId> of(Ref ref) {
        return Optional.ofNullable(known.get(ref));
    }

    /** Why a company could not be created, if that was tried last. */
    Optional<ServiceNowException> trouble(Ref ref) {
        return Optional.ofNullable(troubles.get(ref));
    }

    /** Those of the names that are not known yet. */
    Map<Ref, String> unknown(Map<Ref, String> names) {
        var left = new LinkedHashMap<>(names);
        left.keySet().removeAll(known.keySet());
        return left;
    }

    /** What has to be asked to know these. */
    List<Operation> lookups(Map<Ref, String> names) {
        var operations = new ArrayList<Operation>();
        byTable(names.keySet())
                .forEach((table, refs) -> operations.addAll(Lookup.of(
                        table,
                        table.equals(Layout.COMPANIES) ? Set.of(MANUFACTURER, Layout.VENDOR) : Set.of(),
                        refs.getFirst().column(),
                        refs.stream().map(Ref::name).toList())));
        return operations;
    }

    /**
     * Takes note of what was found, and creates the companies that were not, if it may; a failure of one concerns whoever needs
     * it.
     */
    Uni<Void> settle(Map<Ref, String> names, List<Outcome.Found> found, boolean mayCreate) {
        var rows = found.stream().flatMap(some -> some.rows().stream()).toList();
        var marks = note(names.keySet(), rows);
        return mayCreate ? create(names, marks) : Uni.createFrom().voidItem();
    }

    private Uni<Void> create(Map<Ref, String> names, Map<SysId, Operation> marks) {
        var missing = unknown(names);
        missing.keySet().removeIf(ref -> ref.role().isEmpty());
        missing.forEach((ref, name) -> marks.merge(
                DerivedIds.company(name),
                new Operation.Insert(
                        ref.table(),
                        Map.of(Lookup.KEY, DerivedIds.company(name).value(), NAME, name.strip(), ref.role(), "true")),
                References::both));
        return batches.run("Creating companies", List.copyOf(marks.values())).flatMap(outcomes -> {
            noteCreated(missing, List.copyOf(marks.keySet()), outcomes);
            return again(unknown(missing));
        });
    }

    // Whoever else created one of them at the same moment was first: it is there now.
    private Uni<Void> again(Map<Ref, String> names) {
        return names.isEmpty()
                ? Uni.createFrom().voidItem()
                : batches.find("Looking companies up", lookups(names))
                        .invoke(found -> note(
                                names.keySet(),
                                found.stream()
                                        .flatMap(some -> some.rows().stream())
                                        .toList()))
                        .replaceWithVoid();
    }

    /** Keeps what is found; answers how the companies that are not marked as what they are here are to be. */
    private Map<SysId, Operation> note(Collection<Ref> refs, List<Map<String, String>> rows) {
        var marks = new LinkedHashMap<SysId, Operation>();
        refs.forEach(ref -> Lookup.match(rows, DerivedIds.company(ref.name()), Map.of(ref.column(), ref.name()))
                .ifPresent(row -> Lookup.id(row).ifPresent(id -> {
                    known.put(ref, id);
                    if (Lookup.text(row, ref.role()).equals("false")) {
                        marks.merge(
                                id,
                                new Operation.Change(ref.table(), id, Map.of(ref.role(), "true")),
                                References::both);
                    }
                })));
        return marks;
    }

    private void noteCreated(Map<Ref, String> missing, List<SysId> ids, List<Outcome> outcomes) {
        missing.forEach((ref, name) -> {
            var place = ids.indexOf(DerivedIds.company(name));
            switch (outcomes.get(place)) {
                case Outcome.Wrote(var id, var differences) -> known.put(ref, id);
                case Outcome.Refused(var failure) -> troubles.put(ref, failure);
                case Outcome.Unserviced unserviced -> troubles.remove(ref);
                case Outcome.Absent absent -> troubles.remove(ref);
                case Outcome.Found found -> throw new IllegalStateException("a write found something");
            }
        });
    }

    // A distributor may be a manufacturer too.
    private static Operation both(Operation one, Operation other) {
        return switch (one) {
            case Operation.Insert insert -> new Operation.Insert(insert.table(), union(insert.values(), values(other)));
            case Operation.Change change ->
                new Operation.Change(change.table(), change.sysId(), union(change.values(), values(other)));
            case Operation.Find find -> throw new IllegalStateException("a look-up marks nothing");
        };
    }

    private static Map<String, String> values(Operation operation) {
        return switch (operation) {
            case Operation.Insert insert -> insert.values();
            case Operation.Change change -> change.values();
            case Operation.Find find -> throw new IllegalStateException("a look-up marks nothing");
        };
    }

    private static Map<String, String> union(Map<String, String> one, Map<String, String> other) {
        var all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    private static Map<String, List<Ref>> byTable(Collection<Ref> refs) {
        return refs.stream().collect(Collectors.groupingBy(Ref::table, LinkedHashMap::new, Collectors.toList()));
    }
}
