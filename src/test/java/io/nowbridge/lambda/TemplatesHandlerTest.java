package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.template.TemplateFixtures.DISTRIBUTOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.nowbridge.template.RunningTemplates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesHandlerTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String ONE = "/templates/{templateId}";

    /** A Product Sync that lacks nothing. */
    private static final String PRODUCT_SYNC = """
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

    private static Stream<String> routes() {
        return Stream.of(
                "GET /template-kinds",
                "GET /templates",
                "POST /templates",
                "GET " + ONE,
                "PUT " + ONE,
                "DELETE " + ONE,
                "POST " + ONE + "/enable",
                "POST " + ONE + "/disable",
                "GET " + ONE + "/versions",
                "GET " + ONE + "/versions/{revision}",
                "GET " + ONE + "/diff");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoIsNoManagerIsAnswered403WhateverElseIsWrong(String route) {
        var event = event(route, Map.of());
        event.getRequestContext().getAuthorizer().getJwt().setClaims(Map.of("sub", "mo", "roles", "[member]"));

        assertThat(handle(event).getStatusCode()).isEqualTo(403);
    }

    @Test
    void aNewTemplateIsAnswered201WithItsNextRunsAndItsRevision() {
        var response = handle(creating(PRODUCT_SYNC));

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders()).containsEntry("etag", "\"1\"");
        assertThat(json(response)).isEqualTo(json("""
                {"id": "template-1", "kind": "product-sync", "name": "Nightly", "deskId": "desk",
                 "distributorId": "distributor", "enabled": false,
                 "schedule": {"cron": "0 6 * * *", "zone": "Europe/Berlin"},
                 "nextRuns": ["2026-01-06T05:00:00Z", "2026-01-07T05:00:00Z", "2026-01-08T05:00:00Z"],
                 "mappings": {
                   "tables": {"offer": "pc_vendor_cat_item", "product": "cmdb_hardware_product_model"},
                   "fields": {"active": "active", "category": "u_category", "cost": "vendor_price",
                              "manufacturerPartNumber": "model_number", "name": "name", "quantity": "u_quantity",
                              "sku": "product_id"},
                   "categories": {"*": "other", "012": "printing"}, "models": {}, "units": {}, "currencies": {},
                   "statuses": {}},
                 "options": {"currency": "distributor", "discontinued": "inactive", "exceptSkus": [],
                             "newProducts": "mapped-categories", "promoPricing": false, "selectedCategories": [],
                             "selectedManufacturers": [], "selectedSkus": [], "selectedStatuses": [],
                             "updateCost": true, "updateExisting": true, "updateInventory": true},
                 "created": {"by": "maria", "at": "2026-01-05T09:00:00Z"},
                 "changed": {"by": "maria", "at": "2026-01-05T09:00:00Z"}, "revision": 1, "obstacles": []}"""));
    }

    @Test
    void aTemplateIsReadAsItWasSaved() {
        var created = (ObjectNode) json(handle(creating(PRODUCT_SYNC)));
        created.remove("obstacles");

        var read = handle(on("GET", ""));

        assertThat(read.getStatusCode()).isEqualTo(200);
        assertThat(read.getHeaders()).containsEntry("etag", "\"1\"");
        assertThat(json(read)).isEqualTo(created);
    }

    @Test
    void whatIsReadOfATemplateCanBeSavedAgain() {
        var read = (ObjectNode) json(handle(creating(PRODUCT_SYNC)));
        read.remove(List.of("id", "enabled", "nextRuns", "created", "changed", "revision", "obstacles"));

        var replacing = on("PUT", "", "\"1\"");
        replacing.setBody(read.toString());

        assertThat(handle(replacing).getStatusCode()).isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongWithARequestIsAnswered400AtOnce() {
        var response = handle(creating("""
                {"kind": "product-sync", "name": "", "deskId": "a b", "colour": "red",
                 "schedule": {"every": 4, "unit": "minutes"},
                 "mappings": {"tables": {"ticket": "x"}, "fields": {"colour": "u_colour"},
                              "statuses": {"shipped": "x"}},
                 "options": {"updateCost": "perhaps", "speed": "high", "currency": ["desk"]}}"""));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "colour",
                        "name",
                        "deskId",
                        "distributorId",
                        "schedule",
                        "mappings.tables.ticket",
                        "mappings.fields.colour",
                        "mappings.statuses.shipped",
                        "options.updateCost",
                        "options.speed",
                        "options.currency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | schedule",
                "{'every': 1, 'cron': '0 6 * * *'} | schedule",
                "{'every': 1} | schedule.unit",
                "{'unit': 'hours'} | schedule.every",
                "{'every': 0, 'unit': 'hours'} | schedule.every",
                "{'every': 1, 'unit': 'weeks'} | schedule.unit",
                "{'every': 1.5, 'unit': 'hours'} | schedule.every",
                "{'cron': '0 6 * * *'} | schedule.zone",
                "{'cron': '0 6 * * *', 'zone': '+02:00'} | schedule.zone",
                "{'zone': 'Europe/Berlin'} | schedule.cron",
                "{'cron': '0 25 * * *', 'zone': 'Berlin'} | schedule.zone, schedule.cron",
                "{'cron': '0 25 * * *', 'zone': 'Europe/Berlin'} | schedule.cron",
                "{'cron': '* * * * *', 'zone': 'Europe/Berlin'} | schedule",
                "null | schedule"
            })
    void aScheduleThatIsNoneIsAnswered400(String schedule, String field) {
        var body = (ObjectNode) json(PRODUCT_SYNC);
        body.set("schedule", json(schedule.replace('\'', '"')));

        var response = handle(creating(body.toString()));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).containsExactly(field.split(", "));
    }

    @Test
    void aKindThatThereIsNotIsAnswered400NamingThoseThereAre() {
        var response = handle(creating("{\"kind\": \"invoices\"}"));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/message").asText())
                .isEqualTo("is not one of: product-sync, create-orders, get-order-status");
    }

    @Test
    void moreCategoriesThanATemplateHoldsAreAnswered400() {
        var response = handle(creating(withCategories(2_001, "printing")));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).containsExactly("mappings.categories");
    }

    @Test
    void aTemplateLargerThanARequestMayBeIsAnswered413() {
        assertThat(handle(creating(withCategories(2_000, "c".repeat(150)))).getStatusCode())
                .isEqualTo(413);
    }

    @Test
    void aColumnThatTheDeskDoesNotHaveIsAnswered422NamingItsField() {
        var response = handle(creating(PRODUCT_SYNC.replace("product_id", "u_sku")));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:unfit-fields");
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("mappings.fields.sku");
    }

    @Test
    void aTemplateIsEnabledAndDisabledAndRemoved() {
        handle(creating(PRODUCT_SYNC));

        var enabled = handle(on("POST", "/enable", "\"1\""));
        var disabled = handle(on("POST", "/disable", "\"2\""));
        var removed = handle(on("DELETE", "", "\"3\""));

        assertThat(json(enabled).path("enabled").asBoolean()).isTrue();
        assertThat(enabled.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(json(disabled).path("enabled").asBoolean()).isFalse();
        assertThat(json(removed)).isEqualTo(json("{\"removed\": true}"));
        assertThat(handle(on("GET", "")).getStatusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotRunIsAnswered409WithEachObstacleAndWhoCanMoveIt() {
        templates.desk().lackRightOn("pc_vendor_cat_item");
        templates.close(DISTRIBUTOR);
        handle(creating(PRODUCT_SYNC));

        var response = handle(on("POST", "/enable", "\"1\""));

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:not-ready");
        assertThat(json(response).path("obstacles")).isEqualTo(json("""
                [{"subject": "distributorId",
                  "message": "the connection The distributor is in the state Disabled", "whoCanFix": "administrator"},
                 {"subject": "write pc_vendor_cat_item",
                  "message": "The user may not write. Grant the role.", "whoCanFix": "administrator"}]"""));
    }

    @Test
    void aTemplateWhoseDeskCannotBeReadIsSavedAndSaysWhyItCannotBeEnabled() {
        templates.desk().closeSchema();

        var response = handle(creating(PRODUCT_SYNC));

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(json(response).at("/obstacles/0/subject").asText()).isEqualTo("deskId");
        assertThat(handle(on("POST", "/enable", "\"1\"")).getStatusCode()).isEqualTo(409);
    }

    @Test
    void aSecondOfItsKindIsAnswered409NamingTheFirst() {
        handle(creating(PRODUCT_SYNC));
        handle(on("POST", "/enable", "\"1\""));
        var second = json(handle(creating(PRODUCT_SYNC))).path("id").asText();

        var response = handle(with(on("POST", "/enable", "\"1\""), Map.of("templateId", second)));

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(json(response).path("detail").asText()).contains("template-1");
    }

    @Test
    void anEnabledTemplateIsNotRemovedButAnswered409() {
        handle(creating(PRODUCT_SYNC));
        handle(on("POST", "/enable", "\"1\""));

        assertThat(handle(on("DELETE", "", "\"2\"")).getStatusCode()).isEqualTo(409);
    }

    private static Stream<String> changes() {
        return Stream.of("PUT ", "DELETE ", "POST /enable", "POST /disable");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeThatDoesNotSayOfWhatIsAnswered428(String change) {
        handle(creating(PRODUCT_SYNC));

        assertThat(handle(changing(change)).getStatusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAnotherRevisionIsAnswered412(String change) {
        handle(creating(PRODUCT_SYNC));
        var event = changing(change);
        event.setHeaders(Map.of("if-match", "\"7\""));

        assertThat(handle(event).getStatusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfWhatIsNotThereIsAnswered404(String change) {
        var event = changing(change);
        event.setHeaders(Map.of("if-match", "\"1\""));

        assertThat(handle(event).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"''", "/versions", "/versions/{revision}", "/diff"})
    void whatIsNotThereIsAnswered404(String path) {
        var event = with(on("GET", path), Map.of("templateId", "gone", "revision", "1"));
        event.setQueryStringParameters(Map.of("from", "1", "to", "2"));

        assertThat(handle(event).getStatusCode()).isEqualTo(404);
    }

    @Test
    void anIdThatNoTemplateCanHaveIsAnswered404() {
        assertThat(handle(with(on("GET", ""), Map.of("templateId", "a/b"))).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void templatesAreListedByPagesAndByConnection() {
        handle(creating(PRODUCT_SYNC));
        handle(creating(PRODUCT_SYNC));
        var first = event("GET /templates", Map.of());
        first.setQueryStringParameters(Map.of("limit", "1", "connectionId", "distributor"));

        var page = json(handle(first));
        var second = event("GET /templates", Map.of());
        second.setQueryStringParameters(Map.of(
                "limit",
                "1",
                "connectionId",
                "distributor",
                "cursor",
                page.path("next").asText()));
        var rest = json(handle(second));

        assertThat(page.path("items")).hasSize(1);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(page.at("/items/0/id")).isNotEqualTo(rest.at("/items/0/id"));
    }

    @Test
    void theTemplatesOfAnotherConnectionAreNotListed() {
        handle(creating(PRODUCT_SYNC));
        var event = event("GET /templates", Map.of());
        event.setQueryStringParameters(Map.of("connectionId", "other"));

        assertThat(json(handle(event)).path("items")).isEmpty();
    }

    @Test
    void versionsAreListedNewestFirstAndComparedByPath() {
        handle(creating(PRODUCT_SYNC));
        var replacing = on("PUT", "", "\"1\"");
        replacing.setBody(PRODUCT_SYNC.replace("Nightly", "Daily").replace("\"*\": \"other\"", "\"034\": \"other\""));
        handle(replacing);

        var versions = json(handle(on("GET", "/versions")));
        var first = json(
                handle(with(on("GET", "/versions/{revision}"), Map.of("templateId", "template-1", "revision", "1"))));
        var comparing = on("GET", "/diff");
        comparing.setQueryStringParameters(Map.of("from", "1", "to", "2"));

        assertThat(versions.findValuesAsText("revision")).containsExactly("2", "1");
        assertThat(first.path("name").asText()).isEqualTo("Nightly");
        assertThat(first.has("nextRuns")).isFalse();
        assertThat(json(handle(comparing))).isEqualTo(json("""
                {"items": [{"path": "mappings.categories.*", "from": "other"},
                           {"path": "mappings.categories.034", "to": "other"},
                           {"path": "name", "from": "Nightly", "to": "Daily"}]}"""));
    }

    @Test
    void aComparisonWithoutBothSidesIsAnswered400() {
        handle(creating(PRODUCT_SYNC));
        var comparing = on("GET", "/diff");
        comparing.setQueryStringParameters(Map.of("from", "one"));

        var response = handle(comparing);

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).containsExactly("from", "to");
    }

    @Test
    void theKindsSayWhatEachCanBeTold() {
        var kinds = json(handle(event("GET /template-kinds", Map.of())));

        assertThat(kinds.path("items").findValuesAsText("title"))
                .containsExactly("Product Sync", "Create Orders", "Get Order Status");
        assertThat(kinds.at("/items/0/options/0")).isEqualTo(json("""
                {"option": "newProducts", "type": "choice", "preset": "mapped-categories",
                 "values": ["mapped-categories", "create", "review"]}"""));
        assertThat(kinds.at("/items/0/fields/0")).isEqualTo(json("""
                {"field": "sku", "part": "offer", "access": "write", "required": true, "requiredWhen": [], "length": 20,
                 "suggestions": {"servicenow": "product_id", "autotask": "vendorPartNumber"}}"""));
        assertThat(kinds.at("/items/1/options/3")).isEqualTo(json("""
                {"option": "priceTolerance", "type": "amount", "preset": 0.01, "least": "0", "most": "1000"}"""));
    }

    private static String withCategories(int count, String category) {
        var body = (ObjectNode) json(PRODUCT_SYNC);
        var categories = body.withObject("/mappings/categories");
        IntStream.range(0, count).forEach(number -> categories.put("%09d".formatted(number), category));
        return body.toString();
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return handler.handleRequest(event, new FakeContext(29_000));
    }

    private static APIGatewayV2HTTPEvent creating(String body) {
        var event = event("POST /templates", Map.of());
        event.setBody(body);
        return event;
    }

    /** A change that carries whatever it takes but If-Match. */
    private static APIGatewayV2HTTPEvent changing(String change) {
        var parts = change.split(" ", 2);
        var event = on(parts[0], parts[1]);
        event.setBody(PRODUCT_SYNC);
        return event;
    }

    private static APIGatewayV2HTTPEvent on(String method, String path, String tag) {
        var event = on(method, path);
        event.setHeaders(Map.of("if-match", tag));
        return event;
    }

    /** A request about the first template that was created. */
    private static APIGatewayV2HTTPEvent on(String method, String path) {
        return event(method + " " + ONE + path, Map.of("templateId", "template-1"));
    }

    private static APIGatewayV2HTTPEvent with(APIGatewayV2HTTPEvent event, Map<String, String> parameters) {
        event.setPathParameters(parameters);
        return event;
    }

    private static APIGatewayV2HTTPEvent event(String route, Map<String, String> parameters) {
        var event = RunningHandler.event("");
        event.setRouteKey(route);
        event.setPathParameters(new HashMap<>(parameters));
        return event;
    }
}
