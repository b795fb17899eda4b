package io.nowbridge.template;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What a Product Sync template can be told. */
public final class ProductSync {

    private static final Pattern SKU = Pattern.compile("[\\p{Graph}&&\\p{ASCII}&&[^,]]{1,40}");

    // The distributor's words of Product.Status.
    private static final List<String> STATUS =
            List.of("active", "special-order", "end-of-life", "to-be-discontinued", "discontinued");

    /**
     * What becomes of products that the desk does not have yet: only those are created whose category is mapped, or all, or
     * those alone that {@link #SELECTED_SKUS} names.
     */
    public static final Option<String> NEW_PRODUCTS =
            Option.choice("newProducts", "mapped-categories", "create", "review");

    /** Whether what the desk has is written again when it changes; what is sold no more, or again, is so said either way. */
    public static final Option<Boolean> UPDATE_EXISTING = Option.toggle("updateExisting", true);

    /** Whether prices are written. */
    public static final Option<Boolean> UPDATE_COST = Option.toggle("updateCost", true);

    /** Whether quantities are written, and what follows from them. */
    public static final Option<Boolean> UPDATE_INVENTORY = Option.toggle("updateInventory", true);

    /** Whether the cost is that with promotions (price file 4.3, field 13) or that without (field 21). */
    public static final Option<Boolean> PROMO_PRICING = Option.toggle("promoPricing", true);

    /** In whose currency prices are written. */
    public static final Option<String> CURRENCY = Option.choice("currency", "distributor", "desk");

    /** What becomes of products that the distributor sells no more. */
    public static final Option<String> DISCONTINUED = Option.choice("discontinued", "inactive", "keep");

    /** The first digits of category codes, whole levels of them. */
    public static final Option<List<String>> SELECTED_CATEGORIES =
            Option.many("selectedCategories", Categories.CODE, 500);

    public static final Option<List<String>> SELECTED_MANUFACTURERS =
            Option.many("selectedManufacturers", ValueMap.WORD, 500);

    public static final Option<List<String>> SELECTED_STATUSES =
            Option.anyOf("selectedStatuses", STATUS.toArray(String[]::new));

    /** These too, whatever else is selected. */
    public static final Option<List<String>> SELECTED_SKUS = Option.many("selectedSkus", SKU, 10_000);

    /** These never. */
    public static final Option<List<String>> EXCEPT_SKUS = Option.many("exceptSkus", SKU, 10_000);

    static final String CATEGORIES = "categories";
    static final String MODELS = "models";
    static final String UNITS = "units";
    static final String CURRENCIES = "currencies";
    static final String STATUSES = "statuses";

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
                    Field.written("product", "modelCost").atServiceNow("cost"),
                    Field.written("product", "status").atServiceNow("status"),
                    Field.written("product", "replacement"),
                    Field.written("product", "minimumQuantity"),
                    Field.written("offer", "cost")
                            .requiredIf(UPDATE_COST, "true")
                            .atServiceNow("vendor_price")
                            .atAutotask("vendorCost"),
                    Field.written("offer", "listPrice").atServiceNow("list_price"),
                    Field.written("offer", "currency"),
                    Field.written("offer", "offerUpc").holding(14).atServiceNow("upc"),
                    Field.written("offer", "outOfStock").atServiceNow("out_of_stock"),
                    Field.written("offer", "active")
                            .requiredIf(DISCONTINUED, "inactive")
                            .atServiceNow("active")
                            .atAutotask("isActive")),
            List.of(
                    ValueMap.shaped(CATEGORIES, "category", Categories.KEY),
                    // To tables, which no column has: there is nothing that a desk could say against them.
                    ValueMap.shaped(MODELS, "product", Categories.KEY),
                    ValueMap.words(UNITS, "unit"),
                    ValueMap.shaped(CURRENCIES, "currency", Pattern.compile("[A-Z]{3}")),
                    ValueMap.of(STATUSES, "status", STATUS.toArray(String[]::new))),
            List.of(
                    NEW_PRODUCTS,
                    UPDATE_EXISTING,
                    UPDATE_COST,
                    UPDATE_INVENTORY,
                    PROMO_PRICING,
                    CURRENCY,
                    DISCONTINUED,
                    SELECTED_CATEGORIES,
                    SELECTED_MANUFACTURERS,
                    SELECTED_STATUSES,
                    SELECTED_SKUS,
                    EXCEPT_SKUS));

    private ProductSync() {}

    /** The desk's categories for the distributor's. */
    public static Categories categories(Template template) {
        return new Categories(template.form().mappings().values(CATEGORIES));
    }

    /** The tables of products by their category, where it is not the one that is mapped for all. */
    public static Categories models(Template template) {
        return new Categories(template.form().mappings().values(MODELS));
    }

    /** The desk's unit for the distributor's: the same where none is mapped. */
    public static String unit(Template template, String unit) {
        return template.form().mappings().values(UNITS).getOrDefault(unit, unit);
    }

    /** The desk's currency for the distributor's: the same where none is mapped. */
    public static String currency(Template template, String currency) {
        return template.form().mappings().values(CURRENCIES).getOrDefault(currency, currency);
    }

    /** The desk's status for the distributor's: the same where none is mapped. */
    public static String status(Template template, String status) {
        return template.form().mappings().values(STATUSES).getOrDefault(status, status);
    }
}
