package io.nowbridge.product;

import io.nowbridge.product.Assortment.Kind;
import io.nowbridge.template.ProductSync;
import io.nowbridge.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which products of a catalogue are kept at the desk. Each of the first three leaves everything in while it is empty.
 *
 * @param categories the first digits of category codes
 * @param manufacturers in any case
 * @param skus these too, whatever else is said
 * @param except these never
 */
public record Selection(
        Set<String> categories,
        Set<String> manufacturers,
        Set<Product.Status> statuses,
        Set<Sku> skus,
        Set<Sku> except) {

    // A category code has three digits for each of its levels.
    private static final int LEVEL = 3;
    private static final int CODE = 9;

    public Selection {
        categories = Set.copyOf(categories);
        manufacturers = manufacturers.stream().map(Selection::folded).collect(Collectors.toUnmodifiableSet());
        statuses = Set.copyOf(statuses);
        skus = Set.copyOf(skus);
        except = Set.copyOf(except);
    }

    /** That of a template. */
    public static Selection of(Template template) {
        return of(template.form().options(), Map.of());
    }

    /** What options say where others say nothing else. */
    static Selection of(Map<String, String> options, Map<String, String> others) {
        var all = new HashMap<>(options);
        all.putAll(others);
        return new Selection(
                Set.copyOf(ProductSync.SELECTED_CATEGORIES.in(all)),
                Set.copyOf(ProductSync.SELECTED_MANUFACTURERS.in(all)),
                ProductSync.SELECTED_STATUSES.in(all).stream()
                        .map(Product.Status::of)
                        .collect(Collectors.toSet()),
                skus(ProductSync.SELECTED_SKUS.in(all)),
                skus(ProductSync.EXCEPT_SKUS.in(all)));
    }

    /** A product's manufacturer as a list of them can name it: without commas. */
    static String nameOf(Product product) {
        return product.manufacturer().indexOf(',') < 0
                ? product.manufacturer()
                : product.manufacturer().replaceAll("\\s*,\\s*", " ").strip();
    }

    /** A product's category as far as a list of them can name it. */
    static String categoryOf(Product product) {
        var code = product.category();
        return code.length() > CODE ? code.substring(0, CODE) : code;
    }

    public boolean chooses(Product product) {
        if (except.contains(product.sku())) {
            return false;
        }
        return skus.contains(product.sku()) || covers(Kind.of(product));
    }

    /** Whether it chooses the products of a kind, but for those that it names. */
    boolean covers(Kind kind) {
        return isInACategory(kind.category())
                && (manufacturers.isEmpty() || manufacturers.contains(folded(kind.manufacturer())))
                && (statuses.isEmpty() || statuses.contains(kind.status()));
    }

    /** Whether it names products one by one, and does not go by their kinds alone. */
    boolean namesProducts() {
        return !skus.isEmpty() || !except.isEmpty();
    }

    // Asked of every product of a catalogue: looked up by its few possible beginnings, not held against each of many.
    private boolean isInACategory(String code) {
        if (categories.isEmpty()) {
            return true;
        }
        for (var digits = LEVEL; digits <= code.length(); digits += LEVEL) {
            if (categories.contains(code.substring(0, digits))) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<Sku> skus(List<String> values) {
        return values.stream().map(Sku::new).collect(Collectors.toSet());
    }
}
