package io.nowbridge.connector.servicenow.product;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a column says what it is to say, however the instance spells it. */
final class Values {

    private static final Pattern AMOUNT = Pattern.compile("(?:([A-Z]{3});)?(-?\\d{1,18}(?:\\.\\d{1,18})?)");
    private static final Pattern FLAG = Pattern.compile("true|false|0|1");

    private Values() {}

    /** An amount, and its currency if that was said. */
    private record Amount(Optional<String> currency, BigDecimal number) {

        static Optional<Amount> of(String text) {
            var amount = AMOUNT.matcher(text);
            return amount.matches()
                    ? Optional.of(new Amount(Optional.ofNullable(amount.group(1)), new BigDecimal(amount.group(2))))
                    : Optional.empty();
        }

        // The instance leaves its own currency out.
        boolean equalsIn(Amount other) {
            return number.compareTo(other.number) == 0
                    && (currency.isEmpty() || other.currency.isEmpty() || currency.equals(other.currency));
        }
    }

    /** Whether both spell the same text, amount or list. */
    static boolean same(String wanted, String stored) {
        var one = wanted.strip();
        var other = stored.strip();
        return one.equals(other)
                || Amount.of(one)
                        .flatMap(amount -> Amount.of(other).map(amount::equalsIn))
                        .orElse(false)
                || isSameFlag(one, other)
                || isSameList(one, other);
    }

    private static boolean isSameFlag(String one, String other) {
        return FLAG.matcher(one).matches()
                && FLAG.matcher(other).matches()
                && (one.equals("true") || one.equals("1")) == (other.equals("true") || other.equals("1"));
    }

    // The order of references means nothing.
    private static boolean isSameList(String one, String other) {
        return one.contains(",") && one.length() == other.length() && set(one).equals(set(other));
    }

    private static Set<String> set(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }
}
