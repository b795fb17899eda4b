package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.lambda.TemplateCalls.ONE;
import static io.nowbridge.lambda.TemplateCalls.PRODUCT_SYNC;
import static io.nowbridge.lambda.TemplateCalls.creating;
import static io.nowbridge.lambda.TemplateCalls.event;
import static io.nowbridge.lambda.TemplateCalls.on;
import static io.nowbridge.lambda.TemplateCalls.with;
import static io.nowbridge.template.TemplateFixtures.DISTRIBUTOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesHandlerTest {

    private final TemplateCalls api = new TemplateCalls();

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

        assertThat(api.handle(event).getStatusCode()).isEqualTo(403);
    }

    @Test
    void aNewTemplateIsAnswered201WithItsNextRunsAndItsRevision() {
        var response = api.handle(creating(PRODUCT_SYNC));

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
        var created = (ObjectNode) json(api.handle(creating(PRODUCT_SYNC)));
        created.remove("obstacles");

        var read = api.handle(on("GET", ""));

        assertThat(read.getStatusCode()).isEqualTo(200);
        assertThat(read.getHeaders()).containsEntry("etag", "\"1\"");
        assertThat(json(read)).isEqualTo(created);
    }

    @Test
    void whatIsReadOfATemplateCanBeSavedAgain() {
        var read = (ObjectNode) json(api.handle(creating(PRODUCT_SYNC)));
        read.remove(List.of("id", "enabled", "nextRuns", "created", "changed", "revision", "obstacles"));

        var replacing = on("PUT", "", "\"1\"");
        replacing.setBody(read.toString());

        assertThat(api.handle(replacing).getStatusCode()).isEqualTo(200);
    }

    @Test
    void aTemplateIsEnabledAndDisabledAndRemoved() {
        api.handle(creating(PRODUCT_SYNC));

        var enabled = api.handle(on("POST", "/enable", "\"1\""));
        var disabled = api.handle(on("POST", "/disable", "\"2\""));
        var removed = api.handle(on("DELETE", "", "\"3\""));

        assertThat(json(enabled).path("enabled").asBoolean()).isTrue();
        assertThat(enabled.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(json(disabled).path("enabled").asBoolean()).isFalse();
        assertThat(json(removed)).isEqualTo(json("{\"removed\": true}"));
        assertThat(api.handle(on("GET", "")).getStatusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotRunIsAnswered409WithEachObstacleAndWhoCanMoveIt() {
        api.templates().desk().lackRightOn("pc_vendor_cat_item");
        api.templates().close(DISTRIBUTOR);
        api.handle(creating(PRODUCT_SYNC));

        var response = api.handle(on("POST", "/enable", "\"1\""));

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
        api.templates().desk().closeSchema();

        var response = api.handle(creating(PRODUCT_SYNC));

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(json(response).at("/obstacles/0/subject").asText()).isEqualTo("deskId");
        assertThat(api.handle(on("POST", "/enable", "\"1\"")).getStatusCode()).isEqualTo(409);
    }

    @Test
    void aSecondOfItsKindIsAnswered409NamingTheFirst() {
        api.handle(creating(PRODUCT_SYNC));
        api.handle(on("POST", "/enable", "\"1\""));
        var second = json(api.handle(creating(PRODUCT_SYNC))).path("id").asText();

        var response = api.handle(with(on("POST", "/enable", "\"1\""), Map.of("templateId", second)));

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(json(response).path("detail").asText()).contains("template-1");
    }

    @Test
    void anEnabledTemplateIsNotRemovedButAnswered409() {
        api.handle(creating(PRODUCT_SYNC));
        api.handle(on("POST", "/enable", "\"1\""));

        assertThat(api.handle(on("DELETE", "", "\"2\"")).getStatusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"''", "/versions", "/versions/{revision}", "/diff"})
    void whatIsNotThereIsAnswered404(String path) {
        var event = with(on("GET", path), Map.of("templateId", "gone", "revision", "1"));
        event.setQueryStringParameters(Map.of("from", "1", "to", "2"));

        assertThat(api.handle(event).getStatusCode()).isEqualTo(404);
    }

    @Test
    void anIdThatNoTemplateCanHaveIsAnswered404() {
        assertThat(api.handle(with(on("GET", ""), Map.of("templateId", "a/b"))).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void templatesAreListedByPagesAndByConnection() {
        api.handle(creating(PRODUCT_SYNC));
        api.handle(creating(PRODUCT_SYNC));
        var first = event("GET /templates", Map.of());
        first.setQueryStringParameters(Map.of("limit", "1", "connectionId", "distributor"));

        var page = json(api.handle(first));
        var second = event("GET /templates", Map.of());
        second.setQueryStringParameters(Map.of(
                "limit",
                "1",
                "connectionId",
                "distributor",
                "cursor",
                page.path("next").asText()));
        var rest = json(api.handle(second));

        assertThat(page.path("items")).hasSize(1);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(page.at("/items/0/id")).isNotEqualTo(rest.at("/items/0/id"));
    }

    @Test
    void theTemplatesOfAnotherConnectionAreNotListed() {
        api.handle(creating(PRODUCT_SYNC));
        var event = event("GET /templates", Map.of());
        event.setQueryStringParameters(Map.of("connectionId", "other"));

        assertThat(json(api.handle(event)).path("items")).isEmpty();
    }

    @Test
    void theKindsSayWhatEachCanBeTold() {
        var kinds = json(api.handle(event("GET /template-kinds", Map.of())));

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
}
