package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /oauth_token.do} and {@code /oauth_revoke_token.do}; every failure is the same 401. */
final class OAuthServer {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String CLIENT_CREDENTIALS_ON = "glide.oauth.inbound.client.credential.grant_type.enabled";
    private static final String PASSWORD_OFF = "glide.oauth.inbound.ropc.grant_type.disabled";
    private static final String BODY_ONLY = "glide.oauth.allow.parameters.in.post.body.only";

    private final Instance instance;
    private final OAuthTokens tokens;
    private final Callers callers;
    private final JwtAssertions assertions;

    OAuthServer(Instance instance, OAuthTokens tokens, Callers callers) {
        this.instance = instance;
        this.tokens = tokens;
        this.callers = callers;
        this.assertions = new JwtAssertions(instance.records(), instance.sysIds());
    }

    Answer token(Call call, Instant now) {
        if (!call.method().equals("POST")
                || !call.header("Content-Type").orElse("").startsWith(FORM)) {
            return denied();
        }
        var form = form(call);
        return client(call, form).flatMap(client -> grant(client, form, now)).orElseGet(OAuthServer::denied);
    }

    /** Needs no authentication: whoever holds a token may end it. */
    Answer revoke(Call call) {
        form(call).computeIfPresent("token", (name, token) -> {
            tokens.revoke(token);
            return token;
        });
        call.parameter("token").ifPresent(tokens::revoke);
        return Answer.empty(200);
    }

    private Map<String, String> form(Call call) {
        var form =
                Call.of("GET", "/?" + call.body(), call.headers(), call.body()).query();
        var both = new HashMap<>(instance.properties().flag(BODY_ONLY) ? Map.of() : call.query());
        both.putAll(form);
        return both;
    }

    private Optional<Row> client(Call call, Map<String, String> form) {
        var basic = Callers.basic(call.header("Authorization").orElse(""));
        var id = basic.map(halves -> halves[0]).orElse(form.getOrDefault("client_id", ""));
        var secret = basic.map(halves -> halves[1]).orElse(form.getOrDefault("client_secret", ""));
        return instance.records().with("oauth_entity", "client_id", id).stream()
                .filter(client ->
                        client.is("active") && client.value("client_secret").equals(secret))
                .findFirst();
    }

    private Optional<Answer> grant(Row client, Map<String, String> form, Instant now) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "password" -> byPassword(form).map(user -> withRefreshToken(client, user, now));
            case "refresh_token" ->
                tokens.userOf(form.getOrDefault("refresh_token", ""), client, now)
                        .map(user -> accessToken(client, user, now));
            case "client_credentials" -> applicationUser(client).map(user -> accessToken(client, user, now));
            case JWT_BEARER ->
                assertions
                        .user(form.getOrDefault("assertion", ""), client, now)
                        .map(user -> withRefreshToken(client, user, now));
            default -> Optional.empty();
        };
    }

    private Optional<Row> byPassword(Map<String, String> form) {
        return instance.properties().flag(PASSWORD_OFF)
                ? Optional.empty()
                : callers.login(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
    }

    private Optional<Row> applicationUser(Row client) {
        return instance.properties().flag(CLIENT_CREDENTIALS_ON)
                ? instance.records()
                        .find("sys_user", client.value("oauth_user"))
                        .filter(Callers::mayLogIn)
                : Optional.empty();
    }

    private Answer withRefreshToken(Row client, Row user, Instant now) {
        var refresh = tokens.issue(OAuthTokens.Kind.REFRESH, client, user, now);
        return Answer.json(200, body(client, user, now).put("refresh_token", refresh.value()));
    }

    private Answer accessToken(Row client, Row user, Instant now) {
        return Answer.json(200, body(client, user, now));
    }

    private JsonObject body(Row client, Row user, Instant now) {
        var access = tokens.issue(OAuthTokens.Kind.ACCESS, client, user, now);
        return new JsonObject()
                .put("scope", "useraccount")
                .put("token_type", "Bearer")
                .put("expires_in", access.expiresInSeconds())
                .put("access_token", access.value());
    }

    private static Answer denied() {
        return Answer.json(
                401, new JsonObject().put("error_description", "access_denied").put("error", "server_error"));
    }
}
