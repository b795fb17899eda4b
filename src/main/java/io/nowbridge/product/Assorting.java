package io.nowbridge.product;

import io.nowbridge.product.Assortment.Kind;
import io.nowbridge.product.Catalogue.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what an edition of a catalogue consists of, row by row, and gives up where that would take too much memory. */
final class Assorting {

    private final int most;
    private final Map<Kind, Long> products = new LinkedHashMap<>();
    private boolean tooMany;

    /** Counts {@code most} kinds of products; of a real catalogue there are some ten thousand, in 200 bytes each. */
    Assorting(int most) {
        this.most = most;
    }

    void add(Row row) {
        if (row instanceof Row.Listed(var product) && !tooMany) {
            products.merge(Kind.of(product), 1L, Long::sum);
            if (products.size() > most) {
                tooMany = true;
                products.clear();
            }
        }
    }

    /** What was counted; empty if there were too many kinds. */
    Optional<Assortment> assortment() {
        return tooMany ? Optional.empty() : Optional.of(new Assortment(products));
    }
}
