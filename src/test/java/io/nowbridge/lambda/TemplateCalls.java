package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.nowbridge.template.RunningTemplates;
import java.util.HashMap;
import java.util.Map;

/** The API of templates, and requests of a Manager to it. */
final class TemplateCalls {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static final String ONE = "/templates/{templateId}";

    /** A Product Sync that lacks nothing. */
    static final String PRODUCT_SYNC = """
            {"kind": "product-sync", "name": "Nightly", "deskId": "desk", "distributorId": "distributor",
             "schedule": {"cron": "0 6 * * *", "zone": "Europe/Berlin"},
             "mappings": {
               "fields": {"sku": "product_id", "manufacturerPartNumber": "model_number", "name": "name",
                          "category": "u_category", "quantity": "u_quantity", "cost": "vendor_price",
                          "active": "active"},
               "categories": {"012": "printing", "*": "other"}},
             "options": {"promoPricing": false}}""";

    private final RunningTemplates templates = new RunningTemplates();
    private final TemplatesHandler handler = new TemplatesHandler(
            templates.store(), templates.work(), RunningTemplates::now, new HttpEdge(JSON), new JsonBody(JSON));

    /** What the API works on. */
    RunningTemplates templates() {
        return templates;
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return handler.handleRequest(event, new FakeContext(29_000));
    }

    static APIGatewayV2HTTPEvent creating(String body) {
        var event = event("POST /templates", Map.of());
        event.setBody(body);
        return event;
    }

    /** A change that carries whatever it takes but If-Match. */
    static APIGatewayV2HTTPEvent changing(String change) {
        var parts = change.split(" ", 2);
        var event = on(parts[0], parts[1]);
        event.setBody(PRODUCT_SYNC);
        return event;
    }

    static APIGatewayV2HTTPEvent on(String method, String path, String tag) {
        var event = on(method, path);
        event.setHeaders(Map.of("if-match", tag));
        return event;
    }

    /** A request about the first template that was created. */
    static APIGatewayV2HTTPEvent on(String method, String path) {
        return event(method + " " + ONE + path, Map.of("templateId", "template-1"));
    }

    static APIGatewayV2HTTPEvent with(APIGatewayV2HTTPEvent event, Map<String, String> parameters) {
        event.setPathParameters(parameters);
        return event;
    }

    static APIGatewayV2HTTPEvent event(String route, Map<String, String> parameters) {
        var event = RunningHandler.event("");
        event.setRouteKey(route);
        event.setPathParameters(new HashMap<>(parameters));
        return event;
    }
}
