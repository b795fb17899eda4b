package io.nowbridge.connection;

import java.util.List;
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

    // What a Source-to-Pay instance has agreed with a supplier (ServiceNow docs, Spendint API).
    private static final String CUSTOMER = "supplierCustomer";
    private static final String CATALOG = "supplierCatalog";
    private static final String SUPPLIER = "supplierId";
    private static final String CONTRACT = "supplierContract";
    private static final String UNIT = "supplierUnit";
    private static final String PRESET_UNIT = "EA";
    private static final List<String> AGREED = List.of(CUSTOMER, CATALOG, SUPPLIER, CONTRACT);
    private static final int LONGEST_AGREED = 100;
    private static final int LONGEST_UNIT = 40;

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

    /**
     * What the distributor is to a Source-to-Pay instance.
     *
     * @param contract the number of the contract under which the prices are
     * @param unit of products that say none
     */
    public record Supplier(String customer, String catalog, String id, String contract, String unit) {}

    /** What the distributor is to a Source-to-Pay instance, if all of that is set. */
    public Optional<Supplier> supplier() {
        return missingOfSupplier().isEmpty()
                ? Optional.of(new Supplier(
                        settings.getOrDefault(CUSTOMER, ""),
                        settings.getOrDefault(CATALOG, ""),
                        settings.getOrDefault(SUPPLIER, ""),
                        settings.getOrDefault(CONTRACT, ""),
                        settings.getOrDefault(UNIT, PRESET_UNIT)))
                : Optional.empty();
    }

    /** What is not set of what a supplier needs, as the settings are called. */
    public List<String> missingOfSupplier() {
        return AGREED.stream().filter(setting -> !settings.containsKey(setting)).toList();
    }

    public static boolean knows(String setting) {
        return Set.of(WRITING, AT_ONCE, UNIT).contains(setting) || AGREED.contains(setting);
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
            case CUSTOMER, CATALOG, SUPPLIER, CONTRACT -> ofLength(value, LONGEST_AGREED);
            case UNIT -> ofLength(value, LONGEST_UNIT);
            default -> Optional.of("is not a setting of products");
        };
    }

    private static Optional<String> ofLength(String value, int longest) {
        return value.isBlank() || value.length() > longest
                ? Optional.of("has 1 to %d characters".formatted(longest))
                : Optional.empty();
    }
}
