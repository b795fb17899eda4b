package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connection.Connection;
import java.math.BigDecimal;
import java.time.ZoneId;

/** Where TD SYNNEX sells: accounts, files and prices of the two are separate, and no price says in which currency it is. */
enum Country {
    US("USD", "0.01", "u", "America/New_York"),
    CA("CAD", "0.02", "c", "America/Toronto");

    private final String currency;
    private final String tolerance;
    private final String loginPrefix;
    private final String zone;

    Country(String currency, String tolerance, String loginPrefix, String zone) {
        this.currency = currency;
        this.tolerance = tolerance;
        this.loginPrefix = loginPrefix;
        this.zone = zone;
    }

    /** As the connection's setting {@code region} says; the United States unless it says another. */
    static Country of(Connection connection) {
        return valueOf(connection.settings().getOrDefault("region", US.name()));
    }

    String currency() {
        return currency;
    }

    /** How far a price may be from TD SYNNEX's, before a sales representative has to look at the order. */
    BigDecimal tolerance() {
        return new BigDecimal(tolerance);
    }

    /** Where its days begin, unless the connection's setting {@code timeZone} says otherwise: no document names a zone. */
    ZoneId zone(Connection connection) {
        return ZoneId.of(connection.settings().getOrDefault("timeZone", zone));
    }

    /** The user that fetches an account's files. */
    String fileUser(String account) {
        return loginPrefix + account;
    }
}
