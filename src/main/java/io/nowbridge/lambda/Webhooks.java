package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.FieldError;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.webhook.Incoming;
import io.nowbridge.webhook.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /** Who is to have sent it, by the path's parameter. */
    static String sender(APIGatewayV2HTTPEvent event, String parameter) {
        return Optional.ofNullable(event.getPathParameters())
                .map(parameters -> parameters.get(parameter))
                .orElseThrow(() -> new IllegalStateException("the template leads here without a " + parameter));
    }

    static Reply refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotGenuine any -> notGenuine();
            case Refusal.Late any -> late();
            case Refusal.Replayed any -> replayed();
            case Refusal.TooLarge any ->
                Reply.problem(RefusedException.tooLarge(Incoming.MOST_BYTES).problem());
            case Refusal.Unreadable(var why) ->
                Reply.problem(Kind.INVALID_REQUEST.saying(
                        "The body cannot be read: " + why,
                        "Send JSON; or, where text is taken, text as text/plain.",
                        WhoCanFix.CALLER));
            case Refusal.Faulty(var faults) ->
                Reply.problem(RefusedException.naming(faults.stream()
                                .map(fault -> new FieldError(fault.field(), fault.message()))
                                .toList())
                        .problem());
        };
    }

    /** The same words whatever is wrong, so that they say nothing of what there is. */
    private static Reply notGenuine() {
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
    private static Reply late() {
        return Reply.problem(Kind.NOT_GENUINE.saying(
                "The message is signed, but its time is more than 5 minutes from now",
                "Set the sender's clock, and sign each attempt anew.",
                WhoCanFix.REMOTE_OWNER));
    }

    private static Reply replayed() {
        return Reply.problem(Kind.ALREADY_TAKEN.saying(
                "The same message was taken before, under the same signature: what it says is kept",
                "Nothing is to be done; sign another attempt anew.",
                WhoCanFix.NOBODY));
    }
}
