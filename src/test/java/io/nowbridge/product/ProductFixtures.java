package io.nowbridge.product;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Products, and the template that maps them, as the tests of this package speak of them. */
public final class ProductFixtures {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("sku", "product_id"),
            Map.entry("manufacturerPartNumber", "model_number"),
            Map.entry("name", "name"),
            Map.entry("manufacturer", "manufacturer"),
            Map.entry("description", "description"),
            Map.entry("category", "cmdb_model_category"),
            Map.entry("unit", "u_unit"),
            Map.entry("upc", "barcode"),
            Map.entry("weight", "weight"),
            Map.entry("quantity", "u_quantity"),
            Map.entry("modelCost", "cost"),
            Map.entry("status", "status"),
            Map.entry("replacement", "u_replacement"),
            Map.entry("minimumQuantity", "u_minimum"),
            Map.entry("cost", "vendor_price"),
            Map.entry("listPrice", "list_price"),
            Map.entry("currency", "u_currency"),
            Map.entry("offerUpc", "upc"),
            Map.entry("outOfStock", "out_of_stock"),
            Map.entry("active", "active"));

    private ProductFixtures() {}

    /** A form that maps everything there is. */
    public static TemplateForm everything() {
        var form = TemplateFixtures.productSync();
        for (var field : COLUMNS.entrySet()) {
            form = TemplateFixtures.mapping(form, field.getKey(), field.getValue());
        }
        return form;
    }

    public static Template template(TemplateForm form) {
        return TemplateFixtures.template("products", form).switched(true, TemplateFixtures.BY_MARIA);
    }

    public static Product product(String sku) {
        return new Product(
                new Sku(sku),
                "MPN-" + sku,
                "Hewlett Packard",
                "Printer " + sku,
                "A printer with the number " + sku,
                Status.ACTIVE,
                "012034056",
                new Prices("USD", amount("27.10"), amount("30"), amount("39.90")),
                12,
                "EA",
                "00012345678905",
                amount("1.5"),
                Optional.empty(),
                1);
    }

    /** So many, whose SKUs count from 0. */
    static List<Product> products(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> product(Integer.toString(number)))
                .toList();
    }

    public static Product costing(Product product, String cost) {
        var prices = product.prices();
        return with(
                product,
                new Prices(prices.currency(), amount(cost), prices.costWithoutPromotion(), prices.list()),
                product.status());
    }

    public static Product being(Product product, Status status) {
        return changed(product, sketch -> sketch.status = status);
    }

    public static Product with(Product product, Prices prices, Status status) {
        return changed(product, sketch -> {
            sketch.prices = prices;
            sketch.status = status;
        });
    }

    public static Product ofPartNumber(Product product, String number) {
        return changed(product, sketch -> sketch.partNumber = number);
    }

    public static Product of(String category, String manufacturer, String sku) {
        return changed(product(sku), sketch -> {
            sketch.category = category;
            sketch.manufacturer = manufacturer;
        });
    }

    static Product changed(Product product, Consumer<Sketch> change) {
        var sketch = new Sketch(product);
        change.accept(sketch);
        return sketch.drawn();
    }

    /** A form that maps these values, and its own beside them. */
    static TemplateForm mapping(TemplateForm form, Map<String, Map<String, String>> values) {
        var all = new HashMap<String, SortedMap<String, String>>(form.mappings().values());
        values.forEach((map, its) -> all.put(map, TemplateFixtures.sorted(its)));
        return TemplateFixtures.with(
                form, new Mappings(form.mappings().tables(), form.mappings().fields(), TemplateFixtures.sorted(all)));
    }

    public static Optional<BigDecimal> amount(String text) {
        return Optional.of(new BigDecimal(text));
    }

    public static Unavailable down(Duration retryAfter, boolean asked) {
        return new Unavailable(
                new Report("The desk did not answer", "Wait", Effect.PENDING),
                retryAfter,
                asked,
                new IllegalStateException());
    }

    public static Unauthorized refused() {
        return new Unauthorized(
                new Report("The desk accepts no credentials", "Reconnect it", Effect.NONE),
                new IllegalStateException());
    }
}
