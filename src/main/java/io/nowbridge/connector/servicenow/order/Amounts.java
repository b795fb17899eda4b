package io.nowbridge.connector.servicenow.order;

import io.nowbridge.order.Money;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Amounts as they stand in columns: a bare number is in the instance's reference currency, which its system locale implies
 * (ServiceNow docs, Locale settings); otherwise the currency stands before it.
 *
 * @param own the reference currency, an ISO 4217 code
 */
record Amounts(String own) {

    /** An instance is delivered with the locale of the United States. */
    static final Amounts USUAL = new Amounts("USD");

    private static final Pattern AMOUNT = Pattern.compile("(?:([A-Z]{3});)?(\\d{1,18}(?:\\.\\d{1,18})?)");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}[._]([A-Z]{2})");
    private static final String PROPERTY = "glide.system.locale";

    static Uni<Amounts> of(Records records) {
        return records.matching("sys_properties", Set.of("name", "value"), Query.where("name", PROPERTY))
                .map(Cells::new)
                .filter(row -> row.at("name").equals(PROPERTY))
                .collect()
                .first()
                .onFailure(Forbidden.class)
                .recoverWithNull()
                .map(row -> Optional.ofNullable(row)
                        .flatMap(found -> ofLocale(found.at("value")))
                        .orElse(USUAL));
    }

    private static Optional<Amounts> ofLocale(String name) {
        var locale = LOCALE.matcher(name);
        return Optional.of(locale)
                .filter(found -> found.matches())
                .map(found -> found.group(1))
                .filter(country -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                        .contains(country))
                .map(country -> Currency.getInstance(Locale.of("", country)))
                .map(currency -> new Amounts(currency.getCurrencyCode()));
    }

    /** The price that a column holds; a column in which nobody has entered one holds 0. */
    Optional<Money> price(String text) {
        var amount = AMOUNT.matcher(text);
        return Optional.of(amount)
                .filter(found -> found.matches())
                .map(found -> new Money(
                        new BigDecimal(found.group(2)),
                        Optional.ofNullable(found.group(1)).orElse(own)))
                .filter(money -> money.amount().signum() > 0);
    }
}
