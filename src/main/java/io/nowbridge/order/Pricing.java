package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Assortment.Knowledge;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Distributor.Terms;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.product.Product;
import io.nowbridge.product.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prices at which a purchase order's lines are ordered: those of the distributor, who puts what is ordered at another into
 * a queue of its own; the purchase order's where the distributor names none.
 *
 * @param items the lines that have a price and a quantity
 * @param flaws what keeps lines from being ordered at all
 * @param differences the prices that are further from the purchase order's than is tolerated
 */
record Pricing(List<Item> items, List<Failure> flaws, List<Failure> differences) {

    Pricing {
        items = List.copyOf(items);
        flaws = List.copyOf(flaws);
        differences = List.copyOf(differences);
    }

    static Pricing of(List<Line> lines, Knowledge known, Terms terms, BigDecimal tolerance) {
        var items = new ArrayList<Item>();
        var flaws = new ArrayList<Failure>();
        var differences = new ArrayList<Failure>();
        for (var line : lines) {
            if (line.unitPrice().isEmpty()) {
                flaws.add(unpriced(line));
                continue;
            }
            var wanted = line.unitPrice().orElseThrow();
            if (!wanted.currency().equals(terms.currency())) {
                flaws.add(foreign(line, wanted, terms));
                continue;
            }
            var price = LineFlaws.sku(line).flatMap(sku -> asked(sku, known)).orElse(wanted.amount());
            if (price.subtract(wanted.amount()).abs().compareTo(tolerance) > 0) {
                differences.add(different(line, wanted, price));
            }
            line.pieces().ifPresent(pieces -> items.add(new Item(line.number(), line.sku(), pieces, price)));
        }
        return new Pricing(items, flaws, differences);
    }

    private static Optional<BigDecimal> asked(Sku sku, Knowledge known) {
        return known.quotes()
                .flatMap(quotes -> Optional.ofNullable(quotes.get(sku)))
                .flatMap(quote -> quote.cost())
                .or(() -> Optional.ofNullable(known.listed().get(sku))
                        .map(Product::prices)
                        .flatMap(Product.Prices::cost));
    }

    private static Failure unpriced(Line line) {
        return new Failure(
                LineFlaws.subject(line),
                "%s has no unit price".formatted(line.sku()),
                WhoCanFix.CALLER,
                "Enter the unit price of the line.");
    }

    private static Failure foreign(Line line, Money wanted, Terms terms) {
        return new Failure(
                LineFlaws.subject(line),
                "The price of %s is in %s, and the account is kept in %s"
                        .formatted(line.sku(), wanted.currency(), terms.currency()),
                WhoCanFix.CALLER,
                "Enter the price in %s.".formatted(terms.currency()));
    }

    private static Failure different(Line line, Money wanted, BigDecimal price) {
        return new Failure(
                LineFlaws.subject(line),
                "The purchase order says %s for %s, and the distributor asks for %s"
                        .formatted(wanted, line.sku(), new Money(price, wanted.currency())),
                WhoCanFix.CALLER,
                "Correct the price of the line, or approve the order at the distributor's.");
    }
}
