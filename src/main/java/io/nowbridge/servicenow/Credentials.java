package io.nowbridge.servicenow;

import java.util.Optional;

/** How an instance is convinced to let us in. No secret shows in {@code toString}. */
public sealed interface Credentials {

    /** A user's name and password, sent with each request. */
    record Basic(String username, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic[username=" + username + "]";
        }
    }

    /** OAuth 2.0 client credentials: the instance acts as the user it has registered for the client. */
    record ClientCredentials(String clientId, String clientSecret, Optional<String> scope) implements Credentials {
        @Override
        public String toString() {
            return "ClientCredentials[clientId=" + clientId + "]";
        }
    }

    /** OAuth 2.0 resource owner password: a user's password, traded for a token once. */
    record Password(String clientId, String clientSecret, String username, String password) implements Credentials {
        @Override
        public String toString() {
            return "Password[clientId=" + clientId + ", username=" + username + "]";
        }
    }
}
