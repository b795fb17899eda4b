package io.nowbridge.webhook;

import io.nowbridge.connection.WebhookAuthentication;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import java.time.Instant;
import java.util.List;

/**
 * Tells genuine messages from others, by the secrets that their connection shares with its system. Where a message bears
 * anything of a signature, the signature decides alone: no forger gets by with the weaker proof.
 */
public final class Authenticity {

    private Authenticity() {}

    public static Verdict judge(
            Incoming message, List<WebhookSecret> secrets, WebhookAuthentication accepted, Instant now) {
        if (secrets.isEmpty()) {
            return new Verdict.Forged("its connection has no webhook secret");
        }
        if (Signature.isOn(message)) {
            return Signature.judge(message, secrets, now);
        }
        return switch (accepted) {
            case ANY -> SentSecret.judge(message, secrets);
            case SIGNATURE -> new Verdict.Forged("its connection demands a signature");
        };
    }
}
