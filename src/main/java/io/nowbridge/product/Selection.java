package io.nowbridge.product;

import java.util.Set;

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

    public Selection {
        categories = Set.copyOf(categories);
        manufacturers = Set.copyOf(manufacturers);
        statuses = Set.copyOf(statuses);
        skus = Set.copyOf(skus);
        except = Set.copyOf(except);
    }
}
