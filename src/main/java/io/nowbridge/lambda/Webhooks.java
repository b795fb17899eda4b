package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.webhook.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the functions that take webhooks share: how a message comes in, and how one is refused. */
final class Webhooks {

    private Webhooks() {}

    /** The message as it was sent, byte for byte. */
    static Incoming incoming(APIGatewayV2HTTPEvent event) {
        var body = Objects.requireNonNullElse(event.getBody(), "");
        return new Incoming(
                Objects.requireNonNullElse(event.getHeaders(), Map.of()),
                event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same words whatever is wrong, so that they say nothing of what there is. */
    static Reply notGenuine() {
        var reply = Reply.problem(Kind.NOT_GENUINE.saying(
                "No secret that is live here proves where the message comes from",
                "Compare the address and the secret, or have an administrator add one: see docs/setup.",
                WhoCanFix.ADMINISTRATOR));
        var headers = new HashMap<>(reply.headers());
        // Demanded with every 401: RFC 9110, 15.5.2. A Digest, which would answer another challenge, is not taken.
        headers.put("www-authenticate", "Bearer, Basic realm=\"webhooks\"");
        return new Reply(reply.status(), Map.copyOf(headers), reply.body());
    }

    /** Only who has signed with a live secret is told so. */
    static Reply late() {
        return Reply.problem(Kind.NOT_GENUINE.saying(
                "The message is signed, but its time is more than 5 minutes from now",
                "Set the sender's clock, and sign each attempt anew.",
                WhoCanFix.REMOTE_OWNER));
    }

    static Reply replayed() {
        return Reply.problem(Kind.ALREADY_TAKEN.saying(
                "The same message was taken before, under the same signature: its events are kept",
                "Nothing is to be done; sign another attempt anew.",
                WhoCanFix.NOBODY));
    }
}
