package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.product.ProductFixtures;
import io.nowbridge.product.RunningProducts;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductRunsHandlerTest {

    private static final String START = "POST /templates/{templateId}/runs";
    private static final String LIST = "GET /product-runs";
    private static final String ONE = "/product-runs/{runId}";

    private final RunningProducts products = new RunningProducts(ProductFixtures.everything());
    private final ProductRunsHandler handler = new ProductRunsHandler(
            products.runs, products.chunks, products.work, products::now, new HttpEdge(JSON), new JsonBody(JSON));

    @BeforeEach
    void listSome() {
        products.lists("1", "2", "3");
    }

    @Test
    void aRunIsStartedAndGoesOnBehindTheAnswer() {
        var answer = start("");

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getHeaders())
                .containsEntry(
                        "location", "/product-runs/" + json(answer).path("id").asText());
        assertThat(json(answer).path("task").asText()).isEqualTo("sync");
        assertThat(json(answer).path("state").asText()).isEqualTo("waiting");
        assertThat(json(answer).path("startedBy").asText()).isEqualTo("maria");
    }

    @Test
    void anotherOneBetweenTheSameSystemsIsRefusedNamingTheFirst() {
        var first = json(start("")).path("id").asText();

        var answer = start("{\"task\": \"dry-run\"}");

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).path("type").asText()).endsWith("run-under-way");
        assertThat(json(answer).path("runId").asText()).isEqualTo(first);
    }

    @Test
    void whatBecameOfARunIsShownWithItsProducts() {
        var run = products.sync();

        var shown = json(one("GET " + ONE, run.id().value()));
        var items = json(handle(Request.on("GET " + ONE + "/items")
                .path(Map.of("runId", run.id().value()))
                .query("outcome", "created")));

        assertThat(shown.path("state").asText()).isEqualTo("ended");
        assertThat(shown.path("result").asText()).isEqualTo("success");
        assertThat(shown.at("/found/toCreate").asInt()).isEqualTo(3);
        assertThat(shown.at("/progress/outcomes")).isEqualTo(json("{\"created\": 3}"));
        assertThat(items.path("items").findValuesAsText("sku")).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void aRunNamesItsEntryInTheLog() {
        var run = products.sync();

        var shown = json(one("GET " + ONE, run.id().value()));

        assertThat(EntryIds.read(shown.path("entryId").asText()))
                .hasValue(products.entry(run.id()).key());
    }

    @Test
    void theRunsOfATemplateAreListedNewestFirst() {
        var first = products.sync();
        var second = products.sync();

        var listed = json(handle(Request.on(LIST).query("templateId", template())));

        assertThat(listed.path("items").findValuesAsText("id"))
                .containsExactly(second.id().value(), first.id().value());
    }

    @Test
    void aRunThatIsCancelledEndsAndCannotBeCancelledAgain() {
        var id = json(start("")).path("id").asText();

        var cancelled = one("POST " + ONE + "/cancel", id);
        var again = one("POST " + ONE + "/cancel", id);

        assertThat(cancelled.getStatusCode()).isEqualTo(202);
        assertThat(json(cancelled).at("/stop/cause").asText()).isEqualTo("maria cancelled it");
        assertThat(again.getStatusCode()).isEqualTo(409);
    }

    @Test
    void aRunWhoseCatalogueCannotBeFetchedSaysWhy() {
        products.losesItsCatalogueOnce();

        var waiting = json(one("GET " + ONE, products.sync().id().value()));

        assertThat(waiting.path("state").asText()).isEqualTo("waiting");
        assertThat(waiting.at("/waitingFor/cause").asText()).isNotEmpty();
        assertThat(waiting.at("/waitingFor/whoCanFix").asText()).isEqualTo("nobody");
    }

    @Test
    void aRunThatIsCancelledShowsWhatItDidNotTryAsTheLogDoes() {
        products.refuseForAnHour();
        var run = products.sync();

        var cancelled = json(one("POST " + ONE + "/cancel", run.id().value()));

        assertThat(cancelled.path("state").asText()).isEqualTo("ended");
        assertThat(cancelled.at("/progress/failed").asInt()).isEqualTo(3);
        assertThat(cancelled.at("/progress/untried").asInt()).isEqualTo(3);
        assertThat(products.entry(run.id()).counts()).isEqualTo(new Counts(0, 3, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "retry"})
    void whatHasNothingToBeConfirmedOrRetriedSaysSo(String what) {
        var run = products.sync();

        assertThat(one("POST " + ONE + "/" + what, run.id().value()).getStatusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"task\": \"dance\"}|task",
                "{\"task\": \"refresh\"}|skus",
                "{\"skus\": [\"a b\"]}|skus[0]",
                "{\"colour\": \"red\"}|colour"
            })
    void aFaultyRequestIsRefusedNamingTheField(String body, String field) {
        var answer = start(body);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET ", "POST /cancel", "POST /confirm", "POST /retry", "GET /items"})
    void aRunThatIsNotThereIsNotFound(String route) {
        var parts = route.split(" ", 2);

        assertThat(one(parts[0] + " " + ONE + parts[1], "run-7").getStatusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {START, LIST, "GET " + ONE, "POST " + ONE + "/cancel", "POST " + ONE + "/retry"})
    void membersHaveNoBusinessHere(String route) {
        var answer = handle(Request.on(route)
                .path(Map.of("templateId", template(), "runId", "run-7"))
                .by("[member]"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
    }

    private String template() {
        return products.template().id().value();
    }

    private APIGatewayV2HTTPResponse start(String body) {
        return handle(Request.on(START).path(Map.of("templateId", template())).body(body));
    }

    private APIGatewayV2HTTPResponse one(String route, String run) {
        return handle(Request.on(route).path(Map.of("runId", run)));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
