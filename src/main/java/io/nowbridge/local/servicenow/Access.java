package io.nowbridge.local.servicenow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who may do what, as the settings say; administrators may do everything. */
final class Access {

    private static final String BUYER = "procurement_user";

    // What is kept for auditors, and the role that makes one.
    private static final Map<String, String> AUDITED = Map.of("sys_journal_field", "audit_viewer");

    // ServiceNow docs, Roles installed with procurement: what buyers alone see and change.
    private static final Map<String, String> BOUGHT =
            Map.of("proc_po", BUYER, "proc_po_item", BUYER, "proc_rec_slip", BUYER, "proc_rec_slip_item", BUYER);

    private final Schema schema;
    private final Attachments attachments;
    private final Supplier<Settings> settings;

    Access(Schema schema, Attachments attachments, Supplier<Settings> settings) {
        this.schema = schema;
        this.attachments = attachments;
        this.settings = settings;
    }

    boolean canRead(Caller caller, Table table) {
        return caller.isAdmin()
                || (!denied(caller, table, settings.get().unreadableTables())
                        && hasRole(caller, AUDITED, table)
                        && hasRole(caller, BOUGHT, table));
    }

    /** Whether the caller may read the row, and, where it is part of a file, the record that the file belongs to. */
    boolean canRead(Caller caller, Row row, QueryMatcher matcher) {
        return canRead(caller, schema.table(row.table()))
                && (caller.isAdmin() || !isHidden(row, matcher))
                && attachments
                        .owner(row)
                        .map(record -> canRead(caller, record, matcher))
                        .orElse(true);
    }

    /** Whether the caller may read what a path leads to: every column on the way, and the tables behind the first. */
    boolean canReadField(Caller caller, Table table, String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return !deniedField(caller, table, path, settings.get().unreadableFields());
        }
        return canReadField(caller, table, path.substring(0, dot))
                && table.column(path.substring(0, dot))
                        .flatMap(Column::reference)
                        .flatMap(schema::find)
                        .filter(target -> canRead(caller, target))
                        .filter(target -> canReadField(caller, target, path.substring(dot + 1)))
                        .isPresent();
    }

    boolean canWriteField(Caller caller, Table table, String column) {
        return !deniedField(caller, table, column, settings.get().unwritableFields());
    }

    boolean canReadBack(Caller caller, Row row, QueryMatcher matcher) {
        return canRead(caller, row, matcher)
                && !denied(caller, schema.table(row.table()), settings.get().readBackDenied());
    }

    void requireCreate(Caller caller, Table table) {
        require(mayWrite(caller, table) && !denied(caller, table, settings.get().createDenied()), "Insert");
    }

    void requireUpdate(Caller caller, Table table) {
        require(mayWrite(caller, table) && !denied(caller, table, settings.get().updateDenied()), "Update");
    }

    void requireDelete(Caller caller, Table table) {
        require(mayWrite(caller, table) && !denied(caller, table, settings.get().deleteDenied()), "Delete");
    }

    /** Whoever may change a record may attach files to it and take them away. */
    void requireAttach(Caller caller, Table table, String verb) {
        require(mayWrite(caller, table) && !denied(caller, table, settings.get().updateDenied()), verb);
    }

    void requireApi(String api) {
        if (settings.get().apiAcl().contains(api)) {
            throw Refusal.of(403, "User Not Authorized", "Failed API level ACL Validation");
        }
    }

    /** Query ACLs: whoever may not read a field may not ask about it either. */
    void requireQuery(Caller caller, Table table, EncodedQuery query, QueryMatcher matcher) {
        if (!settings.get().queryAcl()) {
            return;
        }
        var fields = Stream.concat(
                query.conditions().map(EncodedQuery.Condition::field),
                query.orders().stream().map(EncodedQuery.Order::field));
        if (!query.broken().isEmpty()
                || fields.anyMatch(field -> !matcher.isKnown(table, field) || !canReadField(caller, table, field))) {
            throw Refusal.of(
                    403,
                    "Insufficient rights to query records",
                    "Field(s) present in the query do not have permission to be read");
        }
    }

    static Refusal denied(String verb) {
        return Refusal.operationFailed("ACL Exception " + verb + " Failed due to security constraints");
    }

    private boolean isHidden(Row row, QueryMatcher matcher) {
        var table = schema.table(row.table());
        return settings.get().unreadableRows().entrySet().stream()
                .filter(hidden -> table.isA(hidden.getKey()))
                .anyMatch(hidden -> matcher.matches(row, EncodedQuery.parse(hidden.getValue())));
    }

    private static boolean mayWrite(Caller caller, Table table) {
        return caller.isAdmin() || hasRole(caller, BOUGHT, table);
    }

    private static boolean hasRole(Caller caller, Map<String, String> roles, Table table) {
        return Optional.ofNullable(roles.get(table.name())).map(caller::hasRole).orElse(true);
    }

    private static void require(boolean allowed, String verb) {
        if (!allowed) {
            throw denied(verb);
        }
    }

    private static boolean denied(Caller caller, Table table, Set<String> names) {
        return !caller.isAdmin() && table.lineage().stream().anyMatch(names::contains);
    }

    private static boolean deniedField(Caller caller, Table table, String column, Set<String> fields) {
        return !caller.isAdmin() && table.lineage().stream().anyMatch(name -> fields.contains(name + "." + column));
    }
}
