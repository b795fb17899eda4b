package io.nowbridge.tdsynnex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values in TD SYNNEX's documents. */
final class Values {

    private static final int LONGEST_AMOUNT = 20;

    // Sums of them are no danger to a long.
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9})(\\.0+)?");
    private static final int DATE_LENGTH = 10;
    private static final int SECOND_LENGTH = 19;

    private Values() {}

    /** Fails with an {@link IllegalArgumentException} where the text is no amount. */
    static BigDecimal amount(String text) {
        // An exponent would let four characters stand for a number of a billion digits.
        if (text.length() > LONGEST_AMOUNT || text.indexOf('E') >= 0 || text.indexOf('e') >= 0) {
            throw new IllegalArgumentException("no amount");
        }
        return new BigDecimal(text);
    }

    /** Fails with an {@link IllegalArgumentException} where the text is no whole number from 0. */
    static long quantity(String text) {
        var number = QUANTITY.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("no quantity");
        }
        return Long.parseLong(number.group(1));
    }

    /** A day, in TD SYNNEX's own zone; empty where the text is none, since no order hangs on it. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(
                    text.indexOf('-') < 0
                            ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(start(text, DATE_LENGTH)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A second, in TD SYNNEX's own zone; empty where the text is none, since no order hangs on it. */
    static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(start(text, SECOND_LENGTH)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
