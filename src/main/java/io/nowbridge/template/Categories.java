package io.nowbridge.template;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The desk's categories for the distributor's, level by level.
 *
 * <p>A category code of TD SYNNEX has nine digits, three for each of its three levels (price file 4.3, field 25; that the
 * levels are of equal width is inferred). The most specific mapping counts; {@code *} stands for everything else.
 */
public record Categories(Map<String, String> mapped) {

    public static final String ELSE = "*";

    /** One, two or three levels, or everything else. */
    static final Pattern KEY = Pattern.compile("\\d{3}(\\d{3}){0,2}|\\*");

    /** One, two or three levels. */
    static final Pattern CODE = Pattern.compile("\\d{3}(\\d{3}){0,2}");

    private static final int DIGITS = 9;
    private static final int LEVEL = 3;

    public Categories {
        mapped = Map.copyOf(mapped);
    }

    /** The desk's category for a product of the category {@code code}. */
    public Optional<String> of(String code) {
        var digits = Math.min(code.length(), DIGITS);
        return Stream.concat(
                        Stream.iterate(digits - digits % LEVEL, length -> length > 0, length -> length - LEVEL)
                                .map(length -> code.substring(0, length)),
                        Stream.of(ELSE))
                .flatMap(prefix -> Optional.ofNullable(mapped.get(prefix)).stream())
                .findFirst();
    }
}
