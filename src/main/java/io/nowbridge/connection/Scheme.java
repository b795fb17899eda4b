package io.nowbridge.connection;

import java.util.List;
import java.util.Optional;

/** A way of signing in that a type of system knows, and the values it takes. */
public record Scheme(String name, List<String> required, List<String> optional) {

    private static final String CLIENT = "clientId";
    private static final String CLIENT_SECRET = "clientSecret";

    public Scheme {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Those of a type of system, the most usual first. */
    public static List<Scheme> of(SystemType type) {
        return switch (type) {
            case SERVICENOW ->
                List.of(
                        taking("basic", "username", "password"),
                        taking("oauth-client-credentials", CLIENT, CLIENT_SECRET)
                                .andPerhaps("scope"),
                        taking("oauth-password", CLIENT, CLIENT_SECRET, "username", "password"),
                        taking("oauth-refresh-token", CLIENT, CLIENT_SECRET, "refreshToken"),
                        taking("oauth-jwt-bearer", CLIENT, CLIENT_SECRET, "privateKey", "subject")
                                .andPerhaps("keyId"),
                        taking("api-key", "key").andPerhaps("header"));
            case AUTOTASK -> List.of(taking("api-user", "userName", "secret", "apiIntegrationCode"));
            case QUALYTICS -> List.of(taking("token", "token"));
            case TDSYNNEX -> List.of(taking("account", "customerNumber", "userName", "password"));
            // How its file is fetched from the distributor's own server; where it is delivered to us, nobody signs in.
            case CSV -> List.of(taking("none"), taking("basic", "username", "password"), taking("token", "token"));
        };
    }

    public static Optional<Scheme> of(SystemType type, String name) {
        return of(type).stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }

    public boolean takes(String value) {
        return required.contains(value) || optional.contains(value);
    }

    private static Scheme taking(String name, String... required) {
        return new Scheme(name, List.of(required), List.of());
    }

    private Scheme andPerhaps(String value) {
        return new Scheme(name, required, List.of(value));
    }
}
