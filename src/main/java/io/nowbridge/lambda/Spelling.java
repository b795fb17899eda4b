package io.nowbridge.lambda;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enumerations as the API spells them: {@code status-update}. */
final class Spelling {

    private Spelling() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is spelt like that; the failure lists them all. */
    static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Spelling::word)
                                .collect(Collectors.joining(", "))));
    }
}
