package io.nowbridge.local.servicenow;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes requests off the wire, hands them to who answers, and gives every answer the instance's headers and cookies. */
final class FrontDoor implements Handler<RoutingContext> {

    // Clients see a page of HTML for a URL of 23 000 characters and JSON for one of 10 000.
    private static final int LONGEST_URI = 20_000;
    private static final Answer TOO_LONG = Answer.of(
            414,
            "text/html;charset=UTF-8",
            Buffer.buffer("<html><head><title>Request-URI Too Large</title></head>"
                    + "<body><h1>414 Request-URI Too Large</h1></body></html>"));

    private final RestApis apis;
    private final OAuthServer oauth;
    private final SettingsPage settings;
    private final RecordPages pages;
    private final SysIds sysIds;
    private final InstantSource clock;
    private final Turns turns;

    FrontDoor(
            RestApis apis,
            OAuthServer oauth,
            SettingsPage settings,
            RecordPages pages,
            SysIds sysIds,
            InstantSource clock,
            Turns turns) {
        this.apis = apis;
        this.oauth = oauth;
        this.settings = settings;
        this.pages = pages;
        this.sysIds = sysIds;
        this.clock = clock;
        this.turns = turns;
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
        if (request.uri().startsWith("/api/")) {
            turns.take(
                    () -> answer(request.method().name(), request.uri(), request.headers(), body),
                    answer -> write(answer, context));
        } else {
            write(answer(request.method().name(), request.uri(), request.headers(), body), context);
        }
    }

    private Answer answer(String method, String uri, MultiMap headers, Buffer body) {
        if (uri.length() > LONGEST_URI) {
            return TOO_LONG;
        }
        try {
            var call = Call.of(method, uri, headers, body);
            var answer = answer(call, clock.instant());
            // A request that is HEAD by override only would have its body sent.
            return call.isHead() && !method.equals("HEAD") ? answer.withoutBody() : answer;
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer answer(Call call, Instant now) {
        return switch (call.path()) {
            case "/oauth_token.do" -> oauth.token(call, now);
            case "/oauth_revoke_token.do" -> oauth.revoke(call);
            case "/__settings" -> settings.answer(call);
            default -> call.path().startsWith("/api/") ? apis.answer(call, now) : pages.answer(call);
        };
    }

    private void write(Answer answer, RoutingContext context) {
        // Whoever left while this was worked on is told nothing.
        if (context.response().closed()) {
            return;
        }
        var response = context.response().setStatusCode(answer.status());
        response.putHeader("X-Is-Logged-In", String.valueOf(answer.status() != 401))
                .putHeader("X-Transaction-ID", sysIds.next().substring(0, 12))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Server-Timing", "sem_wait;dur=0, sesh_wait;dur=0")
                .putHeader("Pragma", "no-store,no-cache")
                .putHeader("Cache-Control", "no-cache,no-store,must-revalidate,max-age=-1")
                .putHeader("Expires", "0")
                .putHeader("Server", "ServiceNow")
                .putHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        cookies(context);
        response.headers().addAll(answer.headers());
        if (context.request().method().name().equals("HEAD")) {
            response.putHeader("Content-Length", String.valueOf(answer.body().length()))
                    .end();
        } else {
            response.end(answer.body());
        }
    }

    private void cookies(RoutingContext context) {
        var headers = context.response().headers();
        headers.add("Set-Cookie", "glide_user=; Max-Age=0; Path=/; HttpOnly; SameSite=None");
        headers.add("Set-Cookie", "glide_user_session=; Max-Age=0; Path=/; HttpOnly; SameSite=None");
        headers.add(
                "Set-Cookie",
                "glide_user_route=glide." + sysIds.next() + "; Max-Age=2147483647; Path=/; HttpOnly; SameSite=None");
        headers.add(
                "Set-Cookie",
                "glide_session_store=" + sysIds.next() + "; Max-Age=1800; Path=/; HttpOnly; SameSite=None");
        if (context.request().getCookie("JSESSIONID") == null) {
            headers.add("Set-Cookie", "JSESSIONID=" + sysIds.next() + "; Path=/; HttpOnly; SameSite=None");
            headers.add("Set-Cookie", "BIGipServerpool_standin=2206e51c; Path=/; HttpOnly; SameSite=None");
        }
    }
}
