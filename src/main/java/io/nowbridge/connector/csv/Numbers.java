package io.nowbridge.connector.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them: 1,234.50, or 1.234,50 where the comma is decimal. */
final class Numbers {

    private static final Pattern POINT = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,10})?");
    private static final Pattern COMMA = Pattern.compile("-?(\\d{1,15}|\\d{1,3}([. ]\\d{3}){1,4})(,\\d{1,10})?");

    private final boolean decimalComma;

    Numbers(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    /** Empty if it is none. */
    Optional<BigDecimal> read(String written) {
        // Spreadsheets part thousands by a space that does not break.
        var text = written.replace('\u00a0', ' ').replace('\u202f', ' ');
        var shape = decimalComma ? COMMA : POINT;
        return Optional.of(text)
                .filter(number -> shape.matcher(number).matches())
                .map(number -> decimalComma ? number.replaceAll("[. ]", "").replace(',', '.') : number.replace(",", ""))
                .map(BigDecimal::new);
    }
}
