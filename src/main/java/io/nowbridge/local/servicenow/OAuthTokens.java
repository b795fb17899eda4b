package io.nowbridge.local.servicenow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens in force, rows of {@code oauth_credential}.
 *
 * <p>Asked again within its lifetime, the instance hands out the same token with the time that remains.
 */
final class OAuthTokens {

    private static final String TABLE = "oauth_credential";
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(100);

    enum Kind {
        ACCESS("access_token"),
        REFRESH("refresh_token");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }
    }

    record Token(String value, long expiresInSeconds) {}

    private final Instance instance;

    OAuthTokens(Instance instance) {
        this.instance = instance;
    }

    /** The token of this client for this user: the current one, or a new one. */
    Token issue(Kind kind, Row client, Row user, Instant now) {
        var row = instance.records().with(TABLE, "peer", client.sysId()).stream()
                .filter(token -> token.value("type").equals(kind.wireName))
                .filter(token -> token.value("user").equals(user.sysId())
                        && expiry(token).isAfter(now))
                .findFirst()
                .orElseGet(() -> create(kind, client, user, now));
        return new Token(row.value("token"), Duration.between(now, expiry(row)).toSeconds());
    }

    Optional<Row> userOf(String accessToken, Instant now) {
        return find(Kind.ACCESS, accessToken, now)
                .flatMap(token -> instance.records().find("sys_user", token.value("user")));
    }

    /** The user for whom this client holds the refresh token. */
    Optional<Row> userOf(String refreshToken, Row client, Instant now) {
        return find(Kind.REFRESH, refreshToken, now)
                .filter(token -> token.value("peer").equals(client.sysId()))
                .flatMap(token -> instance.records().find("sys_user", token.value("user")));
    }

    void revoke(String token) {
        instance.records().with(TABLE, "token", token).forEach(instance.records()::remove);
    }

    private Optional<Row> find(Kind kind, String value, Instant now) {
        return instance.records().with(TABLE, "token", value).stream()
                .filter(token -> token.value("type").equals(kind.wireName))
                .filter(token -> expiry(token).isAfter(now))
                .findFirst();
    }

    private Row create(Kind kind, Row client, Row user, Instant now) {
        var lifetime =
                kind == Kind.ACCESS ? Duration.ofSeconds(instance.settings().tokenSeconds()) : REFRESH_LIFETIME;
        var token = new Row(
                TABLE,
                Map.of(
                        "sys_id", instance.sysIds().next(),
                        "type", kind.wireName,
                        "token", instance.sysIds().next() + instance.sysIds().next(),
                        "peer", client.sysId(),
                        "user", user.sysId(),
                        "expires", Times.text(now.plus(lifetime))));
        instance.records().put(token);
        return token;
    }

    private static Instant expiry(Row token) {
        return LocalDateTime.parse(token.value("expires"), Times.FORMAT).toInstant(ZoneOffset.UTC);
    }
}
