package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.Prices.Price;
import io.nowbridge.tdsynnex.Prices.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The document that answers with prices. */
final class PriceResponse {

    private static final int LONGEST_AMOUNT = 20;

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
                product.text("price").map(PriceResponse::amount),
                product.text("totalQuantity").map(Long::valueOf).orElse(0L));
    }

    // An exponent would let four characters stand for a number of a billion digits.
    private static BigDecimal amount(String text) {
        if (text.length() > LONGEST_AMOUNT || text.indexOf('E') >= 0 || text.indexOf('e') >= 0) {
            throw new NumberFormatException("no amount");
        }
        return new BigDecimal(text);
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
