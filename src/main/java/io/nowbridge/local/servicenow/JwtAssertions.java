package io.nowbridge.local.servicenow;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the assertions of the JWT bearer grant: RS256 by the client's key, issuer and audience its id, the subject a
 * user's {@code sys_id}, unexpired, each {@code jti} once.
 */
final class JwtAssertions {

    private final Records records;
    private final Set<String> used = new HashSet<>();

    JwtAssertions(Records records) {
        this.records = records;
    }

    Optional<Row> user(String assertion, Row client, Instant now) {
        var parts = assertion.split("\\.", -1);
        try {
            if (parts.length != 3 || !isSigned(parts, client.value("jwt_public_key"))) {
                return Optional.empty();
            }
            var claims = json(parts[1]);
            return isMeant(claims, client.value("client_id"), now)
                    ? records.find("sys_user", claims.getString("sub", "")).filter(Callers::mayLogIn)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | DecodeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String[] parts, String key) throws GeneralSecurityException {
        if (!"RS256".equals(json(parts[0]).getString("alg"))) {
            return false;
        }
        var bytes = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", ""));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private boolean isMeant(JsonObject claims, String clientId, Instant now) {
        return clientId.equals(claims.getString("iss"))
                && clientId.equals(claims.getString("aud"))
                && claims.getLong("exp", 0L) > now.getEpochSecond()
                && used.add(claims.getString("jti", ""));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
