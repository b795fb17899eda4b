package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connector.servicenow.product.CatalogColumn.Kind;
import io.nowbridge.connector.servicenow.product.Layout.Cell;
import io.nowbridge.connector.servicenow.product.References.Ref;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Part;
import io.nowbridge.servicenow.SysId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one of a product's records holds, as the Table API takes it.
 *
 * @param cut what is longer than its column
 * @param unknown what is referred to and not there
 */
record RecordValues(Map<String, String> columns, List<Difference> cut, Optional<Named> unknown) {

    /** What is looked for, and its name as it is written. */
    record Named(Ref ref, String name) {}

    /** What is named in a product's record: what is looked for, and as it is written. */
    static Map<Ref, String> names(Layout layout, DeskProduct product, Part part) {
        var names = new HashMap<Ref, String>();
        layout.cells(part, product)
                .forEach(cell -> named(cell).forEach(name -> names.put(ref(layout, cell, name), name)));
        return names;
    }

    static RecordValues of(Layout layout, DeskProduct product, Part part, References references) {
        var columns = new TreeMap<String, String>();
        var cut = new ArrayList<Difference>();
        var unknown = new ArrayList<Named>();
        layout.cells(part, product).forEach(cell -> {
            var name = cell.column().name();
            named(cell)
                    .map(word -> new Named(ref(layout, cell, word), word))
                    .filter(named -> references.of(named.ref()).isEmpty() && !isOffer(layout, cell))
                    .forEach(unknown::add);
            var value = value(layout, cell, product.currency(), references);
            columns.put(name, value);
            if (cell.column().length() > 0 && cell.value().length() > value.length()) {
                cut.add(new Difference(part, name, value, cell.value()));
            }
        });
        return new RecordValues(columns, cut, unknown.stream().findFirst());
    }

    private static String value(Layout layout, Cell cell, Optional<String> currency, References references) {
        var value = cell.value().strip();
        return switch (cell.column().kind()) {
            case TEXT -> cut(value, cell.column().length());
            case NUMBER, BOOLEAN -> value;
            // The amount alone would be one of the instance's own currency.
            case MONEY ->
                value.isEmpty() ? "" : currency.map(code -> code + ";" + value).orElse(value);
            case REFERENCE, LIST ->
                cell.column().refers()
                        ? words(cell)
                                .map(word -> id(layout, cell, word, references))
                                .filter(id -> !id.isEmpty())
                                .collect(Collectors.joining(","))
                        : value;
        };
    }

    private static String id(Layout layout, Cell cell, String word, References references) {
        return SysId.isSysId(word)
                ? word
                : references.of(ref(layout, cell, word)).map(SysId::value).orElse(isOffer(layout, cell) ? "" : word);
    }

    // What is sold in its place may not be kept at the instance, or not yet.
    private static boolean isOffer(Layout layout, Cell cell) {
        return cell.column().reference().equals(layout.offers());
    }

    private static Ref ref(Layout layout, Cell cell, String name) {
        return Ref.named(layout, cell.column().reference(), name);
    }

    private static Stream<String> named(Cell cell) {
        return cell.column().refers() ? words(cell).filter(word -> !SysId.isSysId(word)) : Stream.empty();
    }

    private static Stream<String> words(Cell cell) {
        var value = cell.value();
        var words = cell.column().kind() == Kind.LIST ? Arrays.stream(value.split(",", -1)) : Stream.of(value);
        return words.map(String::strip).filter(word -> !word.isEmpty());
    }

    private static String cut(String value, int length) {
        return length > 0 && value.length() > length ? value.substring(0, length) : value;
    }
}
