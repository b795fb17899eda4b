package io.nowbridge.order;

import static java.util.stream.Collectors.toMap;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.Block;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Kept;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.product.Pairing;
import io.nowbridge.product.Product;
import io.nowbridge.product.Sku;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What is known of products that are to be ordered: at the desk, in the catalogue, and from the distributor at this moment. */
final class Assortment {

    /**
     * What is known of some products.
     *
     * @param sync the enabled template that keeps the catalogue at the desk
     * @param quotes empty where the distributor cannot be asked for prices
     */
    record Knowledge(
            Optional<Template> sync, Map<Sku, Kept> kept, Map<Sku, Product> listed, Optional<Map<Sku, Quote>> quotes) {

        Knowledge {
            kept = Map.copyOf(kept);
            listed = Map.copyOf(listed);
            quotes = quotes.map(Map::copyOf);
        }
    }

    /** What an edition says of those that it was asked about. */
    private record Read(Optional<Edition> edition, Map<Sku, Optional<Product>> products) {

        private static final Read NOTHING = new Read(Optional.empty(), Map.of());

        // Enough for the orders of a busy hour, and no more than some ten megabytes.
        private static final int MOST = 10_000;

        Read {
            products = Map.copyOf(products);
        }

        boolean knows(Edition newest, Set<Sku> skus) {
            return edition.equals(Optional.of(newest)) && products.keySet().containsAll(skus);
        }

        Read with(Edition newest, Map<Sku, Optional<Product>> more) {
            var all = new HashMap<>(more);
            if (edition.equals(Optional.of(newest)) && products.size() < MOST) {
                all.putAll(products);
            }
            return new Read(Optional.of(newest), all);
        }

        Map<Sku, Product> of(Set<Sku> skus) {
            return skus.stream()
                    .flatMap(sku -> products.getOrDefault(sku, Optional.empty()).stream())
                    .collect(toMap(Product::sku, product -> product));
        }
    }

    private final Templates templates;
    private final KeptProducts kept;
    private final Catalogues catalogues;
    private final Map<ConnectionId, Read> read = new ConcurrentHashMap<>();

    Assortment(Templates templates, KeptProducts kept, Catalogues catalogues) {
        this.templates = templates;
        this.kept = kept;
        this.catalogues = catalogues;
    }

    Uni<Knowledge> of(Way way, Set<Sku> skus) {
        var catalogue = catalogues.of(way.distributor());
        return Uni.combine()
                .all()
                .unis(sync(way), kept(way, skus), listed(way, catalogue, skus), quotes(catalogue, skus))
                .with(Knowledge::new);
    }

    private Uni<Optional<Template>> sync(Way way) {
        return templates
                .of(way.desk().id())
                .filter(template -> template.enabled()
                        && template.form().kind() == TemplateKind.PRODUCT_SYNC
                        && template.form().desk().equals(way.desk().id())
                        && template.form()
                                .distributor()
                                .equals(way.distributor().id()))
                .collect()
                .first()
                .map(Optional::ofNullable);
    }

    private Uni<Map<Sku, Kept>> kept(Way way, Set<Sku> skus) {
        var pairing = new Pairing(way.desk().id(), way.distributor().id());
        return kept.read(pairing, skus.stream().map(Block::of).collect(Collectors.toSet()))
                .map(blocks -> blocks.stream()
                        .flatMap(block -> block.products().values().stream())
                        .filter(product -> skus.contains(product.sku()))
                        .collect(toMap(Kept::sku, product -> product)));
    }

    private Uni<Map<Sku, Product>> listed(Way way, Catalogue catalogue, Set<Sku> skus) {
        return catalogue
                .newest()
                .flatMap(
                        newest -> newest.map(edition -> listed(way.distributor().id(), catalogue, edition, skus))
                                .orElseGet(() -> Uni.createFrom().item(Map.of())));
    }

    // An edition of half a million rows takes seconds: once for an order's products, not again for each try.
    private Uni<Map<Sku, Product>> listed(
            ConnectionId distributor, Catalogue catalogue, Edition newest, Set<Sku> skus) {
        var before = read.getOrDefault(distributor, Read.NOTHING);
        if (before.knows(newest, skus)) {
            return Uni.createFrom().item(before.of(skus));
        }
        return catalogue
                .rows(newest)
                .filter(row -> row instanceof Row.Listed(var product) && skus.contains(product.sku()))
                .map(row -> ((Row.Listed) row).product())
                .collect()
                .asMap(Product::sku)
                .map(found -> before.with(
                        newest, skus.stream().collect(toMap(sku -> sku, sku -> Optional.ofNullable(found.get(sku))))))
                .invoke(now -> read.put(distributor, now))
                .map(now -> now.of(skus));
    }

    private static Uni<Optional<Map<Sku, Quote>>> quotes(Catalogue catalogue, Set<Sku> skus) {
        return catalogue.quotes() && !skus.isEmpty()
                ? catalogue
                        .quotes(List.copyOf(skus))
                        .map(quotes -> Optional.of(
                                quotes.stream().collect(toMap(Quote::sku, quote -> quote, (one, same) -> one))))
                : Uni.createFrom().item(Optional.empty());
    }
}
