package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.PriceLine.Detail;
import io.nowbridge.tdsynnex.PriceLine.Header;
import io.nowbridge.tdsynnex.PriceLine.Malformed;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The fields of one line, which {@code ~} separates; they count from 1, as the file's description does. */
final class Fields {

    private static final int DESCRIBED = 70;
    private static final int RESERVED_UP_TO = 100;
    // The last field may have a separator after it as well.
    private static final int TOO_MANY = RESERVED_UP_TO + 2;
    private static final int DESCRIPTION_PART = 80;

    private static final int KIND = 2;
    private static final String PRODUCT = "DTL";
    private static final String HEADER = "HDR";
    private static final String TRAILER = "TRL";

    // The file's description names no charset. What is sound UTF-8 is hardly ever anything else; the rest was written
    // on
    // Windows, whose charset has a character for nearly every byte and a replacement for the others.
    private static final Charset OTHERWISE = Charset.forName("windows-1252");

    private final String text;
    /** Where each field begins, the first one at 0, and one would begin after the last. */
    private final int[] starts;

    private final int number;
    private final long line;

    private Fields(String text, int[] starts, int number, long line) {
        this.text = text;
        this.starts = starts;
        this.number = number;
        this.line = line;
    }

    static Fields of(Lines lines) {
        var text = text(lines);
        var starts = new int[TOO_MANY + 1];
        var number = 1;
        for (var at = text.indexOf('~'); at >= 0 && number < TOO_MANY; at = text.indexOf('~', at + 1)) {
            starts[number++] = at + 1;
        }
        starts[number] = text.length() + 1;
        return new Fields(text, starts, number, lines.number());
    }

    Header header() throws BrokenFileException {
        if (!field(KIND).equals(HEADER)) {
            throw new BrokenFileException("The first line is no header (HDR)");
        }
        return new Header(
                FileDate.of(field(3)),
                switch (field(5)) {
                    case "C" -> true;
                    case "U" -> false;
                    default ->
                        throw new BrokenFileException(
                                "The header says neither that the file is complete (C) nor that it is an update (U)");
                });
    }

    /** What the line says; empty if nothing of a product. */
    Optional<PriceLine> line() {
        try {
            return switch (field(KIND)) {
                case PRODUCT -> Optional.of(detail());
                // Its description has no last line of its own; where one comes, it lists no product.
                case TRAILER -> Optional.empty();
                case HEADER -> throw new IllegalArgumentException("is a second header");
                default -> throw new IllegalArgumentException("is neither a header nor a product (DTL)");
            };
        } catch (IllegalArgumentException e) {
            return Optional.of(new Malformed(line, String.valueOf(e.getMessage())));
        }
    }

    private Detail detail() {
        // A ~ inside a text moves whatever follows it, and then a price is anything.
        if (number < DESCRIBED || number == TOO_MANY) {
            throw new IllegalArgumentException("has %s %d fields and not %d to %d"
                    .formatted(number < DESCRIBED ? "only" : "at least", number, DESCRIBED, RESERVED_UP_TO));
        }
        return new Detail(
                required(5, "SKU"),
                field(3),
                field(6),
                field(7),
                field(8),
                whole(10, "total quantity"),
                price(13, "contract price"),
                price(14, "MSRP"),
                price(21, "unit cost"),
                field(25),
                price(28, "weight"),
                field(34),
                field(40),
                longDescription(),
                field(65),
                whole(66, "minimum order quantity"));
    }

    // A text goes on in the next field once it fills one, wherever that cuts it.
    private String longDescription() {
        var whole = new StringBuilder();
        for (var part = 50; part <= 52; part++) {
            var text = field(part);
            if (!text.isEmpty()) {
                var goesOn = part > 50 && rawLength(part - 1) >= DESCRIPTION_PART;
                whole.append(whole.isEmpty() || goesOn ? "" : " ").append(text);
            }
        }
        return whole.toString();
    }

    private String required(int field, String name) {
        var value = field(field);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("has no " + name + " (field " + field + ")");
        }
        return value;
    }

    private Optional<BigDecimal> price(int field, String name) {
        var value = field(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(number(value, field, name));
    }

    private long whole(int field, String name) {
        var value = field(field);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            return number(value, field, name).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("has a " + name + " that is no whole number (field " + field + ")", e);
        }
    }

    private static BigDecimal number(String value, int field, String name) {
        try {
            // An exponent would let four characters stand for a number of a billion digits.
            if (value.length() <= 20 && value.indexOf('E') < 0 && value.indexOf('e') < 0) {
                return new BigDecimal(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("has a " + name + " that is no number (field " + field + ")", e);
        }
        throw new IllegalArgumentException("has a " + name + " that is no number (field " + field + ")");
    }

    /** Stripped; empty where the line has no such field. */
    private String field(int field) {
        return field > number
                ? ""
                : text.substring(starts[field - 1], starts[field] - 1).strip();
    }

    private int rawLength(int field) {
        return starts[field] - 1 - starts[field - 1];
    }

    private static String text(Lines lines) {
        var bytes = lines.bytes();
        for (var at = 0; at < lines.length(); at++) {
            if (bytes[at] < 0) {
                return decoded(bytes, lines.length());
            }
        }
        return new String(bytes, 0, lines.length(), StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(Arrays.copyOf(bytes, length), OTHERWISE);
        }
    }
}
