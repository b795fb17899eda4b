package io.nowbridge.connector.servicenow.order;

import static java.util.stream.Collectors.groupingBy;

import io.nowbridge.connector.servicenow.order.OrderRows.Reading;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads purchase orders, twenty at a time with their lines and the stockrooms that they go to. */
final class PurchaseOrderRecords {

    // The keys of all stand in the address of a page of lines, which its Link header repeats four times: 8 KB hold
    // that.
    private static final int AT_ONCE = 20;

    private final Records records;
    private final OrderLayout layout;
    private final OrderRows rows;
    private final String usualStockroom;

    /** {@code usualStockroom} is where those go that name none; empty if they go nowhere. */
    PurchaseOrderRecords(Records records, OrderLayout layout, String usualStockroom) {
        this.records = records;
        this.layout = layout;
        this.rows = new OrderRows(layout);
        this.usualStockroom = usualStockroom;
    }

    /** Those that are marked and the vendor's. */
    Multi<PurchaseOrder> ready(PassedOver wanted, Reading known) {
        var query = wanted.vendor().among(Query.where(wanted.status(), wanted.ready()));
        return records.matching(layout.orders(), rows.orderColumns(), query)
                .map(Cells::new)
                // The instance compares without regard to case, and ignores conditions on columns that it does not
                // have.
                .filter(row -> row.at(wanted.status()).equals(wanted.ready())
                        && wanted.vendor().is(row))
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some -> complete(some, known))
                .onItem()
                .disjoint();
    }

    /** The one that people, or the instance itself, call so. */
    Uni<Optional<PurchaseOrder>> find(String name, Reading known) {
        if (!Query.takes(name)) {
            return Uni.createFrom().item(Optional.empty());
        }
        var column = SysId.isSysId(name) ? "sys_id" : rows.numberColumn();
        return records.matching(layout.orders(), rows.orderColumns(), Query.where(column, name))
                .map(Cells::new)
                .filter(row -> row.at(column).equalsIgnoreCase(name.strip()))
                .select()
                .first()
                .collect()
                .asList()
                .flatMap(found -> complete(found, known))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<PurchaseOrder>> complete(List<Cells> orders, Reading known) {
        if (orders.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine()
                .all()
                .unis(lines(orders), stockrooms(orders))
                .with((lines, stockrooms) -> orders.stream()
                        .map(order -> rows.order(
                                order,
                                lines.getOrDefault(order.id(), List.of()),
                                rows.stockroom(order, usualStockroom)
                                        .map(name -> stockrooms.getOrDefault(folded(name), Cells.NONE)),
                                known))
                        .toList());
    }

    private Uni<Map<String, List<Cells>>> lines(List<Cells> orders) {
        var column = rows.orderOfLine();
        var query = Query.where(column).isOneOf(orders.stream().map(Cells::id).toList());
        return records.matching(layout.lines(), rows.lineColumns(), query)
                .map(Cells::new)
                .collect()
                .asList()
                .map(found -> found.stream().collect(groupingBy(line -> line.at(column))));
    }

    private Uni<Map<String, Cells>> stockrooms(List<Cells> orders) {
        var names = orders.stream()
                .flatMap(order -> rows.stockroom(order, usualStockroom).stream())
                .filter(Query::takes)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return records.matching(Destination.STOCKROOMS, Destination.columns(""), named(names))
                .map(Cells::new)
                .collect()
                .asList()
                .map(found -> names.stream()
                        .flatMap(name -> found.stream()
                                .filter(room -> folded(room.at("name")).equals(folded(name))
                                        || room.id().equals(name))
                                .limit(1)
                                .map(room -> Map.entry(folded(name), room)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)));
    }

    // By the name, or by the sys_id; there is no escape for a comma in a list.
    private static Query named(List<String> names) {
        var query = named(names.getFirst());
        for (var name : names.subList(1, names.size())) {
            query = query.or(column(name), name);
        }
        return query;
    }

    private static Query named(String name) {
        return Query.where(column(name), name);
    }

    private static String column(String name) {
        return SysId.isSysId(name) ? "sys_id" : "name";
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
