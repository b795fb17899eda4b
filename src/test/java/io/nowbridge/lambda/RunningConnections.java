package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.setup.InMemorySetup;

/** The handlers of connections and ticket targets with everything behind them in memory. */
final class RunningConnections {

    final InMemorySetup setup = new InMemorySetup();

    private final HttpEdge http = new HttpEdge(RunningHandler.JSON);
    private final ConnectionsHandler connections = new ConnectionsHandler(
            http,
            new ConnectionParser(new JsonBody(RunningHandler.JSON)),
            setup.connections,
            setup.probe,
            setup.administration());
    private final TicketTargetsHandler targets = new TicketTargetsHandler(setup.connections, http);

    APIGatewayV2HTTPResponse handle(Request request) {
        return handle(request.event());
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return connections.handleRequest(event, new FakeContext(29_000));
    }

    APIGatewayV2HTTPResponse targets(Request request) {
        return targets.handleRequest(request.event(), new FakeContext(29_000));
    }
}
