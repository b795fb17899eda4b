package io.nowbridge.connector.qualytics;

import io.nowbridge.connection.Authentication;

/** A connection's credentials in the client's own form. */
public final class QualyticsToken {

    private QualyticsToken() {}

    /** Fails with an {@link IllegalArgumentException}, in words for people, where no sign-in can be made of them. */
    public static String of(Authentication given) {
        if (!given.scheme().equals("token")) {
            throw new IllegalArgumentException("Qualytics knows no sign-in " + given.scheme());
        }
        return given.required("token");
    }
}
