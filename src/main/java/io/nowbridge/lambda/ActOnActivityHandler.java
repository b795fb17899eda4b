package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.IgnoreEntry;
import io.nowbridge.activity.MakeSupportBundle;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.RetryEntry;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.sync.BeginReplay;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Does what people decide about entries of the log: tries them again, or leaves them as they are; for Managers and Admins. */
@Named("actOnActivity")
@Singleton
public final class ActOnActivityHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final HttpEdge http;
    private final Routes routes;

    ActOnActivityHandler(
            RetryEntry retry,
            IgnoreEntry ignore,
            MakeSupportBundle bundle,
            BeginReplay replay,
            ActivityOrders orders,
            HttpEdge http) {
        this.http = http;
        this.routes = new Routes()
                .on("POST /activity/{entryId}/retry", orders::retry, retry::run, ActOnActivityHandler::word)
                .on("POST /activity/{entryId}/ignore", orders::ignore, ignore::run, ActOnActivityHandler::word)
                .on("POST /activity/support-bundle", orders::bundle, bundle::run, SupportBundleReply::of)
                .on("POST /replays", orders::replay, replay::run, ActOnActivityHandler::word);
    }

    /** How many things are on their way again. */
    @RegisterForReflection
    record Retried(int retried) {}

    /** A replay that goes on by itself, by its entry in the log. */
    @RegisterForReflection
    record Begun(String entryId) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Reply word(RetryEntry.Outcome outcome) {
        return switch (outcome) {
            case RetryEntry.Outcome.NoSuchEntry() -> Problems.notFound(EntryIds.ENTRY);
            case RetryEntry.Outcome.NotFailed(var result) -> notFailed(result);
            case RetryEntry.Outcome.Tried(var tried) -> word(tried);
        };
    }

    private static Reply word(Repeat.Outcome outcome) {
        return switch (outcome) {
            case Repeat.Outcome.Retried(var items) -> Reply.ok(new Retried(items));
            case Repeat.Outcome.NotNow(var cause) ->
                Reply.problem(
                        Kind.IN_PROGRESS.saying(
                                cause,
                                "Look at the entry in a moment, and try again if it has failed.",
                                WhoCanFix.NOBODY),
                        A_MOMENT);
            case Repeat.Outcome.NotFromHere(var instead) ->
                Reply.problem(Kind.CONFLICT.saying(
                        "What the entry tells of cannot be repeated from the log", instead, WhoCanFix.CALLER));
        };
    }

    private static Reply word(IgnoreEntry.Outcome outcome) {
        return switch (outcome) {
            case IgnoreEntry.Outcome.NoSuchEntry() -> Problems.notFound(EntryIds.ENTRY);
            case IgnoreEntry.Outcome.NotFailed(var result) -> notFailed(result);
            case IgnoreEntry.Outcome.Noted() -> Reply.noContent();
        };
    }

    private static Reply word(BeginReplay.Outcome outcome) {
        return switch (outcome) {
            case BeginReplay.Outcome.Begun(var entry) -> Reply.accepted(new Begun(EntryIds.of(entry)));
            case BeginReplay.Outcome.OneUnderWay(var entry) ->
                Reply.problem(Kind.CONFLICT.saying(
                        "Another window of this connection is being replayed: entry " + EntryIds.of(entry),
                        "Wait for its end.",
                        WhoCanFix.CALLER));
            case BeginReplay.Outcome.NoSuchConnection() ->
                Reply.problem(Kind.UNKNOWN_CONNECTION.saying(
                        "No desk and no anomaly platform bears this name",
                        "Name one of the connections as connectionId.",
                        WhoCanFix.CALLER));
            case BeginReplay.Outcome.Closed(var connection, var state) -> DeskWords.connectionClosed(connection, state);
        };
    }

    private static Reply notFailed(Result result) {
        return Reply.problem(Kind.CONFLICT.saying(
                "The entry's result is " + result.label(),
                "Only what failed, in whole or in part, takes a decision.",
                WhoCanFix.CALLER));
    }
}
