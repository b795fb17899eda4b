package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.ticket.DescribeForm;
import io.nowbridge.ticket.DescribeForm.Outcome;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What a ticket of a desk takes, and the people and groups that it may name, for everybody who has a role. */
@Named("describeTicketForm")
@Singleton
public final class DescribeTicketFormHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpEdge http;
    private final Routes routes;

    DescribeTicketFormHandler(DescribeForm describeForm, HttpEdge http) {
        this.http = http;
        var path = "/ticket-targets/{connectionId}";
        this.routes = new Routes()
                .on("GET " + path + "/form", FormQuestions::form, describeForm::run, DescribeTicketFormHandler::word)
                .on(
                        "GET " + path + "/people",
                        FormQuestions::people,
                        describeForm::run,
                        DescribeTicketFormHandler::word)
                .on(
                        "GET " + path + "/groups",
                        FormQuestions::groups,
                        describeForm::run,
                        DescribeTicketFormHandler::word);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Described(var tables, var spec) -> Reply.ok(FormReply.of(tables, spec));
            case Outcome.Found(var names) -> Reply.ok(FormReply.NamesReply.of(names));
            case Outcome.NoSuchTable(var tables) -> DeskWords.noSuchTable(tables);
            case Outcome.NoSuchConnection(var known) -> DeskWords.noSuchConnection(known);
            case Outcome.ConnectionClosed(var connection, var state) -> DeskWords.connectionClosed(connection, state);
        };
    }
}
