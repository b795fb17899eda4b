package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.lambda.LinkParser.Unlinking;
import io.nowbridge.ticket.UnlinkTicket;
import io.nowbridge.ticket.UnlinkTicket.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Removes a link of the anomaly of the path, also to a ticket that is gone. */
@Named("unlinkTicket")
@Singleton
public final class UnlinkTicketHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final UnlinkTicket unlinkTicket;
    private final HttpEdge http;

    UnlinkTicketHandler(UnlinkTicket unlinkTicket, HttpEdge http) {
        this.unlinkTicket = unlinkTicket;
        this.http = http;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, LinkParser::unlinking, this::run, UnlinkTicketHandler::word);
    }

    private Uni<Outcome> run(Unlinking wish) {
        return unlinkTicket.run(wish.requester(), wish.anomaly(), wish.link());
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unlinked() -> Reply.noContent();
            case Outcome.NoSuchLink() -> Problems.notFound("link with this id at this anomaly");
            case Outcome.NotAllowed(var missing) -> LinkWording.notAllowed("Removing a link of this anomaly", missing);
        };
    }
}
