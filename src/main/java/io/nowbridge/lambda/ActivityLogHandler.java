package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.FailurePlace;
import io.nowbridge.lambda.ActivityParser.Question;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The Sync Activity Log, for Managers and Admins. */
@Named("activityLog")
@Singleton
public final class ActivityLogHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final ActivityHistory history;
    private final HttpEdge http;
    private final Routes routes;

    /** A page of an entry's failures. */
    private record FailuresOf(EntryKey entry, PageRequest page) {}

    ActivityLogHandler(ActivityHistory history, HttpEdge http, ActivityParser parser) {
        this.history = history;
        this.http = http;
        this.routes = new Routes()
                .on("GET /activity", parser::question, this::page, page -> Pages.reply(page, EntryReply::of))
                .on("GET /activity/{entryId}", ActivityLogHandler::entry, history::find, ActivityLogHandler::found)
                .on(
                        "GET /activity/{entryId}/failures",
                        ActivityLogHandler::failures,
                        this::failures,
                        ActivityLogHandler::listed);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private Uni<Page<Activity>> page(Question question) {
        return history.page(question.wanted(), question.page());
    }

    private static EntryKey entry(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        return EntryIds.path(event);
    }

    private static Reply found(Optional<Activity> found) {
        return found.map(EntryReply::of).map(Reply::ok).orElseGet(() -> Problems.notFound(EntryIds.ENTRY));
    }

    private static FailuresOf failures(APIGatewayV2HTTPEvent event) {
        var page = Pages.managers(event);
        var fields = new Fields();
        fields.optional("cursor", page.from().orElse(""), place -> FailurePlace.first(page));
        fields.check();
        return new FailuresOf(EntryIds.path(event), page);
    }

    private Uni<Optional<Page<Failure>>> failures(FailuresOf wanted) {
        return history.find(wanted.entry())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : history.failures(wanted.entry(), wanted.page()).map(Optional::of));
    }

    private static Reply listed(Optional<Page<Failure>> failures) {
        return failures.map(page -> Pages.reply(page, EntryReply.Failed::of))
                .orElseGet(() -> Problems.notFound(EntryIds.ENTRY));
    }
}
