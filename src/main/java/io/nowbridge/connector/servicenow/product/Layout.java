package io.nowbridge.connector.servicenow.product;

import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Part;
import io.nowbridge.servicenow.Column;
import io.nowbridge.template.Mappings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the template has a product's fields at the instance.
 *
 * @param dictionaries the columns of each table, by their name; none of a table that may not be looked up
 */
record Layout(Mappings mappings, Map<String, Map<String, Column>> dictionaries) {

    static final String VENDOR = "vendor";
    static final String MODEL = "model";
    static final String NAME = "name";
    static final String COMPANIES = "core_company";

    private static final String OFFERS = "pc_vendor_cat_item";
    private static final String MODELS = "cmdb_model";

    static String offers(Mappings mappings) {
        return mappings.table("offer").orElse(OFFERS);
    }

    String offers() {
        return offers(mappings);
    }

    String table(Part part, DeskProduct product) {
        return switch (part) {
            case PRODUCT -> product.table();
            case OFFER -> offers();
        };
    }

    /** The table in which a product model is looked for: its kind may have changed, its class does not. */
    static String familyOf(String table) {
        return table.startsWith("cmdb_") && table.endsWith("_model") ? MODELS : table;
    }

    String skuColumn() {
        return mappings.column("sku").orElse("product_id");
    }

    String modelNumberColumn() {
        return mappings.column("manufacturerPartNumber").orElse("model_number");
    }

    Optional<String> manufacturerColumn() {
        return mappings.column("manufacturer");
    }

    /** A field of a product, the column that it has, and what is wanted there. */
    record Cell(String field, CatalogColumn column, String value) {}

    /** The cells of one of a product's records. */
    Stream<Cell> cells(Part part, DeskProduct product) {
        var dictionary = dictionaries.getOrDefault(table(part, product), Map.of());
        return product.fields(part).entrySet().stream()
                .flatMap(field -> mappings.column(field.getKey()).stream()
                        .map(column ->
                                new Cell(field.getKey(), CatalogColumn.of(column, dictionary), field.getValue())));
    }

    /** What a vendor item is called, where such records have a name that nothing is mapped to. */
    Optional<String> offerName(DeskProduct product) {
        var name = product.product().getOrDefault(NAME, product.sku().value());
        return Optional.ofNullable(dictionaries.getOrDefault(offers(), Map.of()).get(NAME))
                .map(column -> column.maxLength() > 0 && name.length() > column.maxLength()
                        ? name.substring(0, column.maxLength())
                        : name);
    }
}
