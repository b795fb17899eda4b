package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Where tickets can go, for everybody who has a role: of each connection its id, name and type. */
@Named("ticketTargets")
@Singleton
public final class TicketTargetsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Connections connections;
    private final HttpEdge http;

    TicketTargetsHandler(Connections connections, HttpEdge http) {
        this.connections = connections;
        this.http = http;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, TicketTargetsHandler::parse, connections::page, TicketTargetsHandler::word);
    }

    private static PageRequest parse(APIGatewayV2HTTPEvent event) {
        Requesters.member(event);
        return Pages.request(event);
    }

    // A page may turn out shorter than asked for, or empty, and yet have a next one.
    private static Reply word(Page<Connection> page) {
        var targets = page.items().stream()
                .filter(connection -> connection.type().kind() == Kind.DESK && connection.isOpen())
                .toList();
        return Pages.reply(new Page<>(targets, page.next()), TargetReply::of);
    }
}
