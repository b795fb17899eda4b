package io.nowbridge.tdsynnex;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The document that asks for prices. */
final class PriceRequest {

    // Newer ones only add fields, of which none is read.
    private static final String VERSION = "2.8";

    private PriceRequest() {}

    static Element of(Account account, List<String> skus) {
        var who = Stream.of(
                Element.of("customerNo", account.customerNumber()),
                Element.of("userName", account.userName()),
                Element.of("password", account.password()));
        var what = IntStream.range(0, skus.size()).mapToObj(index -> line(skus.get(index), index + 1));
        return Element.of("priceRequest", Stream.concat(who, what).toList()).with("version", VERSION);
    }

    private static Element line(String sku, int number) {
        return Element.of(
                "skuList", List.of(Element.of("synnexSKU", sku), Element.of("lineNumber", Integer.toString(number))));
    }
}
