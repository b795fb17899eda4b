package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.ticket.LinkRequest;
import io.nowbridge.ticket.LinkTicket;
import io.nowbridge.ticket.LinkTicket.Outcome;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Links a ticket that is there to the anomaly of the path: 201 the first time, 200 if they were linked before. */
@Named("linkTicket")
@Singleton
public final class LinkTicketHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final LinkTicket linkTicket;
    private final HttpEdge http;
    private final JsonBody json;

    LinkTicketHandler(LinkTicket linkTicket, HttpEdge http, JsonBody json) {
        this.linkTicket = linkTicket;
        this.http = http;
        this.json = json;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, this::parse, linkTicket::run, LinkTicketHandler::word);
    }

    private LinkRequest parse(APIGatewayV2HTTPEvent event) {
        return LinkParser.linking(event, json);
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Linked(var answer) -> Reply.created(TicketReply.of(answer));
            case Outcome.AlreadyLinked(var answer) -> Reply.ok(TicketReply.of(answer));
            case Outcome.InProgress() ->
                Reply.problem(
                        Kind.IN_PROGRESS.saying(
                                "The ticket is being linked already", "Repeat it in a moment.", WhoCanFix.NOBODY),
                        A_MOMENT);
            case Outcome.Unfit(var misfits) -> DeskWords.unfit(misfits);
            case Outcome.NoSuchConnection(var known) -> DeskWords.noSuchConnection(known);
            case Outcome.ConnectionClosed(var connection, var state) -> DeskWords.connectionClosed(connection, state);
            case Outcome.NotAllowed(var missing) -> LinkWording.notAllowed("Linking a ticket to this anomaly", missing);
            case Outcome.Unconfirmed(var link, var failure, var retryAfter) ->
                Reply.problem(
                        Kind.LINK_UNCONFIRMED.saying(failure.cause(), failure.resolution(), failure.whoCanFix()),
                        retryAfter);
        };
    }
}
