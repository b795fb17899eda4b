package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * A {@code DTL} row of the price file: 70 fields by their position, counted from 1. What the documents keep for TD SYNNEX
 * itself, and what accounts of governments and schools alone see, is empty.
 *
 * <p>Source: price file 4.3.
 */
final class PriceFileRow {

    static final int FIELDS = 70;

    private static final int DESCRIPTION_PIECE = 80;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final String[] fields = new String[FIELDS];

    PriceFileRow(String account, Listing listing) {
        Arrays.fill(fields, "");
        put(1, account);
        put(2, "DTL");
        product(listing);
        category(listing);
        prices(listing.prices());
        stock(listing.stock());
        flags(listing);
        put(65, listing.replacement().orElse(""));
        put(66, listing.minimum() > 1 ? Integer.toString(listing.minimum()) : "");
    }

    PriceFileRow put(int field, String value) {
        fields[field - 1] = value;
        return this;
    }

    /** As it stands in the file, without the end of the line. */
    String line() {
        return String.join("~", fields);
    }

    private void product(Listing listing) {
        put(3, listing.partNumber());
        put(4, listing.maker().prefix() + "-" + listing.partNumber());
        put(5, listing.sku());
        put(6, status(listing));
        put(7, listing.name());
        put(8, listing.maker().name());
        put(28, listing.pounds().toPlainString());
        put(34, listing.upc());
        put(37, listing.created().format(DATE));
        for (var piece = 0; piece < 3; piece++) {
            put(50 + piece, piece(listing.description(), piece));
        }
    }

    // The documents know C and S for what has changed, and not how the two differ.
    private static String status(Listing listing) {
        if (listing.standing() == Standing.DISCONTINUED) {
            return "D";
        }
        return listing.changed() ? "C" : "A";
    }

    private static String piece(String text, int number) {
        var from = Math.min(text.length(), number * DESCRIPTION_PIECE);
        return text.substring(from, Math.min(text.length(), from + DESCRIPTION_PIECE));
    }

    private void category(Listing listing) {
        put(23, listing.department().media());
        put(25, listing.category());
        put(35, listing.department().unspsc());
        put(40, listing.standing().letter());
        put(41, "S");
    }

    private void prices(Listing.Prices prices) {
        put(13, text(prices.cost()));
        put(14, text(prices.list()));
        put(21, text(prices.costWithoutPromotion()));
        put(47, flag(prices.promotedUntil().isPresent()));
        put(48, prices.promotedUntil().map(until -> "Instant rebate").orElse(""));
        put(49, prices.promotedUntil().map(PriceFileRow::text).orElse(""));
    }

    private void stock(Listing.Stock stock) {
        put(10, Integer.toString(stock.total()));
        stock.onHand().forEach((warehouse, quantity) -> put(warehouse.field(), Integer.toString(quantity)));
        put(39, stock.eta().map(PriceFileRow::text).orElse(""));
        put(70, Integer.toString(stock.dropShip()));
    }

    private void flags(Listing listing) {
        var tangible = listing.department().isTangible();
        put(17, flag(tangible && !listing.secondHand()));
        put(19, flag(tangible && listing.pounds().compareTo(BigDecimal.valueOf(70)) < 0));
        put(29, flag(tangible));
        put(38, flag(listing.stock().dropShip() > 0) + flag(listing.secondHand()) + flag(tangible));
        put(67, flag(!tangible));
    }

    private static String flag(boolean value) {
        return value ? "Y" : "N";
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }

    private static String text(LocalDate date) {
        return date.format(DATE);
    }
}
