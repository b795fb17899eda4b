package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;
import java.time.ZoneId;

/** The countries, whose accounts, files and currencies are apart. Nothing in a price file names its currency. */
enum Region {
    US("u", new BigDecimal("1.00"), "0.01", "America/New_York"),
    CA("c", new BigDecimal("1.37"), "0.02", "America/Toronto");

    private final String prefix;
    private final BigDecimal priceLevel;
    private final BigDecimal tolerance;
    private final ZoneId zone;

    Region(String prefix, BigDecimal priceLevel, String tolerance, String zone) {
        this.prefix = prefix;
        this.priceLevel = priceLevel;
        this.tolerance = new BigDecimal(tolerance);
        this.zone = ZoneId.of(zone);
    }

    /** Whom the file server knows. */
    String fileUser(String account) {
        return prefix + account;
    }

    /** What a price in the United States is multiplied by. */
    BigDecimal priceLevel() {
        return priceLevel;
    }

    /** How far the price of an ordered product may be from today's before a person looks at it. */
    BigDecimal tolerance() {
        return tolerance;
    }

    /** Where times are told that name no zone. The documents do not say which one: this is our guess. */
    ZoneId zone() {
        return zone;
    }
}
