package io.nowbridge.connection;

import java.nio.charset.Charset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a distributor's price list is read, as its connection says in its settings.
 *
 * <table>
 * <caption>The settings</caption>
 * <tr><th>name</th><th>value</th></tr>
 * <tr><td>{@code path}</td><td>where the file is on the connection's server; without it, it is delivered to us</td></tr>
 * <tr><td>{@code column.<field>}</td><td>the heading of the column that holds a {@link Field}; its own name unless set</td></tr>
 * <tr><td>{@code separator}</td><td>{@code comma}, {@code semicolon}, {@code tab} or {@code pipe}; a comma</td></tr>
 * <tr><td>{@code charset}</td><td>UTF-8 unless set</td></tr>
 * <tr><td>{@code decimalComma}</td><td>{@code true} if 1.234,50 is meant by what else is 1,234.50</td></tr>
 * <tr><td>{@code currency}</td><td>of all its prices, by ISO 4217; USD</td></tr>
 * <tr><td>{@code content}</td><td>{@code full}, or {@code changes} if what it does not list stays as it was; full</td></tr>
 * <tr><td>{@code statuses}</td><td>what its words for a status mean: {@code X=discontinued,EOL=end-of-life}</td></tr>
 * </table>
 */
public record PriceListSettings(SortedMap<String, String> settings) {

    private static final String COLUMN = "column.";
    private static final int LONGEST_HEADING = 100;

    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    private static final String STATUS = "(active|special-order|end-of-life|to-be-discontinued|discontinued)";
    private static final Pattern STATUSES =
            Pattern.compile("[^=,]{1,40}=" + STATUS + "(,[^=,]{1,40}=" + STATUS + "){0,49}");
    // What a URL takes as it is (RFC 3986); two slashes at its beginning would name another server.
    private static final Pattern PATH =
            Pattern.compile("/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}){1,500}");

    /** What a row can say of a product. */
    public enum Field {
        SKU("sku"),
        NAME("name"),
        MANUFACTURER_PART_NUMBER("manufacturerPartNumber"),
        MANUFACTURER("manufacturer"),
        DESCRIPTION("description"),
        STATUS("status"),
        CATEGORY("category"),
        COST("cost"),
        COST_WITHOUT_PROMOTION("costWithoutPromotion"),
        LIST_PRICE("listPrice"),
        QUANTITY("quantity"),
        UNIT("unit"),
        UPC("upc"),
        WEIGHT("weight"),
        REPLACED_BY("replacedBy"),
        MINIMUM_QUANTITY("minimumQuantity");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether there is no product without it. */
        public boolean isRequired() {
            return this == SKU || this == NAME;
        }
    }

    public static PriceListSettings of(Connection distributor) {
        return new PriceListSettings(distributor.settings());
    }

    public Optional<String> path() {
        return Optional.ofNullable(settings.get("path"));
    }

    public String heading(Field field) {
        return settings.getOrDefault(COLUMN + field.label(), field.label());
    }

    /** Whether somebody has said which column holds a field, which has to be there then. */
    public boolean names(Field field) {
        return settings.containsKey(COLUMN + field.label());
    }

    public char separator() {
        return SEPARATORS.getOrDefault(settings.getOrDefault("separator", "comma"), ',');
    }

    public Charset charset() {
        return Charset.forName(settings.getOrDefault("charset", "UTF-8"));
    }

    public boolean decimalComma() {
        return Boolean.parseBoolean(settings.get("decimalComma"));
    }

    public String currency() {
        return settings.getOrDefault("currency", "USD");
    }

    /** Whether what it does not list is sold no more. */
    public boolean isFull() {
        return !"changes".equals(settings.get("content"));
    }

    /** What a word for a status means, as a label such as {@code end-of-life}; empty if the settings do not say. */
    public Optional<String> status(String word) {
        return Stream.of(settings.getOrDefault("statuses", "").split(",", -1))
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT) + "="))
                .map(pair -> pair.substring(word.length() + 1))
                .findFirst();
    }

    public static boolean knows(String setting) {
        return demand(setting).isPresent();
    }

    /** What is wrong with a setting that it knows, if anything is. */
    public static Optional<String> flaw(String setting, String value) {
        return demand(setting).filter(demand -> !demand.accepts().test(value)).map(Demand::words);
    }

    private record Demand(Predicate<String> accepts, String words) {}

    private static Optional<Demand> demand(String setting) {
        if (setting.startsWith(COLUMN)) {
            return Stream.of(Field.values())
                    .filter(field -> setting.equals(COLUMN + field.label()))
                    .findFirst()
                    .map(field -> new Demand(
                            value -> !value.isBlank() && value.length() <= LONGEST_HEADING,
                            "has 1 to %d characters".formatted(LONGEST_HEADING)));
        }
        return Optional.ofNullable(
                switch (setting) {
                    case "path" ->
                        new Demand(value -> PATH.matcher(value).matches(), "is a path such as /exports/prices.csv");
                    case "separator" -> new Demand(SEPARATORS::containsKey, "is comma, semicolon, tab or pipe");
                    case "charset" ->
                        new Demand(PriceListSettings::isCharset, "is a charset such as UTF-8 or windows-1252");
                    case "decimalComma" -> new Demand(value -> value.matches("true|false"), "is true or false");
                    case "currency" -> new Demand(PriceListSettings::isCurrency, "is a currency such as EUR");
                    case "content" -> new Demand(value -> value.matches("full|changes"), "is full or changes");
                    case "statuses" ->
                        new Demand(
                                value -> STATUSES.matcher(value).matches(),
                                "is a list such as X=discontinued,EOL=end-of-life");
                    default -> null;
                });
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }
}
