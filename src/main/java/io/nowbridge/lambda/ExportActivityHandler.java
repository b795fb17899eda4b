package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.export.ExportActivity;
import io.nowbridge.export.ExportActivity.Outcome;
import io.nowbridge.export.ReadExport;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The Sync Activity Log as files, for Managers and Admins. */
@Named("exportActivity")
@Singleton
public final class ExportActivityHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpEdge http;
    private final Routes routes;

    ExportActivityHandler(HttpEdge http, ExportActivity exportActivity, ReadExport readExport, ExportParser parser) {
        this.http = http;
        this.routes = new Routes()
                .on("GET /activity.csv", parser::csv, exportActivity::run, ExportActivityHandler::word)
                .on("GET /activity.ndjson", parser::ndjson, exportActivity::run, ExportActivityHandler::word)
                .on(
                        "GET /activity-exports/{exportId}",
                        ExportParser::id,
                        readExport::run,
                        found -> found.map(ExportReply::of)
                                .map(Reply::ok)
                                .orElseGet(() -> Problems.notFound(ExportParser.EXPORT)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Whole(var name, var format, var bytes) -> Reply.file(name, format.contentType(), bytes);
            case Outcome.Queued(var export) ->
                Reply.accepted(ExportReply.of(export)).at("/activity-exports/" + export.id());
        };
    }
}
