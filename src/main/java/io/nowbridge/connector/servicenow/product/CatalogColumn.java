package io.nowbridge.connector.servicenow.product;

import io.nowbridge.servicenow.Column;
import java.util.Map;
import java.util.Optional;

/**
 * A column as values are written to it.
 *
 * @param reference the table whose records it refers to; empty if none
 * @param length in characters; 0 where nothing limits it, or nothing is known
 */
record CatalogColumn(String name, Kind kind, String reference, int length) {

    /** What becomes of a value on its way into a column. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** An amount, before which its currency stands. */
        MONEY,
        REFERENCE,
        /** Several references. */
        LIST
    }

    // What ServiceNow ships, for those who may not read the dictionary.
    private static final Map<String, CatalogColumn> SHIPPED = Map.of(
            "manufacturer",
            refers("manufacturer", Kind.REFERENCE, "core_company"),
            "vendor",
            refers("vendor", Kind.REFERENCE, "core_company"),
            "cmdb_model_category",
            refers("cmdb_model_category", Kind.LIST, "cmdb_model_category"),
            "cost",
            new CatalogColumn("cost", Kind.MONEY, "", 0),
            "vendor_price",
            new CatalogColumn("vendor_price", Kind.MONEY, "", 0),
            "list_price",
            new CatalogColumn("list_price", Kind.MONEY, "", 0));

    /** The column as the dictionary has it; as it usually is where that may not be read. */
    static CatalogColumn of(String name, Map<String, Column> dictionary) {
        return Optional.ofNullable(dictionary.get(name))
                .map(CatalogColumn::of)
                .or(() -> Optional.ofNullable(SHIPPED.get(name)))
                .orElseGet(() -> new CatalogColumn(name, Kind.TEXT, "", 0));
    }

    boolean refers() {
        return !reference.isEmpty() && (kind == Kind.REFERENCE || kind == Kind.LIST);
    }

    private static CatalogColumn of(Column column) {
        var kind = kind(column.type());
        return new CatalogColumn(
                column.name(),
                kind,
                column.reference(),
                kind == Kind.TEXT && !column.choice() ? column.maxLength() : 0);
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "reference" -> Kind.REFERENCE;
            case "glide_list" -> Kind.LIST;
            case "currency", "currency2", "price" -> Kind.MONEY;
            case "boolean" -> Kind.BOOLEAN;
            case "integer", "decimal", "float", "longint" -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    private static CatalogColumn refers(String name, Kind kind, String table) {
        return new CatalogColumn(name, kind, table, 0);
    }
}
