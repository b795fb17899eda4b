package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the price and availability service is asked.
 *
 * <p>Source: XML price and availability 3.35.
 *
 * @param version selects what the answer says; the oldest where it is left out
 */
record PriceRequest(BigDecimal version, String customerNumber, String userName, String password, List<Line> lines) {

    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");

    /**
     * One product, by its SKU or by its manufacturer's part number.
     *
     * @param warehouses the only ones to speak of; empty for all
     */
    record Line(Optional<String> sku, Optional<String> partNumber, String number, List<String> warehouses) {}

    /** Refuses, in one sentence for all of it, what lacks something. */
    static PriceRequest read(Element root) {
        if (!root.name().equals("priceRequest")) {
            throw XmlRefusal.incomplete("(1)priceRequest: element required");
        }
        requireAll(root);
        return new PriceRequest(
                version(root.attributes().getOrDefault("version", "")),
                root.said("customerNo").orElseThrow(),
                root.said("userName").orElseThrow(),
                root.said("password").orElseThrow(),
                root.all("skuList").map(PriceRequest::line).toList());
    }

    boolean isAtLeast(String other) {
        return version.compareTo(new BigDecimal(other)) >= 0;
    }

    // Numbered, one after the other, as in the answer to an incomplete purchase order.
    private static void requireAll(Element root) {
        var missing = new ArrayList<String>();
        Stream.of("customerNo", "userName", "password")
                .filter(name -> root.said(name).isEmpty())
                .forEach(name -> missing.add("priceRequest/" + name + ": String value required"));
        if (root.all("skuList").findAny().isEmpty()) {
            missing.add("priceRequest/skuList: element required");
        }
        root.all("skuList")
                .filter(line ->
                        line.said("synnexSKU").or(() -> line.said("mfgPN")).isEmpty())
                .forEach(line -> missing.add("skuList/synnexSKU: String value required"));
        if (!missing.isEmpty()) {
            throw XmlRefusal.incomplete(IntStream.range(0, missing.size())
                    .mapToObj(i -> "(" + (i + 1) + ")" + missing.get(i))
                    .collect(Collectors.joining(" ")));
        }
    }

    private static Line line(Element line) {
        return new Line(
                line.said("synnexSKU"),
                line.said("mfgPN"),
                line.said("lineNumber").orElse(""),
                line.said("requestWarehouse").stream()
                        .flatMap(list -> Stream.of(list.split(",")))
                        .map(String::strip)
                        .toList());
    }

    private static BigDecimal version(String text) {
        return VERSION.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
