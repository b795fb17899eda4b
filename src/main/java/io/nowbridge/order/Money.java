package io.nowbridge.order;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An amount of money, in a currency by its ISO 4217 code. */
public record Money(BigDecimal amount, String currency) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    public Money {
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException("a currency is a code of three letters, such as USD");
        }
    }

    /** As people read it: {@code 129.90 USD}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
