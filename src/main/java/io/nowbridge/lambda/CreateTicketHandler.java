package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.TicketRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Opens a ticket for the anomaly of the path: 201 the first time, 200 for a repeat. */
@Named("createTicket")
@Singleton
public final class CreateTicketHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final CreateTicket createTicket;
    private final HttpEdge http;
    private final JsonBody json;

    CreateTicketHandler(CreateTicket createTicket, HttpEdge http, JsonBody json) {
        this.createTicket = createTicket;
        this.http = http;
        this.json = json;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, this::parse, createTicket::run, CreateTicketHandler::word);
    }

    private TicketRequest parse(APIGatewayV2HTTPEvent event) {
        return TicketParser.parse(event, json);
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Opened(var answer) -> Reply.created(TicketReply.of(answer));
            case Outcome.AlreadyOpen(var answer) -> Reply.ok(TicketReply.of(answer));
            case Outcome.InProgress() ->
                Reply.problem(
                        Kind.IN_PROGRESS.saying(
                                "The first request is still under way", "Repeat it in a moment.", WhoCanFix.NOBODY),
                        A_MOMENT);
            case Outcome.KeyReused() ->
                Reply.problem(Kind.IDEMPOTENCY_KEY_REUSED.saying(
                        "The first request under this Idempotency-Key had another content",
                        "Use a new key for a new request; a key is remembered for 24 hours, or 30 days if its ticket was lost.",
                        WhoCanFix.CALLER));
            case Outcome.Unfit(var misfits) -> DeskWords.unfit(misfits);
            case Outcome.NoSuchConnection(var known) -> DeskWords.noSuchConnection(known);
            case Outcome.ConnectionClosed(var connection, var state) -> DeskWords.connectionClosed(connection, state);
            case Outcome.NotAllowed(var missing) ->
                Reply.problem(Kind.NOT_ALLOWED.saying(
                        "Opening a ticket for this anomaly takes " + missing,
                        "Ask an administrator for it.",
                        WhoCanFix.ADMINISTRATOR));
            case Outcome.Unconfirmed(var link, var failure, var retryAfter) ->
                Reply.problem(
                        Kind.UNCONFIRMED.saying(
                                failure.cause() + ". If it is open, it bears the correlation id " + link,
                                failure.resolution(),
                                failure.whoCanFix()),
                        retryAfter);
        };
    }
}
