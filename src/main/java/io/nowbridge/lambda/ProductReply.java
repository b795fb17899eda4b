package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.product.Kept;
import io.nowbridge.product.Product;
import io.nowbridge.product.ShowProduct.Outcome.Shown;
import io.nowbridge.product.ShowProduct.Told;
import io.nowbridge.product.Sku;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One product as the API shows it.
 *
 * @param heldBack why it would not be created, if it would not
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ProductReply(
        String sku,
        Optional<Listed> listed,
        boolean selected,
        Optional<String> heldBack,
        Optional<KeptReply> kept,
        List<ToldReply> history) {

    /** What the catalogue says of it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Listed(
            String manufacturerPartNumber,
            String manufacturer,
            String name,
            String description,
            String status,
            String category,
            String currency,
            Optional<String> cost,
            Optional<String> costWithoutPromotion,
            Optional<String> listPrice,
            long quantity,
            String unit,
            String upc,
            Optional<String> weight,
            Optional<String> replacedBy,
            long minimumQuantity) {

        static Listed of(Product product) {
            var prices = product.prices();
            return new Listed(
                    product.manufacturerPartNumber(),
                    product.manufacturer(),
                    product.name(),
                    product.description(),
                    Spelling.word(product.status()),
                    product.category(),
                    prices.currency(),
                    prices.cost().map(BigDecimal::toPlainString),
                    prices.costWithoutPromotion().map(BigDecimal::toPlainString),
                    prices.list().map(BigDecimal::toPlainString),
                    product.quantity(),
                    product.unit(),
                    product.upc(),
                    product.weight().map(BigDecimal::toPlainString),
                    product.replacedBy().map(Sku::value),
                    product.minimumQuantity());
        }
    }

    /** What is known to be at the desk. */
    @RegisterForReflection
    record KeptReply(boolean active, String writtenAt) {

        static KeptReply of(Kept kept) {
            return new KeptReply(kept.active(), kept.writtenAt().toString());
        }
    }

    /** What became of it in a run. */
    @RegisterForReflection
    record ToldReply(String runId, String at, String task, ProductItemReply item) {

        static ToldReply of(Told told) {
            return new ToldReply(
                    told.run().value(),
                    told.at().toString(),
                    Spelling.word(told.task()),
                    ProductItemReply.of(told.item()));
        }
    }

    static ProductReply of(Shown shown) {
        return new ProductReply(
                shown.sku().value(),
                shown.listed().map(Listed::of),
                shown.selected(),
                shown.heldBack(),
                shown.kept().map(KeptReply::of),
                shown.history().stream().map(ToldReply::of).toList());
    }
}
