package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ProductSettings.Supplier;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Part;
import io.nowbridge.template.Mappings;
import java.util.Map;
import java.util.TreeMap;

/** Says products as the supplier's side of Source-to-Pay has them (ServiceNow docs, Spendint API). */
final class SupplierWords {

    private static final String NONE = "0";

    private SupplierWords() {}

    /** Whether so much is known of it that the catalogue can take it. */
    static boolean isWhole(Change change) {
        return !product(change, "name").isEmpty();
    }

    static boolean hasPrice(Change change) {
        return change.action() != Action.DEACTIVATE && !offer(change, "cost").isEmpty();
    }

    static boolean hasUnits(Change change) {
        return !units(change).isEmpty();
    }

    static Map<String, Object> product(Change change, Supplier supplier) {
        var said = new TreeMap<>(price(change, supplier));
        said.putAll(availability(change, supplier));
        said.put("product_name", product(change, "name"));
        said.put("mpn", product(change, "manufacturerPartNumber"));
        said.put("manufacturer", product(change, "manufacturer"));
        said.put("product_description", product(change, "description"));
        said.put("product_category_name", product(change, "category"));
        return said;
    }

    static Map<String, Object> price(Change change, Supplier supplier) {
        return inOrder(Map.of(
                "sku",
                change.sku().value(),
                "contract_agreement",
                inOrder(Map.of(
                        "contract_number", supplier.contract(),
                        "negotiated_price", offer(change, "cost"),
                        "negotiated_currency", change.wanted().currency().orElse("")))));
    }

    static Map<String, Object> availability(Change change, Supplier supplier) {
        var unit = product(change, "unit");
        var said = inOrder(Map.of("sku", change.sku().value(), "unit", unit.isEmpty() ? supplier.unit() : unit));
        if (hasUnits(change)) {
            said.put("available_units", units(change));
        }
        return said;
    }

    /** What a product that was deactivated is, and should not be. */
    static Difference leftOnSale(Mappings mappings) {
        return new Difference(
                Part.OFFER, mappings.column("active").orElse("active"), "published, with no unit", "false");
    }

    // Said again, it is to be the same text.
    private static Map<String, Object> inOrder(Map<String, Object> said) {
        return new TreeMap<>(said);
    }

    private static String units(Change change) {
        return change.action() == Action.DEACTIVATE ? NONE : product(change, "quantity");
    }

    private static String product(Change change, String field) {
        return change.wanted().product().getOrDefault(field, "");
    }

    private static String offer(Change change, String field) {
        return change.wanted().offer().getOrDefault(field, "");
    }
}
