package io.nowbridge.local.tdsynnex;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Under which numbers products go, and which products go under a number. */
final class Numbers {

    private static final long FIRST_SKU = 1_000_000;
    private static final int LETTERS = 36;
    private static final Pattern SKU = Pattern.compile("\\d{1,9}");
    private static final Pattern PART_NUMBER = Pattern.compile("[A-Z]{3}-([0-9A-Z]{5})");

    private final Scatter skus;
    private final Scatter parts;

    Numbers(long seed) {
        // Seven digits, and five letters or digits.
        skus = new Scatter(4_784_147, 9_000_000, seed * 7_919);
        parts = new Scatter(23_456_789, (long) Math.pow(LETTERS, 5), seed * 104_729);
    }

    /** A SKU's number, if it is one. */
    static Optional<Long> number(String sku) {
        return SKU.matcher(sku).matches() ? Optional.of(Long.valueOf(sku)) : Optional.empty();
    }

    String sku(int product) {
        return Long.toString(FIRST_SKU + skus.number(product));
    }

    String partNumber(String prefix, int product) {
        var digits = Long.toString(parts.number(product), LETTERS).toUpperCase(Locale.ROOT);
        return prefix + "-" + "0".repeat(5 - digits.length()) + digits;
    }

    Optional<Integer> ofSku(String sku) {
        return number(sku).map(number -> skus.index(number - FIRST_SKU)).flatMap(Numbers::boxed);
    }

    Optional<Integer> ofPartNumber(String partNumber) {
        return Stream.of(PART_NUMBER.matcher(partNumber))
                .filter(found -> found.matches())
                .map(found -> parts.index(Long.parseLong(found.group(1), LETTERS)))
                .findFirst()
                .flatMap(Numbers::boxed);
    }

    private static Optional<Integer> boxed(OptionalInt index) {
        return index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty();
    }
}
