package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Map;

/** A request on a route, without a body and by a Manager unless the test says otherwise. */
final class Request {

    private final APIGatewayV2HTTPEvent event = RunningHandler.recorded("createConnection");

    private Request(String route) {
        event.setRouteKey(route);
        event.getRequestContext().setRouteKey(route);
        event.setHeaders(Map.of("host", "api.example"));
        event.setBody(null);
    }

    static APIGatewayV2HTTPEvent creating() {
        return RunningHandler.recorded("createConnection");
    }

    /** On a route as API Gateway calls it: {@code GET /connections}. */
    static Request on(String route) {
        return new Request(route);
    }

    Request to(String connection) {
        event.setPathParameters(Map.of("connectionId", connection));
        return this;
    }

    /** With these parts of the path, names and values in turn. */
    Request path(Map<String, String> parameters) {
        event.setPathParameters(parameters);
        return this;
    }

    Request ifMatch(String tag) {
        event.setHeaders(Map.of("host", "api.example", "if-match", tag));
        return this;
    }

    Request query(String name, String value) {
        var parameters = event.getQueryStringParameters() == null
                ? new HashMap<String, String>()
                : new HashMap<>(event.getQueryStringParameters());
        parameters.put(name, value);
        event.setQueryStringParameters(parameters);
        return this;
    }

    Request body(String json) {
        event.setBody(json);
        return this;
    }

    /** By somebody whose token has {@code roles}, as API Gateway writes them: {@code [member]}. */
    Request by(String roles) {
        event.getRequestContext().getAuthorizer().getJwt().setClaims(Map.of("sub", "mo", "roles", roles));
        return this;
    }

    APIGatewayV2HTTPEvent event() {
        return event;
    }
}
