package io.nowbridge.connector.servicenow;

import static java.util.stream.Collectors.groupingBy;

import io.nowbridge.servicenow.Mention;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.TaskView;
import io.nowbridge.servicenow.TaskViews;
import io.nowbridge.servicenow.TaskViews.RollCall;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketSearch;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tasks of a ServiceNow instance as they are. */
final class ServiceNowTicketSearch implements TicketSearch {

    // What all kinds of tasks extend, those that only this instance has as well.
    private static final String ANY_TASK = "task";

    // Tickets of more tables than this are asked for at once, in the table that all of them extend.
    private static final int FEW_TABLES = 2;

    private final TaskViews tasks;
    private final StateNames stateNames;

    ServiceNowTicketSearch(ServiceNow serviceNow) {
        this.tasks = serviceNow.taskViews();
        this.stateNames = new StateNames(serviceNow.choices());
    }

    @Override
    public Uni<List<Described>> named(String reference) {
        return tasks.mentioned(reference)
                .map(this::find)
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(found -> found.stream()
                        .map(task -> new Described(ticket(task), task.description()))
                        .toList())
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private Uni<List<TaskView>> find(Mention mention) {
        return ManyTables.ask(TicketTables.likely(mention), table -> tasks.find(table, mention))
                .flatMap(found -> found.isEmpty()
                        ? findAnywhere(mention)
                        : Uni.createFrom().item(found));
    }

    private Uni<List<TaskView>> findAnywhere(Mention mention) {
        return tasks.find(ANY_TASK, mention)
                .onFailure(ManyTables::isOfTheTable)
                .recoverWithItem(List.of())
                .flatMap(found -> ManyTables.ask(
                        found.stream().map(TaskView::table).distinct().toList(), table -> tasks.find(table, mention)));
    }

    @Override
    public Uni<List<Ticket>> find(Wanted wanted, int limit) {
        return ManyTables.ask(
                        wanted.table().map(List::of).orElse(TicketTables.ALL), table -> find(table, wanted, limit))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(ServiceNowTicketSearch::changedAt)
                                .reversed())
                        .limit(limit)
                        .map(ServiceNowTicketSearch::ticket)
                        .toList())
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private Uni<List<TaskView>> find(String table, Wanted wanted, int limit) {
        return wanted.state()
                .map(state -> stateNames
                        .codes(table, state)
                        .flatMap(codes -> codes.isEmpty()
                                ? Uni.createFrom().item(List.<TaskView>of())
                                : tasks.find(table, wanted.text(), codes, limit)))
                .orElseGet(() -> tasks.find(table, wanted.text(), Set.of(), limit));
    }

    private static Instant changedAt(TaskView task) {
        return task.changedAt().orElse(Instant.EPOCH);
    }

    @Override
    public Uni<Map<TicketRef, Sight>> see(Collection<TicketRef> tickets) {
        var byTable = tickets.stream().distinct().collect(groupingBy(TicketRef::table));
        var seen = byTable.size() > FEW_TABLES
                ? see(ANY_TASK, tickets)
                        .onFailure(ManyTables::isOfTheTable)
                        .recoverWithItem(Map.of())
                        .flatMap(sights -> isClear(sights) ? Uni.createFrom().item(sights) : see(byTable))
                : see(byTable);
        return seen.onFailure(ServiceNowException.class).transform(Translation::of);
    }

    // Who may not read that table may read those that extend it.
    private static boolean isClear(Map<TicketRef, Sight> sights) {
        return !sights.isEmpty() && sights.values().stream().noneMatch(Sight.Hidden.class::isInstance);
    }

    private Uni<Map<TicketRef, Sight>> see(Map<String, List<TicketRef>> byTable) {
        return byTable.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.join()
                        .all(byTable.entrySet().stream()
                                .map(table -> see(table.getKey(), table.getValue()))
                                .toList())
                        .andFailFast()
                        .map(ServiceNowTicketSearch::together);
    }

    private Uni<Map<TicketRef, Sight>> see(String table, Collection<TicketRef> tickets) {
        return tasks.call(
                        table,
                        tickets.stream().map(ticket -> new SysId(ticket.id())).toList())
                .map(call -> {
                    var sights = new HashMap<TicketRef, Sight>();
                    tickets.forEach(ticket -> sights.put(ticket, sight(call, new SysId(ticket.id()))));
                    return sights;
                });
    }

    private static Sight sight(RollCall call, SysId id) {
        return Optional.ofNullable(call.there().get(id))
                .<Sight>map(ServiceNowTicketSearch::there)
                .orElseGet(() -> call.gone().contains(id) ? new Sight.Gone() : new Sight.Hidden());
    }

    private static Sight.There there(TaskView task) {
        return new Sight.There(
                ticket(task),
                Stream.of(task.assignedTo(), task.assignmentGroup())
                        .filter(name -> !name.isEmpty())
                        .findFirst(),
                Optional.of(task.closeNotes()).filter(notes -> !notes.isBlank()),
                task.changedAt());
    }

    private static Map<TicketRef, Sight> together(List<Map<TicketRef, Sight>> parts) {
        var all = new HashMap<TicketRef, Sight>();
        parts.forEach(all::putAll);
        return all;
    }

    static Ticket ticket(TaskView task) {
        return new Ticket(
                task.sysId().value(),
                task.table(),
                task.number(),
                task.shortDescription(),
                task.state(),
                task.stateCode(),
                task.priority(),
                task.url());
    }
}
