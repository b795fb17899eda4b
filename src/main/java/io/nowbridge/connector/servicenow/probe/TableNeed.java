package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connection.ProductSettings.Writing;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that is needed of one table, whoever needs it.
 *
 * @param features those who need it, as people call them
 * @param writes whether records are written to it as such
 * @param fields all that are read or written
 * @param written those that are written
 * @param catalog whether products are kept in it, in whatever way they are written
 */
record TableNeed(
        String table,
        SortedSet<String> features,
        boolean writes,
        SortedSet<String> fields,
        SortedSet<String> written,
        boolean catalog) {

    /** One for each table, in the order of their names; products are written as {@code writing} says. */
    static List<TableNeed> of(List<Need> needs, Writing writing) {
        var byTable = new TreeMap<String, TableNeed>();
        needs.stream().map(TableNeed::of).forEach(need -> byTable.merge(need.table(), need, TableNeed::and));
        return byTable.values().stream().map(need -> need.by(writing)).toList();
    }

    // What a transform map or the supplier's API writes, takes no right of the integration user on the table itself.
    private TableNeed by(Writing writing) {
        return catalog && writing != Writing.BATCH
                ? new TableNeed(table, features, false, fields, new TreeSet<>(), true)
                : this;
    }

    Line read() {
        return new Line("read", table);
    }

    Line field() {
        return new Line("field", table);
    }

    Line create() {
        return new Line("create", table);
    }

    Line write() {
        return new Line("write", table);
    }

    /** What is looked at, in the order in which one rests on another. */
    Stream<Line> lines() {
        return writes ? Stream.of(read(), field(), create(), write()) : Stream.of(read(), field());
    }

    /** Whether the table holds purchase orders, catalogue items or product models. */
    boolean isProcurement() {
        return isProcurement(table);
    }

    /** Whether it holds the heads of purchase orders. */
    boolean isPurchaseOrder() {
        return table.equals("proc_po");
    }

    private static boolean isProcurement(String table) {
        return table.startsWith("proc_")
                || table.startsWith("pc_")
                || (table.startsWith("cmdb_") && table.endsWith("_model"));
    }

    private static boolean isCatalog(String table) {
        return table.startsWith("sn_shop_") || (isProcurement(table) && !table.startsWith("proc_"));
    }

    private static TableNeed of(Need need) {
        var writes = need.access() == Access.WRITE;
        return new TableNeed(
                need.table(),
                new TreeSet<>(List.of(need.feature())),
                writes,
                need.fields(),
                writes ? need.fields() : new TreeSet<>(),
                writes && isCatalog(need.table()));
    }

    private TableNeed and(TableNeed other) {
        return new TableNeed(
                table,
                union(features, other.features),
                writes || other.writes,
                union(fields, other.fields),
                union(written, other.written),
                catalog || other.catalog);
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
