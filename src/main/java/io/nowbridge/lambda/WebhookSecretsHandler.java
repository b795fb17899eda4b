package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.webhook.RotateSecrets;
import io.nowbridge.webhook.RotateSecrets.Outcome;
import io.nowbridge.webhook.WebhookSecrets.Which;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secrets of a connection's webhooks, for Managers and Admins: how many live, one more, one less; never their values. */
@Named("webhookSecrets")
@Singleton
public final class WebhookSecretsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int SHORTEST = 24;
    private static final int LONGEST = 256;

    /** What is asked for. */
    @RegisterForReflection
    record Body(@Nullable String secret) {}

    /** Which one is to end: {@code older}, as if left out, or {@code newer}. */
    @RegisterForReflection
    record Retirement(@Nullable String which) {}

    /** The live secrets, newest first; with a new one's value, this once. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Secrets(Optional<String> secret, List<Live> live) {}

    @RegisterForReflection
    record Live(String since) {}

    private final HttpEdge http;
    private final JsonBody json;
    private final Routes routes;

    WebhookSecretsHandler(RotateSecrets secrets, HttpEdge http, JsonBody json) {
        this.http = http;
        this.json = json;
        var path = "/connections/{connectionId}/webhook-secrets";
        this.routes = new Routes()
                .on("GET " + path, ConnectionParser::wanted, secrets::show, WebhookSecretsHandler::word)
                .on("POST " + path, this::addition, secrets::add, WebhookSecretsHandler::added)
                .on("POST " + path + "/retire", this::retirement, secrets::retire, WebhookSecretsHandler::word);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private RotateSecrets.Add addition(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var fields = new Fields();
        var given = json.readAny(event, Body.class, fields).map(Body::secret);
        given.filter(secret -> secret.length() < SHORTEST || secret.length() > LONGEST || !isPlain(secret))
                .ifPresent(secret ->
                        fields.refuse("secret", "has %d to %d visible ASCII characters".formatted(SHORTEST, LONGEST)));
        fields.check();
        return new RotateSecrets.Add(by, ConnectionParser.id(event), given);
    }

    private RotateSecrets.Retire retirement(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var fields = new Fields();
        var which = json.readAny(event, Retirement.class, fields)
                .map(Retirement::which)
                .flatMap(text -> fields.optional("which", text, WebhookSecretsHandler::which));
        fields.check();
        return new RotateSecrets.Retire(by, ConnectionParser.id(event), which.orElse(Which.OLDER));
    }

    private static Which which(String text) {
        for (var which : Which.values()) {
            if (which.name().toLowerCase(Locale.ROOT).equals(text)) {
                return which;
            }
        }
        throw new IllegalArgumentException("is older or newer");
    }

    // What fits into a header as it stands.
    private static boolean isPlain(String secret) {
        return secret.chars().allMatch(character -> character > ' ' && character <= '~');
    }

    private static Reply added(Outcome outcome) {
        return outcome instanceof Outcome.Live(var since)
                ? Reply.created(live(Optional.empty(), since))
                : word(outcome);
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Live(var since) -> Reply.ok(live(Optional.empty(), since));
            case Outcome.Made(var secret, var since) -> Reply.created(live(Optional.of(secret), since));
            case Outcome.NoSuchConnection() -> Problems.notFound("such connection");
            case Outcome.SendsNone(var system) ->
                conflict(system + " sends no webhooks", "Name the connection of a system that does.");
            case Outcome.NotConnected() -> conflict("It has no credentials", "Reconnect it first.");
            case Outcome.TwoLive() ->
                conflict(
                        "Two secrets live already",
                        "Retire the older one first, or with {\"which\": \"newer\"} one that nobody uses yet.");
            case Outcome.Unusable() ->
                Reply.problem(RefusedException.naming(List.of(
                                new Problem.FieldError("secret", "begins with whsec_, but the rest is not Base64")))
                        .problem());
            case Outcome.ChangedMeanwhile() ->
                conflict(
                        "Somebody else has just changed them, or disconnected it", "See what is there, and repeat it.");
        };
    }

    private static Secrets live(Optional<String> secret, List<Instant> since) {
        return new Secrets(
                secret, since.stream().map(Instant::toString).map(Live::new).toList());
    }

    private static Reply conflict(String detail, String resolution) {
        return Reply.problem(Kind.CONFLICT.saying(detail, resolution, WhoCanFix.CALLER));
    }
}
