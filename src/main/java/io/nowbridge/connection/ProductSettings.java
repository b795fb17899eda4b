package io.nowbridge.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** How products are written to a desk, as its connection says in its settings. */
public record ProductSettings(SortedMap<String, String> settings) {

    private static final String WRITING = "productWriting";
    private static final String AT_ONCE = "productsAtOnce";
    private static final int PRESET_AT_ONCE = 4;

    /** The ways to write. */
    public enum Writing {
        /** Many table operations in one call; there is nothing to install. */
        BATCH,
        /** A staging table and its transform map, which have to be installed. */
        IMPORT_SET,
        /** The supplier's side of a Source-to-Pay instance. */
        SOURCE_TO_PAY;

        /** As it is written in requests and answers: {@code import-set}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Writing> labelled(String label) {
            return Stream.of(values())
                    .filter(writing -> writing.label().equals(label))
                    .findFirst();
        }
    }

    public static ProductSettings of(Connection desk) {
        return new ProductSettings(desk.settings());
    }

    public Writing writing() {
        return Optional.ofNullable(settings.get(WRITING))
                .flatMap(Writing::labelled)
                .orElse(Writing.BATCH);
    }

    /** How many calls about products may be under way at once, by all functions together. */
    public int atOnce() {
        return Optional.ofNullable(settings.get(AT_ONCE)).map(Integer::valueOf).orElse(PRESET_AT_ONCE);
    }

    public static boolean knows(String setting) {
        return Set.of(WRITING, AT_ONCE).contains(setting);
    }

    /** What is wrong with a setting that it knows, if anything is. */
    public static Optional<String> flaw(String setting, String value) {
        return switch (setting) {
            case WRITING ->
                Writing.labelled(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("is batch, import-set or source-to-pay");
            case AT_ONCE ->
                value.matches("[1-9]|1[0-6]") ? Optional.empty() : Optional.of("is a whole number from 1 to 16");
            default -> Optional.of("is not a setting of products");
        };
    }
}
