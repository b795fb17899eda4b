package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.Authentication;
import io.nowbridge.servicenow.Credentials;
import java.util.Map;

/** A connection's credentials in the client's own form. */
public final class ServiceNowCredentials {

    private static final String REFRESH_TOKEN = "oauth-refresh-token";

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
            case REFRESH_TOKEN ->
                new Credentials.RefreshToken(
                        given.required("clientId"), given.required("clientSecret"), given.required("refreshToken"));
            case "oauth-jwt-bearer" ->
                new Credentials.JwtBearer(
                        given.required("clientId"),
                        given.required("clientSecret"),
                        given.optional("keyId"),
                        given.required("privateKey"),
                        given.required("subject"));
            case "api-key" -> new Credentials.ApiKey(given.required("key"), given.optional("header"));
            default -> throw new IllegalArgumentException("ServiceNow knows no sign-in " + given.scheme());
        };
    }

    /** The other way, for what an instance has given us anew. */
    public static Authentication authentication(Credentials.RefreshToken renewed) {
        return Authentication.of(
                REFRESH_TOKEN,
                Map.of(
                        "clientId", renewed.clientId(),
                        "clientSecret", renewed.clientSecret(),
                        "refreshToken", renewed.refreshToken()));
    }
}
