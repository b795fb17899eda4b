package io.nowbridge.servicenow;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an instance is convinced to let us in. No secret shows in {@code toString}, nor in the messages, made for people, of
 * the {@link IllegalArgumentException}s that say why some cannot be used.
 */
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

    /** OAuth 2.0 refresh token: what a user's consent left, good for 100 days unless the instance says otherwise. */
    record RefreshToken(String clientId, String clientSecret, String refreshToken) implements Credentials {
        @Override
        public String toString() {
            return "RefreshToken[clientId=" + clientId + "]";
        }
    }

    /**
     * OAuth 2.0 JWT bearer: an assertion that we sign.
     *
     * @param keyId which of the client's keys it is, where the instance knows several
     * @param privateKey RSA, in PEM by PKCS#8, not encrypted
     * @param subject the user's sys_id, unless the instance is set up to know users by something else
     */
    record JwtBearer(String clientId, String clientSecret, Optional<String> keyId, String privateKey, String subject)
            implements Credentials {

        public JwtBearer {
            RsaKey.read(privateKey);
        }

        @Override
        public String toString() {
            return "JwtBearer[clientId=" + clientId + ", subject=" + subject + "]";
        }
    }

    /** A key that the instance gave out, sent with each request in a header: {@code x-sn-apikey} unless said otherwise. */
    record ApiKey(String key, Optional<String> header) implements Credentials {

        static final String HEADER = "x-sn-apikey";

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
        private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]+");
        private static final Set<String> TAKEN = Set.of(
                "accept",
                "connection",
                "content-length",
                "content-type",
                "cookie",
                "host",
                "transfer-encoding",
                "upgrade",
                "user-agent");

        public ApiKey {
            if (!VALUE.matcher(key).matches()) {
                throw new IllegalArgumentException("An API key has letters, digits and punctuation only");
            }
            header.ifPresent(ApiKey::check);
        }

        private static void check(String name) {
            if (!NAME.matcher(name).matches() || TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("An API key's header has a name of its own, like x-sn-apikey");
            }
        }

        @Override
        public String toString() {
            return "ApiKey[header=" + header.orElse(HEADER) + "]";
        }
    }
}
