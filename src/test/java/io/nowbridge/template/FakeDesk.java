package io.nowbridge.template;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Probe;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A desk with the tables of procurement; can be told to refuse its schema, and to lack a right. */
public final class FakeDesk implements DeskSchema, Probe {

    private static final Column TEXT = new Column("string", 100, false, List.of());

    private final Map<String, SortedMap<String, Column>> tables = new HashMap<>();
    private final List<Need> tried = new ArrayList<>();
    private final List<Check> failing = new ArrayList<>();
    private Optional<Authentication> renewed = Optional.empty();
    private boolean closed;
    private Runnable meanwhile = () -> {};

    FakeDesk() {
        has("cmdb_hardware_product_model", "model_number", "name", "u_quantity");
        has("pc_vendor_cat_item", "product_id", "vendor_price", "active");
        has("proc_po", "number", "u_note");
        has("proc_po_item", "purchase_order", "part_number");
        put("cmdb_hardware_product_model", "u_category", choices("printing", "other"));
        put("cmdb_hardware_product_model", "u_short", new Column("string", 10, false, List.of()));
        put("proc_po", "status", new Column("string", 40, true, List.of()));
        put("proc_po", "u_tds_order_status", choices("Send to TDS", "TDS Accepted", "TDS Shipped"));
    }

    /** From now on the schema cannot be read. */
    public void closeSchema() {
        closed = true;
    }

    /** From now on a test finds that the user may not write to a table. */
    public void lackRightOn(String table) {
        failing.add(Check.failed("write", table, "The user may not write", "Grant the role.", WhoCanFix.ADMINISTRATOR));
    }

    /** From now on a test is handed other credentials in place of its own. */
    void renew(Authentication credentials) {
        renewed = Optional.of(credentials);
    }

    void drop(String table, String column) {
        tables.get(table).remove(column);
    }

    List<Need> tried() {
        return tried;
    }

    /** What happens while the desk is tried. */
    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    @Override
    public Uni<Schema> of(Connection desk, Set<String> names) {
        if (closed) {
            return Uni.createFrom()
                    .failure(new Forbidden(
                            new Report("Reading sys_dictionary answered 403", "Grant the role.", Effect.NONE),
                            new IllegalStateException("403")));
        }
        var found = new HashMap<String, Table>();
        tables.forEach((name, columns) -> {
            if (names.contains(name)) {
                found.put(name, new Table(columns));
            }
        });
        return Uni.createFrom().item(new Schema(found));
    }

    @Override
    public boolean hasClient(SystemType type) {
        return true;
    }

    @Override
    public Uni<List<Check>> test(Trial trial, Function<Authentication, Uni<Void>> keep) {
        tried.addAll(trial.needs());
        meanwhile.run();
        var passed = Check.passed("credentials", "", "Accepted");
        var checks = new ArrayList<>(List.of(passed));
        checks.addAll(failing);
        return renewed.map(keep).orElseGet(() -> Uni.createFrom().voidItem()).replaceWith(checks);
    }

    private static Column choices(String... values) {
        return new Column(
                "choice",
                40,
                false,
                List.of(values).stream().map(value -> new Choice(value, value)).toList());
    }

    private void has(String table, String... columns) {
        for (var column : columns) {
            put(table, column, TEXT);
        }
    }

    private void put(String table, String name, Column column) {
        tables.computeIfAbsent(table, any -> new TreeMap<>()).put(name, column);
    }
}
