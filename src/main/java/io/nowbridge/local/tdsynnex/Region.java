package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;

/** The countries, whose accounts, files and currencies are apart. Nothing in a price file names its currency. */
enum Region {
    US("u", new BigDecimal("1.00")),
    CA("c", new BigDecimal("1.37"));

    private final String prefix;
    private final BigDecimal priceLevel;

    Region(String prefix, BigDecimal priceLevel) {
        this.prefix = prefix;
        this.priceLevel = priceLevel;
    }

    /** Whom the file server knows. */
    String fileUser(String account) {
        return prefix + account;
    }

    /** What a price in the United States is multiplied by. */
    BigDecimal priceLevel() {
        return priceLevel;
    }
}
