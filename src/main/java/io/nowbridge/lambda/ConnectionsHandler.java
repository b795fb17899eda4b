package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.SystemType;
import io.nowbridge.paging.Page;
import io.nowbridge.setup.Administration;
import io.nowbridge.setup.ChangeDefaults;
import io.nowbridge.setup.Probe;
import io.nowbridge.setup.RewrapCredentials.Rewrapped;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Connections, for those who administer them: Managers and Admins. */
@Named("connections")
@Singleton
public final class ConnectionsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpEdge http;
    private final Routes routes;

    ConnectionsHandler(
            HttpEdge http, ConnectionParser parser, Connections connections, Probe probe, Administration work) {
        this.http = http;
        var path = "/connections/{connectionId}";
        this.routes = new Routes()
                .on(
                        "GET /connections",
                        Pages::managers,
                        connections::page,
                        page -> Pages.reply(page, ConnectionReply::of))
                .on("POST /connections", parser::create, work.create()::run, ConnectionWords::of)
                .on("GET " + path, ConnectionParser::wanted, connections::find, ConnectionsHandler::found)
                .on("PATCH " + path, parser::change, work.change()::run, ConnectionWords::of)
                .on("DELETE " + path, ConnectionParser::remove, work.remove()::run, ConnectionWords::of)
                .on("POST " + path + "/test", parser::test, work.test()::run, ConnectionWords::of)
                .on("POST " + path + "/reconnect", parser::reconnect, work.reconnect()::run, ConnectionWords::of)
                .on(
                        "POST " + path + "/disconnect",
                        ConnectionParser::disconnect,
                        work.disconnect()::run,
                        ConnectionWords::of)
                .on(
                        "GET /connection-types",
                        Requesters::manager,
                        any -> types(),
                        page -> Pages.reply(page, type -> SystemTypeReply.of(type, probe.hasClient(type))))
                .on(
                        "GET /connection-defaults",
                        Requesters::manager,
                        any -> connections.defaults(),
                        ConnectionsHandler::shown)
                .on("PUT /connection-defaults", parser::defaults, work.changeDefaults()::run, ConnectionsHandler::word)
                .on(
                        "POST /connection-credentials/rewrap",
                        Requesters::manager,
                        work.rewrap()::run,
                        ConnectionsHandler::word);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Uni<Page<SystemType>> types() {
        return Uni.createFrom().item(new Page<>(List.of(SystemType.values()), Optional.empty()));
    }

    private static Reply found(Optional<Connection> found) {
        return found.map(connection -> Reply.ok(ConnectionReply.of(connection)).tagged(connection.revision()))
                .orElseGet(() -> Problems.notFound("such connection"));
    }

    private static Reply shown(Defaults defaults) {
        return Reply.ok(DefaultsReply.of(defaults)).tagged(defaults.revision());
    }

    private static Reply word(Rewrapped result) {
        return Reply.ok(new ConnectionReply.Rewrapped(
                result.rewrapped(),
                result.untouched(),
                result.failures().stream()
                        .map(failure -> new ConnectionReply.NotRewrapped(
                                failure.subject(), failure.cause(), failure.resolution()))
                        .toList()));
    }

    private static Reply word(ChangeDefaults.Outcome outcome) {
        return switch (outcome) {
            case ChangeDefaults.Outcome.Changed(var defaults) -> shown(defaults);
            case ChangeDefaults.Outcome.Unfit(var flaws) -> ConnectionWords.unfit(flaws);
            case ChangeDefaults.Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile();
        };
    }
}
