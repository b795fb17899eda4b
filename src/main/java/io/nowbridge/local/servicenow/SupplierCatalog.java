package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The products of suppliers. One is published once somebody has mapped both its category and its unit, and, told again, is
 * found by its SKU; its model is found by the manufacturer's part number.
 */
final class SupplierCatalog {

    private static final String PRODUCTS = "sn_shop_supplier_product";
    private static final String MODELS = "cmdb_model";
    private static final String CATEGORIES = "sn_spend_intg_category";
    private static final String UNITS = "sn_spend_intg_unit";

    private final Instance instance;
    private final RecordWriter writer;

    SupplierCatalog(Instance instance, RecordWriter writer) {
        this.instance = instance;
        this.writer = writer;
    }

    /** Takes a product in, or answers what is wrong with it. */
    List<String> product(Request request, JsonObject delivery, JsonObject product) {
        var category =
                text(product, "unspsc").isEmpty() ? text(product, "product_category_name") : text(product, "unspsc");
        var flaws = Stream.of(
                        empty("SKU", text(product, "sku")),
                        empty("Product name", text(product, "product_name")),
                        empty("MPN", text(product, "mpn")),
                        empty("Manufacturer", text(product, "manufacturer")),
                        empty("Product category", category),
                        empty("Unit", text(product, "unit")),
                        contractFlaws(product))
                .flatMap(flaw -> flaw)
                .toList();
        if (!flaws.isEmpty()) {
            return flaws;
        }
        var hasCategory = isMapped(request, CATEGORIES, category);
        var hasUnit = isMapped(request, UNITS, text(product, "unit"));
        var values = new HashMap<String, Object>(Map.of(
                "sku", text(product, "sku"),
                "supplier_id", text(delivery, "supplier_id"),
                "name", text(product, "product_name"),
                "product_model", model(request, product).sysId(),
                "price", price(product),
                "unit", text(product, "unit"),
                "active", String.valueOf(hasCategory && hasUnit)));
        if (!text(product, "available_units").isEmpty()) {
            values.put("available_units", text(product, "available_units"));
        }
        find(delivery, product)
                .ifPresentOrElse(
                        row -> writer.update(row, values, request),
                        () -> writer.insert(instance.schema().table(PRODUCTS), values, request));
        return List.of();
    }

    List<String> price(Request request, JsonObject delivery, JsonObject product) {
        return change(
                request,
                delivery,
                product,
                "pricing",
                contractFlaws(product).toList(),
                Map.of("price", price(product)));
    }

    List<String> availability(Request request, JsonObject delivery, JsonObject product) {
        return change(
                request,
                delivery,
                product,
                "availability",
                empty("Unit", text(product, "unit")).toList(),
                Map.of("available_units", text(product, "available_units")));
    }

    private List<String> change(
            Request request,
            JsonObject delivery,
            JsonObject product,
            String matter,
            List<String> flaws,
            Map<String, Object> values) {
        var row = find(delivery, product);
        if (row.isPresent() && flaws.isEmpty()) {
            writer.update(row.get(), values, request);
            return List.of();
        }
        var unknown = row.isPresent()
                ? Stream.<String>empty()
                : Stream.of("The product for which you are trying to update " + matter + " does not exist");
        return Stream.concat(unknown, flaws.stream()).toList();
    }

    private Optional<Row> find(JsonObject delivery, JsonObject product) {
        return instance.records()
                .called(instance.schema().table(PRODUCTS).name(), "sku", text(product, "sku"))
                .filter(row -> row.value("supplier_id").equals(text(delivery, "supplier_id")))
                .findFirst();
    }

    private Row model(Request request, JsonObject product) {
        var values = Map.<String, Object>of(
                "name", text(product, "product_name"),
                "model_number", text(product, "mpn"),
                "short_description", text(product, "product_description"));
        return instance.records()
                .called(MODELS, "model_number", text(product, "mpn"))
                .findFirst()
                .map(row -> writer.update(row, values, request))
                .orElseGet(() -> writer.insert(instance.schema().table(MODELS), values, request));
    }

    // A name that is new is kept, for somebody to map it.
    private boolean isMapped(Request request, String table, String name) {
        var row = instance.records()
                .called(table, "name", name)
                .findFirst()
                .orElseGet(() ->
                        writer.insert(instance.schema().table(table), Map.<String, Object>of("name", name), request));
        return !row.value("mapped_to").isEmpty();
    }

    private static Stream<String> contractFlaws(JsonObject product) {
        var contract = product.getJsonObject("contract_agreement", new JsonObject());
        return Stream.of(
                        empty("Contract number", text(contract, "contract_number")),
                        empty("Negotiated price", text(contract, "negotiated_price")),
                        empty("Negotiated currency", text(contract, "negotiated_currency")))
                .flatMap(flaw -> flaw);
    }

    private static String price(JsonObject product) {
        var contract = product.getJsonObject("contract_agreement", new JsonObject());
        return text(contract, "negotiated_currency") + ";" + text(contract, "negotiated_price");
    }

    private static Stream<String> empty(String label, String value) {
        return value.isEmpty() ? Stream.of("Field Value empty/Formatting issue " + label) : Stream.empty();
    }

    private static String text(JsonObject json, String key) {
        return Optional.ofNullable(json.getValue(key)).map(Object::toString).orElse("");
    }
}
