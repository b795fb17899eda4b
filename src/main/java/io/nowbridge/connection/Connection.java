package io.nowbridge.connection;

import java.net.URI;
import java.util.Optional;

/** A system outside that the functions may use. */
public record Connection(ConnectionId id, Type type, String name, URI instance, Authentication authentication) {

    /** The kinds of system that can be connected. */
    public enum Type {
        SERVICENOW
    }

    /** How the functions prove who they are. No secret shows in {@code toString}. */
    public sealed interface Authentication {

        record Basic(String username, String password) implements Authentication {
            @Override
            public String toString() {
                return "Basic[username=" + username + "]";
            }
        }

        /** OAuth 2.0 client credentials. */
        record ClientCredentials(String clientId, String clientSecret, Optional<String> scope)
                implements Authentication {
            @Override
            public String toString() {
                return "ClientCredentials[clientId=" + clientId + "]";
            }
        }

        /** OAuth 2.0 resource owner password. */
        record Password(String clientId, String clientSecret, String username, String password)
                implements Authentication {
            @Override
            public String toString() {
                return "Password[clientId=" + clientId + ", username=" + username + "]";
            }
        }
    }
}
