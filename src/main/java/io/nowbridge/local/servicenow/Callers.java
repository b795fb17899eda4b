package io.nowbridge.local.servicenow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Finds out who calls, by an API key, by Basic credentials or by a bearer token. */
final class Callers {

    /** The header or parameter that carries an API key. */
    static final String API_KEY = "x-sn-apikey";

    private final Instance instance;
    private final OAuthTokens tokens;

    Callers(Instance instance, OAuthTokens tokens) {
        this.instance = instance;
        this.tokens = tokens;
    }

    Caller require(Call call, Instant now) {
        return byKey(call)
                .or(() -> authenticate(call.header("Authorization").orElse(""), now))
                .map(this::caller)
                .orElseThrow(() -> Refusal.of(401, "User Not Authenticated", "Required to provide Auth information")
                        .withHeaders(Map.of("WWW-Authenticate", "BASIC realm=\"Service-now\"")));
    }

    /** The active user with this name and password. */
    Optional<Row> login(String userName, String password) {
        return instance.records().with("sys_user", "user_name", userName).stream()
                .filter(Callers::mayLogIn)
                .filter(user ->
                        !password.isEmpty() && user.value("user_password").equals(password))
                .findFirst();
    }

    static boolean mayLogIn(Row user) {
        return user.is("active") && !user.is("locked_out");
    }

    /** The two halves of a Basic authorization header. */
    static Optional<String[]> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2))
                    .filter(halves -> halves.length == 2);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<Row> byKey(Call call) {
        return call.header(API_KEY)
                .or(() -> call.parameter(API_KEY))
                .flatMap(key -> instance.records().with("api_key", "token", key).stream()
                        .filter(known -> !key.isEmpty() && known.is("active"))
                        .findFirst())
                .flatMap(key -> instance.records().find("sys_user", key.value("user")))
                .filter(Callers::mayLogIn);
    }

    private Optional<Row> authenticate(String authorization, Instant now) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return tokens.userOf(authorization.substring(7).strip(), now).filter(Callers::mayLogIn);
        }
        return basic(authorization).flatMap(halves -> login(halves[0], halves[1]));
    }

    private Caller caller(Row user) {
        var zone = Optional.of(user.value("time_zone"))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> instance.properties().text("glide.sys.default.tz"));
        return new Caller(user, ZoneId.of(zone));
    }
}
