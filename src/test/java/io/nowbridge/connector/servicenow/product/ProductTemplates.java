package io.nowbridge.connector.servicenow.product;

import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateKind;
import java.util.Map;
import java.util.TreeMap;

/** The template that the tests of desks write by. */
public final class ProductTemplates {

    public static final String VENDOR = "TD SYNNEX";

    private ProductTemplates() {}

    public static Template usual() {
        return TemplateFixtures.template("products", form());
    }

    /** The same, which leaves products as they are that were there before. */
    public static Template leaving() {
        return TemplateFixtures.template("products", TemplateFixtures.choosing(form(), "updateExisting", "false"));
    }

    private static TemplateForm form() {
        var mappings = new Mappings(
                new TreeMap<>(Map.of("product", "cmdb_hardware_product_model", "offer", "pc_vendor_cat_item")),
                new TreeMap<>(Map.of(
                        "sku", "product_id",
                        "manufacturerPartNumber", "model_number",
                        "name", "name",
                        "manufacturer", "manufacturer",
                        "description", "description",
                        "category", "cmdb_model_category",
                        "weight", "weight",
                        "cost", "vendor_price",
                        "listPrice", "list_price",
                        "active", "active")),
                new TreeMap<>());
        return TemplateFixtures.form(TemplateKind.PRODUCT_SYNC, mappings);
    }

    /** What a supplier of Source-to-Pay is told; the columns of the offer are the stand-in's. */
    public static Template sourceToPay() {
        var mappings = new Mappings(
                new TreeMap<>(Map.of("product", "cmdb_hardware_product_model", "offer", "sn_shop_supplier_product")),
                new TreeMap<>(Map.of(
                        "sku", "sku",
                        "manufacturerPartNumber", "model_number",
                        "name", "name",
                        "manufacturer", "manufacturer",
                        "description", "description",
                        "category", "cmdb_model_category",
                        "quantity", "quantity",
                        "cost", "price",
                        "active", "active")),
                new TreeMap<>());
        return TemplateFixtures.template("products", TemplateFixtures.form(TemplateKind.PRODUCT_SYNC, mappings));
    }
}
