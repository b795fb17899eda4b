package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.Calls.Refused;
import io.nowbridge.tdsynnex.Prices.Price;
import io.nowbridge.tdsynnex.Prices.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** The document that answers with prices. */
final class PriceResponse {

    private static final int LONGEST_AMOUNT = 20;

    private PriceResponse() {}

    static List<Price> read(String document) throws XMLStreamException, Refused {
        var root = Element.parse(document);
        var refusal = root.texts("errorMessage", "errorDetail", "faultstring");
        if (!refusal.isEmpty()) {
            throw new Refused(String.join(": ", refusal));
        }
        if (!root.name().equals("priceResponse")) {
            throw new XMLStreamException("another document than a priceResponse");
        }
        try {
            return root.children("PriceAvailabilityList")
                    .map(PriceResponse::price)
                    .toList();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new XMLStreamException("a price or a quantity that is no number", e);
        }
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
