package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.inbox.WebFile;
import io.nowbridge.tdsynnex.Account;

/** A connection's credentials in the client's own form, and in that of its file server. */
public final class TdSynnexAccount {

    private TdSynnexAccount() {}

    /** Fails with an {@link IllegalArgumentException}, in words for people, where no account can be made of them. */
    public static Account of(Authentication given) {
        if (!given.scheme().equals("account")) {
            throw new IllegalArgumentException("TD SYNNEX knows no sign-in " + given.scheme());
        }
        return new Account(given.required("customerNumber"), given.required("userName"), given.required("password"));
    }

    /** The price file on a web server that stands in for TD SYNNEX's own, which speaks SFTP: {@code <account>.zip}. */
    public static WebFile file(Connection connection, Authentication given) {
        var account = of(given);
        var user = Country.of(connection).fileUser(account.customerNumber());
        return WebFile.basic("/" + account.customerNumber() + ".zip", user, account.password());
    }
}
