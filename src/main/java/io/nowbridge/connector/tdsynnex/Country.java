package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connection.Connection;

/** Where TD SYNNEX sells: accounts, files and prices of the two are separate, and no price says in which currency it is. */
enum Country {
    US("USD", "u"),
    CA("CAD", "c");

    private final String currency;
    private final String loginPrefix;

    Country(String currency, String loginPrefix) {
        this.currency = currency;
        this.loginPrefix = loginPrefix;
    }

    /** As the connection's setting {@code region} says; the United States unless it says another. */
    static Country of(Connection connection) {
        return valueOf(connection.settings().getOrDefault("region", US.name()));
    }

    String currency() {
        return currency;
    }

    /** The user that fetches an account's files. */
    String fileUser(String account) {
        return loginPrefix + account;
    }
}
