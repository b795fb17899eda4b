package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Incidents as rows of the {@code incident} table. */
final class TableIncidents implements Incidents {

    private static final String TABLE = "incident";
    private static final List<String> COLUMNS = List.of(
            "sys_id",
            "number",
            "short_description",
            "description",
            "correlation_id",
            "correlation_display",
            "state",
            "priority",
            "impact",
            "urgency",
            "category",
            "subcategory",
            "assignment_group",
            "assigned_to",
            "caller_id");

    private final Instance instance;
    private final URI address;

    TableIncidents(Instance instance, URI address) {
        this.instance = instance;
        this.address = address;
    }

    @Override
    public Uni<Written<Incident>> open(IncidentDraft draft) {
        var values = columns(draft);
        return checked(
                "Opening an incident",
                values.keySet(),
                name -> instance.insert(
                        name, TABLE, values, withIncident(values.keySet()), row -> written(values, row)));
    }

    @Override
    public Uni<Optional<Incident>> read(SysId sysId) {
        return instance.read("Reading an incident", TABLE, sysId, COLUMNS, this::incident);
    }

    @Override
    public Uni<Optional<Incident>> findByNumber(String number) {
        var wanted = number.strip();
        if (!Query.isValue(wanted)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return instance.few("Finding an incident", TABLE, COLUMNS, Query.where("number", wanted), this::incident)
                .map(found -> found.stream()
                        .filter(incident -> incident.number().equalsIgnoreCase(wanted))
                        .findFirst());
    }

    @Override
    public Uni<Optional<Incident>> findByCorrelationId(String correlationId) {
        var name = "Finding an incident by its correlation id";
        if (!Query.isValue(correlationId)) {
            return Uni.createFrom().failure(new Rejected(name + " needs one that a query can carry", "", true));
        }
        var query = Query.where("correlation_id", correlationId).orderBy("sys_created_on");
        return instance.few(name, TABLE, COLUMNS, query, Function.identity())
                .map(rows -> rows.stream()
                        .filter(row -> bears(name, row, correlationId))
                        .findFirst()
                        .map(this::incident));
    }

    @Override
    public Uni<Boolean> visible() {
        return instance.shows("Reading incidents", TABLE);
    }

    @Override
    public Uni<Written<Incident>> update(SysId sysId, Map<String, String> changes) {
        var values = Map.copyOf(changes);
        return checked(
                "Updating an incident",
                values.keySet(),
                name -> instance.change(
                        name, TABLE, sysId, values, withIncident(values.keySet()), row -> written(values, row)));
    }

    @Override
    public Multi<Incident> query(Query query) {
        return instance.all("Listing incidents", TABLE, COLUMNS, query, this::incident);
    }

    // A column that may not be read is left out of its row. Taken for another id, it would invite a second incident.
    private static boolean bears(String name, Row row, String correlationId) {
        if (!row.has("correlation_id")) {
            throw new Forbidden(name + " came back without that column", "", true);
        }
        return row.text("correlation_id").equals(correlationId);
    }

    private static <T> Uni<T> checked(String name, Collection<String> columns, Function<String, Uni<T>> write) {
        return columns.stream().allMatch(Query::isName)
                ? write.apply(name)
                : Uni.createFrom().failure(new Rejected(name + " needs names of columns", "", true));
    }

    private static Set<String> withIncident(Set<String> columns) {
        var all = new TreeSet<>(COLUMNS);
        all.addAll(columns);
        return all;
    }

    private static Map<String, String> columns(IncidentDraft draft) {
        var columns = new LinkedHashMap<>(draft.otherFields());
        columns.put("sys_id", draft.sysId().value());
        columns.put("correlation_id", draft.correlationId());
        columns.put("correlation_display", draft.correlationDisplay());
        columns.put("short_description", draft.shortDescription());
        columns.put("description", draft.description());
        draft.category().ifPresent(value -> columns.put("category", value));
        draft.subcategory().ifPresent(value -> columns.put("subcategory", value));
        draft.impact().ifPresent(value -> columns.put("impact", value));
        draft.urgency().ifPresent(value -> columns.put("urgency", value));
        draft.assignmentGroup().ifPresent(group -> columns.put("assignment_group", group.value()));
        draft.assignedTo().ifPresent(user -> columns.put("assigned_to", user.value()));
        draft.caller().ifPresent(user -> columns.put("caller_id", user.value()));
        return columns;
    }

    private Written<Incident> written(Map<String, String> sent, Row stored) {
        return new Written<>(incident(stored), Difference.between(sent, stored));
    }

    private Incident incident(Row row) {
        var sysId = row.sysId();
        return new Incident(
                sysId,
                row.text("number"),
                row.text("short_description"),
                row.text("description"),
                row.text("correlation_id"),
                row.text("correlation_display"),
                new State(row.text("state")),
                new Priority(row.text("priority")),
                row.text("impact"),
                row.text("urgency"),
                row.text("category"),
                row.text("subcategory"),
                row.text("assignment_group"),
                row.text("assigned_to"),
                row.text("caller_id"),
                page(sysId));
    }

    // The address that ServiceNow's own links and mails use: the record's page within the frame.
    private URI page(SysId sysId) {
        return address.resolve("/nav_to.do?uri=" + TABLE + ".do%3Fsys_id%3D" + sysId);
    }
}
