package io.nowbridge.connector.csv;

import io.nowbridge.connection.PriceListSettings;
import io.nowbridge.connection.PriceListSettings.Field;
import io.nowbridge.connector.catalogue.BrokenCatalogueException;
import io.nowbridge.connector.catalogue.RowReader;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Product;
import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of a price list, as products. */
final class CsvRows implements RowReader {

    private static final String COLUMNS =
            "Correct the connection's settings column.…, its separator or its charset, or have the columns added.";

    private final CsvLines lines;
    private final PriceListSettings settings;
    private final Numbers numbers;
    private final Head head;

    private CsvRows(CsvLines lines, PriceListSettings settings, Head head) {
        this.lines = lines;
        this.settings = settings;
        this.numbers = new Numbers(settings.decimalComma());
        this.head = head;
    }

    static CsvRows open(InputStream file, PriceListSettings settings) throws IOException {
        var lines = CsvLines.open(file, settings.charset(), settings.separator());
        try {
            return new CsvRows(lines, settings, head(lines, settings));
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static Head head(CsvLines lines, PriceListSettings settings) throws IOException {
        var headings = lines.next().orElseThrow(() -> new BrokenCatalogueException("The file is empty", COLUMNS, null));
        var head = Head.of(headings, settings);
        var missing = head.missing(settings);
        if (!missing.isEmpty()) {
            throw new BrokenCatalogueException(
                    "The file has no column "
                            + missing.stream()
                                    .map(field -> "\"" + settings.heading(field) + "\" for " + field.label())
                                    .collect(Collectors.joining(", nor ")),
                    COLUMNS,
                    null);
        }
        return head;
    }

    @Override
    public Row.Header header() {
        return new Row.Header(settings.isFull(), Optional.empty());
    }

    @Override
    public Optional<Row> next() throws IOException {
        return lines.next().map(this::row);
    }

    private Row row(List<String> cells) {
        try {
            if (cells.size() != head.columns()) {
                throw new IllegalArgumentException(
                        "it has %d cells and not %d".formatted(cells.size(), head.columns()));
            }
            return new Row.Listed(product(cells));
        } catch (IllegalArgumentException e) {
            return new Row.Malformed(lines.line(), "Line %d: %s".formatted(lines.line(), e.getMessage()));
        }
    }

    private Product product(List<String> cells) {
        return new Product(
                new Sku(head.cell(cells, Field.SKU)),
                head.cell(cells, Field.MANUFACTURER_PART_NUMBER),
                head.cell(cells, Field.MANUFACTURER),
                head.cell(cells, Field.NAME),
                head.cell(cells, Field.DESCRIPTION),
                status(head.cell(cells, Field.STATUS)),
                head.cell(cells, Field.CATEGORY),
                prices(cells),
                whole(cells, Field.QUANTITY, 0),
                otherwise(head.cell(cells, Field.UNIT), "EA"),
                head.cell(cells, Field.UPC),
                number(cells, Field.WEIGHT),
                Optional.of(head.cell(cells, Field.REPLACED_BY))
                        .filter(sku -> !sku.isEmpty())
                        .map(Sku::new),
                whole(cells, Field.MINIMUM_QUANTITY, 1));
    }

    private Prices prices(List<String> cells) {
        var cost = number(cells, Field.COST);
        return new Prices(
                settings.currency(),
                cost,
                number(cells, Field.COST_WITHOUT_PROMOTION).or(() -> cost),
                number(cells, Field.LIST_PRICE));
    }

    // What says nothing of it is sold, or it would not be listed.
    private Status status(String word) {
        if (word.isEmpty()) {
            return Status.ACTIVE;
        }
        var label = settings.status(word).orElse(word);
        try {
            return Status.valueOf(label.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the status \"" + shortened(word) + "\" is not known; say what it means in the setting statuses",
                    e);
        }
    }

    private Optional<BigDecimal> number(List<String> cells, Field field) {
        var cell = head.cell(cells, field);
        return cell.isEmpty() ? Optional.empty() : Optional.of(parsed(cell, field));
    }

    private long whole(List<String> cells, Field field, long otherwise) {
        return number(cells, field)
                .map(number -> {
                    try {
                        return number.longValueExact();
                    } catch (ArithmeticException e) {
                        throw new IllegalArgumentException("the %s is no whole number".formatted(field.label()), e);
                    }
                })
                .orElse(otherwise);
    }

    private BigDecimal parsed(String cell, Field field) {
        return numbers.read(cell)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the %s \"%s\" is no number".formatted(field.label(), shortened(cell))));
    }

    private static String otherwise(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }

    private static String shortened(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
