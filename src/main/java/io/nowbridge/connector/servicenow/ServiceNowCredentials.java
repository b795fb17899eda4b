package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.Authentication;
import io.nowbridge.servicenow.Credentials;

/** A connection's credentials in the client's own form. */
public final class ServiceNowCredentials {

    private ServiceNowCredentials() {}

    /** Fails with an {@link IllegalArgumentException}, in words for people, where no sign-in can be made of them. */
    public static Credentials of(Authentication given) {
        return switch (given.scheme()) {
            case "basic" -> new Credentials.Basic(given.required("username"), given.required("password"));
            case "oauth-client-credentials" ->
                new Credentials.ClientCredentials(
                        given.required("clientId"), given.required("clientSecret"), given.optional("scope"));
            case "oauth-password" ->
                new Credentials.Password(
                        given.required("clientId"),
                        given.required("clientSecret"),
                        given.required("username"),
                        given.required("password"));
            default -> throw new IllegalArgumentException("ServiceNow knows no sign-in " + given.scheme());
        };
    }
}
