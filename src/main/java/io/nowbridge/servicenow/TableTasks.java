package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Incidents as rows of the {@code incident} table. */
final class TableIncidents implements Incidents {

    private static final String TABLE = "incident";

    private final Instance instance;
    private final URI address;

    TableIncidents(Instance instance, URI address) {
        this.instance = instance;
        this.address = address;
    }

    @Override
    public Uni<Written<Incident>> open(IncidentDraft draft) {
        var values = IncidentRow.of(draft);
        return checked(
                "Opening an incident",
                values.keySet(),
                name -> instance.insert(
                        name, TABLE, values, IncidentRow.columnsAnd(values.keySet()), row -> written(values, row)));
    }

    @Override
    public Uni<Optional<Incident>> read(SysId sysId) {
        return instance.read("Reading an incident", TABLE, sysId, IncidentRow.COLUMNS, this::incident);
    }

    @Override
    public Uni<Optional<Incident>> findByNumber(String number) {
        var wanted = number.strip();
        if (!Literal.isValue(wanted)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return instance.few(
                        "Finding an incident",
                        TABLE,
                        IncidentRow.COLUMNS,
                        Query.where("number", wanted),
                        this::incident)
                .map(found -> found.stream()
                        .filter(incident -> incident.number().equalsIgnoreCase(wanted))
                        .findFirst());
    }

    @Override
    public Uni<Optional<Incident>> findByCorrelationId(String correlationId) {
        var name = "Finding an incident by its correlation id";
        if (!Literal.isValue(correlationId)) {
            return Uni.createFrom().failure(new Rejected(name + " needs one that a query can carry", "", Effect.NONE));
        }
        var query = Query.where("correlation_id", correlationId).orderBy("sys_created_on");
        return instance.few(name, TABLE, IncidentRow.COLUMNS, query, row -> bearer(name, row, correlationId))
                .map(found -> found.stream().flatMap(Optional::stream).findFirst());
    }

    @Override
    public Uni<Boolean> visible() {
        return instance.shows("Reading incidents", TABLE);
    }

    @Override
    public Uni<String> journal(SysId sysId, String column) {
        return checked(
                        "Reading an incident's journal",
                        List.of(column),
                        name -> instance.view(name, TABLE, sysId, List.of(column), row -> row.text(column)))
                .map(text -> text.orElse(""));
    }

    @Override
    public Uni<Written<Incident>> update(SysId sysId, Map<String, String> changes) {
        var values = Map.copyOf(changes);
        return checked(
                "Updating an incident",
                values.keySet(),
                name -> instance.change(
                        name,
                        TABLE,
                        sysId,
                        values,
                        IncidentRow.columnsAnd(values.keySet()),
                        row -> written(values, row)));
    }

    @Override
    public Multi<Incident> query(Query query) {
        return instance.all("Listing incidents", TABLE, IncidentRow.COLUMNS, query, this::incident);
    }

    // "There is none" invites a second incident, so it is not concluded from rows that leave it open.
    private Optional<Incident> bearer(String name, Row row, String correlationId) {
        var found = row.text("correlation_id");
        if (found.isEmpty()) {
            throw new Forbidden(name + " came back without that column", "", Effect.NONE);
        }
        // The database compares without regard to case, so somebody else's may come along.
        if (!found.equalsIgnoreCase(correlationId)) {
            throw new IllegalArgumentException("incidents of other correlation ids");
        }
        return found.equals(correlationId) ? Optional.of(incident(row)) : Optional.empty();
    }

    private static <T> Uni<T> checked(String name, Collection<String> columns, Function<String, Uni<T>> write) {
        return columns.stream().allMatch(Literal::isName)
                ? write.apply(name)
                : Uni.createFrom().failure(new Rejected(name + " needs names of columns", "", Effect.NONE));
    }

    private Written<Incident> written(Map<String, String> sent, Row stored) {
        return new Written<>(incident(stored), Difference.between(sent, stored));
    }

    private Incident incident(Row row) {
        return IncidentRow.incident(row, address);
    }
}
