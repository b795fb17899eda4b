package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.Prices.Price;
import io.nowbridge.tdsynnex.Prices.State;
import java.util.List;
import java.util.Locale;

/** The document that answers with prices. */
final class PriceResponse {

    private PriceResponse() {}

    /** Fails with an {@link IllegalArgumentException} where it is another document. */
    static List<Price> read(Element root) {
        if (!root.name().equals("priceResponse")) {
            throw new IllegalArgumentException("another document than a priceResponse");
        }
        return root.children("PriceAvailabilityList").map(PriceResponse::price).toList();
    }

    private static Price price(Element product) {
        return new Price(
                product.text("synnexSKU").orElse(""),
                state(product.text("status").orElse("")),
                product.text("price").map(Values::amount),
                product.text("totalQuantity").map(Long::valueOf).orElse(0L));
    }

    private static State state(String status) {
        return switch (status.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "active" -> State.ACTIVE;
            case "discontinued" -> State.DISCONTINUED;
            case "notfound" -> State.NOT_FOUND;
            case "notauthorized" -> State.NOT_AUTHORIZED;
            default -> State.OTHER;
        };
    }
}
