package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.access.DatastoreAccess;
import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.setup.ChangeAccess;
import io.nowbridge.setup.ChangeAccess.Outcome;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Which team may do what with a datastore's anomalies, for Managers and Admins. */
@Named("datastoreAccess")
@Singleton
public final class DatastoreAccessHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpEdge http;
    private final Routes routes;

    DatastoreAccessHandler(DatastoreAccess access, ChangeAccess change, HttpEdge http, JsonBody json) {
        this.http = http;
        var path = "/datastores/{datastoreId}/access";
        this.routes = new Routes()
                .on("GET /datastores", Pages::managers, access::page, page -> Pages.reply(page, AccessReply::of))
                .on("GET " + path, AccessRequests::wanted, access::of, DatastoreAccessHandler::shown)
                .on(
                        "PUT " + path,
                        event -> AccessRequests.change(event, json),
                        change::run,
                        DatastoreAccessHandler::word);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Reply shown(Granted granted) {
        return Reply.ok(AccessReply.of(granted)).tagged(granted.revision());
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(var granted) -> shown(granted);
            case Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile();
        };
    }
}
