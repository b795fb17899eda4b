package io.nowbridge.connector.servicenow.order;

import java.util.Arrays;
import java.util.Locale;

/** Countries as people write them into locations. */
final class Countries {

    private Countries() {}

    /** The ISO 3166 code of two letters, for that, the one of three, or the English name; what is none of these stays. */
    static String code(String written) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Locale.of("", code))
                .filter(country -> country.getCountry().equalsIgnoreCase(written)
                        || country.getISO3Country().equalsIgnoreCase(written)
                        || country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(written))
                .map(Locale::getCountry)
                .findFirst()
                .orElse(written);
    }
}
