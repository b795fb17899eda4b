package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connector.catalogue.BrokenCatalogueException;
import io.nowbridge.connector.catalogue.RowReader;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Product;
import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Sku;
import io.nowbridge.tdsynnex.BrokenFileException;
import io.nowbridge.tdsynnex.PriceFile;
import io.nowbridge.tdsynnex.PriceLine;
import io.nowbridge.tdsynnex.PriceLine.Detail;
import io.nowbridge.tdsynnex.PriceLine.Header;
import io.nowbridge.tdsynnex.PriceLine.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The rows of a price file, as products. */
final class PriceRows implements RowReader {

    // The file has no field for it: what it sells is counted by the piece.
    private static final String UNIT = "EA";

    private static final String REMEDY =
            "See what lies where the price file should be. If it is TD SYNNEX's, ask for it to"
                    + " be sent again; nothing was changed.";

    private final PriceFile file;
    private final Country country;

    private PriceRows(PriceFile file, Country country) {
        this.file = file;
        this.country = country;
    }

    static PriceRows open(InputStream zip, Country country) throws IOException {
        return telling(() -> new PriceRows(PriceFile.open(zip), country));
    }

    @Override
    public Row.Header header() {
        return header(file.header());
    }

    @Override
    public Optional<Row> next() throws IOException {
        return telling(() -> {
            var line = file.next();
            return line.map(read -> row(read, file.lines()));
        });
    }

    private Row row(PriceLine line, long number) {
        return switch (line) {
            case Header header -> header(header);
            case Malformed(var at, var reason) -> new Row.Malformed(at, "Line %d %s".formatted(at, reason));
            case Detail detail -> listed(detail, number);
        };
    }

    private static Row.Header header(Header header) {
        return new Row.Header(header.full(), header.date());
    }

    private Row listed(Detail detail, long line) {
        try {
            return new Row.Listed(product(detail));
        } catch (IllegalArgumentException e) {
            return new Row.Malformed(line, "Line %d: %s".formatted(line, e.getMessage()));
        }
    }

    private Product product(Detail detail) {
        return new Product(
                new Sku(detail.sku()),
                detail.manufacturerPartNumber(),
                detail.manufacturer(),
                detail.description(),
                detail.longDescription(),
                status(detail),
                detail.categoryCode(),
                new Prices(country.currency(), detail.contractPrice(), detail.unitCost(), detail.msrp()),
                detail.totalQuantity(),
                UNIT,
                detail.upc(),
                detail.weight(),
                replacement(detail),
                Math.max(1, detail.minimumOrderQuantity()));
    }

    // What the codes C and S of the first mean is not published; the second says more of those that are sold still.
    private static Status status(Detail detail) {
        if (detail.status().equals("D")) {
            return Status.DISCONTINUED;
        }
        return switch (detail.abcCode()) {
            case "B" -> Status.SPECIAL_ORDER;
            case "C" -> Status.END_OF_LIFE;
            case "T" -> Status.TO_BE_DISCONTINUED;
            default -> Status.ACTIVE;
        };
    }

    private static Optional<Sku> replacement(Detail detail) {
        return Optional.of(detail.replacementSku())
                .filter(sku -> !sku.isEmpty() && !sku.equals("0") && !sku.equals(detail.sku()))
                .map(Sku::new);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T telling(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (BrokenFileException e) {
            throw new BrokenCatalogueException(String.valueOf(e.getMessage()), REMEDY, e);
        }
    }
}
