package io.nowbridge.order;

import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two orders have in common that ask an account for the same things at the same place, however each spells the place and
 * splits a quantity over lines.
 *
 * @param wanted SKUs with their quantities, by SKU
 * @param place without who is to be asked for there
 */
public record Likeness(AccountId account, List<String> wanted, List<String> place) {

    public Likeness {
        wanted = List.copyOf(wanted);
        place = List.copyOf(place);
    }

    public static Likeness of(Order order) {
        var asked = order.asked();
        return new Likeness(order.key().account(), wanted(asked.lines()), place(asked.shipTo()));
    }

    private static List<String> wanted(List<Line> lines) {
        var quantities = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> plain(line.sku()),
                        TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, Line::quantity, BigDecimal::add)));
        return quantities.entrySet().stream()
                .map(each -> each.getKey() + " "
                        + each.getValue().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static List<String> place(ShipTo to) {
        return Stream.of(to.name(), to.name2(), to.line1(), to.line2(), to.city(), to.state(), to.zip(), to.country())
                .map(Likeness::plain)
                .toList();
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
