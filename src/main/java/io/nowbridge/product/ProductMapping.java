package io.nowbridge.product;

import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.template.Categories;
import io.nowbridge.template.ProductSync;
import io.nowbridge.template.Template;
import java.math.BigDecimal;
import java.util.Optional;

/** Says a distributor's products in the desk's words, as a template maps them. */
final class ProductMapping {

    // What the column of the desk must have at least, as the sheet of the template demands it.
    private static final int LONGEST_UPC = 14;

    // Those of ServiceNow's product models; Autotask's columns are longer.
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_MANUFACTURER = 80;
    private static final int LONGEST_UNIT = 40;

    private final Template template;
    private final String productTable;
    private final String offerTable;
    private final Categories categories;
    private final Categories models;
    private final boolean prices;
    private final boolean inventory;
    private final boolean promotions;
    private final boolean distributorsCurrency;
    private final boolean deactivates;
    private final boolean updatesExisting;

    private ProductMapping(Template template) {
        this.template = template;
        this.productTable = table(template, "product");
        this.offerTable = table(template, "offer");
        this.categories = ProductSync.categories(template);
        this.models = ProductSync.models(template);
        this.prices = ProductSync.UPDATE_COST.of(template);
        this.inventory = ProductSync.UPDATE_INVENTORY.of(template);
        this.promotions = ProductSync.PROMO_PRICING.of(template);
        this.distributorsCurrency = ProductSync.CURRENCY.of(template).equals("distributor");
        this.deactivates = ProductSync.DISCONTINUED.of(template).equals("inactive");
        this.updatesExisting = ProductSync.UPDATE_EXISTING.of(template);
    }

    static ProductMapping of(Template template) {
        return new ProductMapping(template);
    }

    /** Whether what is sold no more is to be inactive at the desk; else it is left as it is. */
    boolean deactivates() {
        return deactivates;
    }

    /** Whether what the desk has is written; else it is left as it is, also where it is met for the first time. */
    boolean updatesExisting() {
        return updatesExisting;
    }

    Imprint imprint(DeskProduct product) {
        return Imprinting.of(product, offerTable, template.form().mappings());
    }

    /** The product as the desk is to have it. */
    DeskProduct of(Product product) {
        var fields = new MappedFields(template.form().mappings());
        fields.product("manufacturerPartNumber", product.manufacturerPartNumber());
        fields.product("name", cut(product.name().isBlank() ? product.description() : product.name(), LONGEST_NAME));
        fields.product("manufacturer", cut(product.manufacturer(), LONGEST_MANUFACTURER));
        fields.product("description", cut(product.description(), LONGEST_DESCRIPTION));
        categories.of(product.category()).ifPresent(category -> fields.product("category", category));
        fields.product("unit", ProductSync.unit(template, cut(product.unit(), LONGEST_UNIT)));
        fields.product("upc", upc(product));
        fields.product("weight", text(product.weight()));
        fields.product("status", ProductSync.status(template, product.status().word()));
        fields.product("replacement", product.replacedBy().map(Sku::value).orElse(""));
        fields.product("minimumQuantity", Long.toString(product.minimumQuantity()));
        fields.offer("sku", product.sku().value());
        fields.offer("offerUpc", upc(product));
        fields.offer("active", Boolean.toString(isActive(product)));
        stock(fields, product.quantity(), isActive(product));
        var money = product.prices();
        if (prices) {
            cost(fields, promotions ? money.cost() : money.costWithoutPromotion());
            fields.offer("listPrice", text(money.list()));
        }
        return fields.of(
                product.sku(), models.of(product.category()).orElse(productTable), currency(fields, money.currency()));
    }

    boolean isActive(Product product) {
        return product.status() != Product.Status.DISCONTINUED;
    }

    /** Whether it can be ordered at the desk once a change is made, where it could {@code before}. */
    boolean isActive(Change change, boolean before) {
        return Optional.ofNullable(change.wanted().offer().get("active"))
                .map(Boolean::parseBoolean)
                .orElse(before);
    }

    /** What remains to be said of a product that the catalogue does not list any more. */
    DeskProduct gone(Sku sku) {
        var fields = new MappedFields(template.form().mappings());
        fields.product("status", ProductSync.status(template, Product.Status.DISCONTINUED.word()));
        fields.offer("active", "false");
        if (inventory) {
            fields.offer("outOfStock", "true");
        }
        return partly(fields, sku, Optional.empty());
    }

    /** Price and stock of a product as they are now, and nothing else of it. */
    DeskProduct of(Quote quote) {
        var fields = new MappedFields(template.form().mappings());
        stock(fields, quote.quantity(), quote.status() != Product.Status.DISCONTINUED);
        if (prices) {
            quote.cost().ifPresent(cost -> cost(fields, Optional.of(cost)));
        }
        return partly(fields, quote.sku(), currency(fields, quote.currency()));
    }

    // Where the table depends on the category, only the catalogue could say which it is.
    private DeskProduct partly(MappedFields fields, Sku sku, Optional<String> currency) {
        var known = models.mapped().isEmpty() ? fields : fields.ofOffer();
        return known.of(sku, productTable, currency);
    }

    private void stock(MappedFields fields, long quantity, boolean active) {
        if (inventory) {
            // Below nothing is what others wait for: there is none to be had.
            fields.product("quantity", Long.toString(Math.max(0, quantity)));
            fields.offer("outOfStock", Boolean.toString(!active || quantity <= 0));
        }
    }

    private static void cost(MappedFields fields, Optional<BigDecimal> cost) {
        fields.offer("cost", text(cost));
        fields.product("modelCost", text(cost));
    }

    private Optional<String> currency(MappedFields fields, String currency) {
        if (!prices || !distributorsCurrency || currency.isEmpty()) {
            return Optional.empty();
        }
        var its = ProductSync.currency(template, currency);
        fields.offer("currency", its);
        return Optional.of(its);
    }

    // A number that does not fit would be another number.
    private static String upc(Product product) {
        return product.upc().length() > LONGEST_UPC ? "" : product.upc();
    }

    private static String text(Optional<BigDecimal> amount) {
        return amount.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).stripTrailing() + "…";
    }

    private static String table(Template template, String part) {
        return template.form()
                .mappings()
                .table(part)
                .orElseThrow(() -> new IllegalStateException("the table of the " + part + " is not mapped"));
    }
}
