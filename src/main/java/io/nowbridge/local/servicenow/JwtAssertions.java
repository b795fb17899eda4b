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
import java.util.Map;
import java.util.Optional;

/**
 * Checks the assertions of the JWT bearer grant: RS256 by the client's key, issuer and audience its id, the subject a
 * user's {@code sys_id}, in its time, each {@code jti} once.
 */
final class JwtAssertions {

    private static final String TABLE = "oauth_jti";

    private final Records records;
    private final SysIds sysIds;

    JwtAssertions(Records records, SysIds sysIds) {
        this.records = records;
        this.sysIds = sysIds;
    }

    Optional<Row> user(String assertion, Row client, Instant now) {
        var parts = assertion.split("\\.", -1);
        try {
            if (parts.length != 3 || !isSigned(parts, client.value("jwt_public_key"))) {
                return Optional.empty();
            }
            var claims = json(parts[1]);
            return isMeant(claims, client.value("client_id"), now) && isFirst(claims, client)
                    ? records.find("sys_user", claims.getString("sub", "")).filter(Callers::mayLogIn)
                    : Optional.empty();
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | DecodeException
                | ClassCastException unreadable) {
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
                && claims.getLong("nbf", 0L) <= now.getEpochSecond();
    }

    private boolean isFirst(JsonObject claims, Row client) {
        var jti = claims.getString("jti", "");
        if (jti.isEmpty() || isUsed(jti, client)) {
            return false;
        }
        records.put(new Row(TABLE, Map.of("sys_id", sysIds.next(), "jti", jti, "peer", client.sysId())));
        return true;
    }

    private boolean isUsed(String jti, Row client) {
        return records.with(TABLE, "jti", jti).stream()
                .anyMatch(used -> used.value("peer").equals(client.sysId()));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
