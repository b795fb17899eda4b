package io.nowbridge.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The secret itself, which senders that cannot sign send along: in a header of its own, or as a token or a password. */
final class SentSecret {

    // Source: Qualytics user guide, "Flows", the n8n action.
    private static final String HEADER = "x-qualytics-secret";
    private static final String AUTHORIZATION = "authorization";
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private SentSecret() {}

    static Verdict judge(Incoming message, List<WebhookSecret> secrets) {
        var sent = sent(message).map(value -> value.getBytes(UTF_8)).toList();
        if (sent.isEmpty()) {
            return new Verdict.Forged("it bears neither a signature nor a secret");
        }
        var live =
                secrets.stream().map(secret -> secret.value().getBytes(UTF_8)).toList();
        return sent.stream().anyMatch(value -> live.stream().anyMatch(secret -> MessageDigest.isEqual(secret, value)))
                ? new Verdict.Genuine(Optional.empty())
                : new Verdict.Forged("the secret it bears is none of the connection's");
    }

    private static Stream<String> sent(Incoming message) {
        var authorization = message.header(AUTHORIZATION);
        return Stream.of(
                        message.header(HEADER),
                        authorization.flatMap(value -> after(BEARER, value)),
                        authorization.flatMap(value -> after(BASIC, value)).flatMap(SentSecret::password))
                .flatMap(Optional::stream);
    }

    // The scheme's name may be in any case: RFC 9110, 11.1.
    private static Optional<String> after(String scheme, String value) {
        return value.toLowerCase(Locale.ROOT).startsWith(scheme)
                ? Optional.of(value.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            // Something else under the name of Basic: no password, and so no proof.
            return Optional.empty();
        }
    }
}
