package io.nowbridge.servicenow;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.nowbridge.servicenow.Instance.Listed;
import io.nowbridge.servicenow.TaskViews.RollCall;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Calls tasks by their sys_ids, a hundred at once: more would make an address too long for what may stand in between. */
final class Roll {

    private static final int AT_ONCE = 100;

    private final Instance instance;
    private final URI address;

    Roll(Instance instance, URI address) {
        this.instance = instance;
        this.address = address;
    }

    Uni<RollCall> call(String name, String table, Collection<SysId> tasks) {
        var all = tasks.stream().distinct().toList();
        return Multi.createFrom()
                .items(IntStream.iterate(0, first -> first < all.size(), first -> first + AT_ONCE)
                        .mapToObj(first -> all.subList(first, Math.min(first + AT_ONCE, all.size()))))
                .onItem()
                .transformToUniAndMerge(part -> callPart(name, table, part))
                .collect()
                .asList()
                .map(Roll::together)
                .flatMap(calls -> sure(name, table, calls));
    }

    private Uni<RollCall> callPart(String name, String table, List<SysId> part) {
        var query =
                Query.where("sys_id").isOneOf(part.stream().map(SysId::value).toList());
        return instance.listShown(
                        AT_ONCE, name, table, TaskViewRow.COLUMNS, query, row -> TaskViewRow.view(table, row, address))
                .map(listed -> answered(part, listed));
    }

    private static RollCall answered(List<SysId> called, Listed<TaskView> listed) {
        var byKey = listed.rows().stream()
                .collect(toMap(task -> key(task.sysId()), Function.identity(), (one, same) -> one));
        var there = called.stream()
                .filter(id -> byKey.containsKey(key(id)))
                .collect(toMap(Function.identity(), id -> byKey.get(key(id))));
        var missing = called.stream().filter(not(there::containsKey)).collect(toSet());
        // The total is counted before rows that may not be read are taken out (ServiceNow KB0546297, inferred).
        return listed.hidesSome() ? new RollCall(there, Set.of(), missing) : new RollCall(there, missing, Set.of());
    }

    private static RollCall together(List<RollCall> calls) {
        var there = new HashMap<SysId, TaskView>();
        var gone = new HashSet<SysId>();
        var hidden = new HashSet<SysId>();
        for (var call : calls) {
            there.putAll(call.there());
            gone.addAll(call.gone());
            hidden.addAll(call.hidden());
        }
        return new RollCall(there, gone, hidden);
    }

    // Where nobody answered, it may be that this user is shown nothing at all.
    private Uni<RollCall> sure(String name, String table, RollCall call) {
        if (call.gone().isEmpty() || !call.there().isEmpty()) {
            return Uni.createFrom().item(call);
        }
        return instance.shows(name, table).map(shows -> shows ? call : hidden(call));
    }

    private static RollCall hidden(RollCall call) {
        var all = new HashSet<>(call.gone());
        all.addAll(call.hidden());
        return new RollCall(call.there(), Set.of(), all);
    }

    private static String key(SysId id) {
        return id.value().toLowerCase(Locale.ROOT);
    }
}
