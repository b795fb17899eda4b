package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Assortment.Knowledge;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.product.Kept;
import io.nowbridge.product.Product;
import io.nowbridge.product.Sku;
import io.nowbridge.template.ProductSync;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps the lines of a purchase order from being ordered: products that cannot be had, quantities, units. */
final class LineFlaws {

    private final Knowledge known;

    LineFlaws(Knowledge known) {
        this.known = known;
    }

    /** The products that lines name, those left out that name none. */
    static Set<Sku> skus(List<Line> lines) {
        return lines.stream().flatMap(line -> sku(line).stream()).collect(Collectors.toSet());
    }

    static Optional<Sku> sku(Line line) {
        try {
            return Optional.of(new Sku(line.sku()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What failures say they are about: {@code line 2}. */
    static String subject(Line line) {
        return "line " + line.number();
    }

    List<Failure> of(Line line) {
        return sku(line)
                .map(sku -> Stream.of(product(line, sku), quantity(line, sku), unit(line, sku))
                        .flatMap(Optional::stream)
                        .toList())
                .orElseGet(() -> List.of(invalid(
                        line,
                        "it names no SKU of the distributor",
                        WhoCanFix.CALLER,
                        "Choose a product of the distributor for this line.")));
    }

    private Optional<Failure> product(Line line, Sku sku) {
        var listed = Optional.ofNullable(known.listed().get(sku));
        return Optional.ofNullable(known.kept().get(sku))
                .map(kept -> unsold(line, sku, kept, listed))
                .orElseGet(() -> Optional.of(unkept(line, listed)));
    }

    private Failure unkept(Line line, Optional<Product> listed) {
        var template = known.sync().map(sync -> sync.form().name()).orElse("Product Sync");
        var unmapped = listed.map(Product::category)
                .filter(category -> known.sync()
                        .filter(sync ->
                                ProductSync.categories(sync).of(category).isEmpty())
                        .isPresent());
        return unmapped.map(category -> invalid(
                        line,
                        "its category %s is not mapped, so that it was not synchronised".formatted(category),
                        WhoCanFix.ADMINISTRATOR,
                        "Map the category in the template %s and run it; then retry the order.".formatted(template)))
                .orElseGet(() -> invalid(
                        line,
                        "it was not synchronised to the desk",
                        WhoCanFix.ADMINISTRATOR,
                        ("Run the template %s, so that the product is at the desk, and verify its mapping of categories;"
                                        + " then retry the order.")
                                .formatted(template)));
    }

    private Optional<Failure> unsold(Line line, Sku sku, Kept kept, Optional<Product> listed) {
        if (known.quotes().filter(quotes -> !quotes.containsKey(sku)).isPresent()) {
            return Optional.of(invalid(
                    line,
                    "the distributor does not sell it to this account",
                    WhoCanFix.REMOTE_OWNER,
                    "Ask the distributor to allow it for the account, or choose another product."));
        }
        var isGone = known.quotes()
                .flatMap(quotes -> Optional.ofNullable(quotes.get(sku)))
                .map(quote -> quote.status() == Product.Status.DISCONTINUED)
                .orElseGet(() -> !kept.active()
                        || listed.filter(product -> product.status() == Product.Status.DISCONTINUED)
                                .isPresent());
        return isGone
                ? Optional.of(invalid(
                        line,
                        "it is sold no more" + replacement(listed),
                        WhoCanFix.CALLER,
                        "Choose another product for this line."))
                : Optional.empty();
    }

    private static String replacement(Optional<Product> listed) {
        return listed.flatMap(Product::replacedBy)
                .map(sku -> ", and replaced by " + sku)
                .orElse("");
    }

    private Optional<Failure> quantity(Line line, Sku sku) {
        var least = Optional.ofNullable(known.listed().get(sku))
                .map(Product::minimumQuantity)
                .orElse(1L);
        return line.pieces()
                .map(pieces -> pieces >= least
                        ? Optional.<Failure>empty()
                        : Optional.of(flaw(
                                line,
                                "%d of %s are ordered, and the distributor sells %d at least"
                                        .formatted(pieces, sku, least),
                                "Order %d or more.".formatted(least))))
                .orElseGet(() -> Optional.of(flaw(
                        line,
                        "The quantity %s is not a whole number from 1"
                                .formatted(line.quantity().toPlainString()),
                        "Correct the quantity.")));
    }

    // The desk's word for the distributor's unit is the one that the product's record was given.
    private Optional<Failure> unit(Line line, Sku sku) {
        return Optional.ofNullable(known.listed().get(sku))
                .map(Product::unit)
                .filter(unit -> !unit.isBlank() && !line.unit().isBlank())
                .filter(unit -> Stream.concat(
                                Stream.of(unit), known.sync().map(sync -> ProductSync.unit(sync, unit)).stream())
                        .noneMatch(line.unit().strip()::equalsIgnoreCase))
                .map(unit -> flaw(
                        line,
                        "The unit %s is not that of the product, which is sold by %s".formatted(line.unit(), unit),
                        "Correct the unit and the quantity, or map the unit in the template Product Sync."));
    }

    private static Failure invalid(Line line, String why, WhoCanFix who, String resolution) {
        var product = line.product().isBlank() ? "" : " (%s)".formatted(line.product());
        var sku = line.sku().isBlank() ? "" : " " + line.sku();
        return new Failure(subject(line), "Invalid SKU%s%s: %s".formatted(sku, product, why), who, resolution);
    }

    private static Failure flaw(Line line, String cause, String resolution) {
        return new Failure(subject(line), cause, WhoCanFix.CALLER, resolution);
    }
}
