package io.nowbridge.template;

import java.time.Duration;
import java.util.List;

/** What a Product Sync template can be told. */
public final class ProductSync {

    /** What becomes of products that the desk does not have yet. */
    public static final Option<String> NEW_PRODUCTS =
            Option.choice("newProducts", "mapped-categories", "create", "review");

    public static final Option<Boolean> UPDATE_EXISTING = Option.toggle("updateExisting", true);
    public static final Option<Boolean> UPDATE_COST = Option.toggle("updateCost", true);
    public static final Option<Boolean> UPDATE_INVENTORY = Option.toggle("updateInventory", true);

    /** Whether the cost is that with promotions (price file 4.3, field 13) or that without (field 21). */
    public static final Option<Boolean> PROMO_PRICING = Option.toggle("promoPricing", true);

    /** In whose currency prices are written. */
    public static final Option<String> CURRENCY = Option.choice("currency", "distributor", "desk");

    /** What becomes of products that the distributor sells no more. */
    public static final Option<String> DISCONTINUED = Option.choice("discontinued", "inactive", "keep");

    static final String CATEGORIES = "categories";
    static final String UNITS = "units";

    // The columns at ServiceNow are named as its product catalogue labels them.
    static final Sheet SHEET = new Sheet(
            Duration.ofMinutes(5),
            List.of(
                    Part.of("product", "cmdb_hardware_product_model", "Products"),
                    Part.of("offer", "pc_vendor_cat_item", "ProductVendors")),
            List.of(
                    Field.written("offer", "sku")
                            .requiredAlways()
                            .holding(20)
                            .atServiceNow("product_id")
                            .atAutotask("vendorPartNumber"),
                    Field.written("product", "manufacturerPartNumber")
                            .requiredAlways()
                            .holding(30)
                            .atServiceNow("model_number")
                            .atAutotask("manufacturerProductName"),
                    Field.written("product", "name")
                            .requiredAlways()
                            .atServiceNow("name")
                            .atAutotask("name"),
                    Field.written("product", "manufacturer")
                            .atServiceNow("manufacturer")
                            .atAutotask("manufacturerName"),
                    Field.written("product", "description")
                            .atServiceNow("description")
                            .atAutotask("description"),
                    Field.written("product", "category")
                            .requiredIf(NEW_PRODUCTS, "mapped-categories")
                            .atServiceNow("cmdb_model_category")
                            .atAutotask("productCategory"),
                    Field.written("product", "unit"),
                    Field.written("product", "upc").holding(14).atServiceNow("barcode"),
                    Field.written("product", "weight").atServiceNow("weight"),
                    Field.written("product", "quantity").requiredIf(UPDATE_INVENTORY, "true"),
                    Field.written("offer", "cost")
                            .requiredIf(UPDATE_COST, "true")
                            .atServiceNow("vendor_price")
                            .atAutotask("vendorCost"),
                    Field.written("offer", "listPrice").atServiceNow("list_price"),
                    Field.written("offer", "active")
                            .requiredIf(DISCONTINUED, "inactive")
                            .atServiceNow("active")
                            .atAutotask("isActive")),
            List.of(ValueMap.shaped(CATEGORIES, "category", Categories.KEY), ValueMap.words(UNITS, "unit")),
            List.of(
                    NEW_PRODUCTS,
                    UPDATE_EXISTING,
                    UPDATE_COST,
                    UPDATE_INVENTORY,
                    PROMO_PRICING,
                    CURRENCY,
                    DISCONTINUED));

    private ProductSync() {}

    /** The desk's categories for the distributor's. */
    public static Categories categories(Template template) {
        return new Categories(template.form().mappings().values(CATEGORIES));
    }
}
