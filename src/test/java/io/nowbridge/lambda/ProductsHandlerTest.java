package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.product.ProductFixtures;
import io.nowbridge.product.RunningProducts;
import io.nowbridge.template.TemplateFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsHandlerTest {

    private static final String CATALOGUE = "GET /catalogues/{connectionId}";
    private static final String COUNT = "POST /templates/{templateId}/selection-count";
    private static final String PRODUCT = "GET /templates/{templateId}/products/{sku}";

    private final RunningProducts products = new RunningProducts(ProductFixtures.everything());
    private final ProductsHandler handler = new ProductsHandler(products.work, new HttpEdge(JSON), new JsonBody(JSON));

    @Test
    void aCatalogueIsCountedByCategoryManufacturerAndStatus() {
        products.lists("1", "2");

        var shown = json(catalogue(TemplateFixtures.DISTRIBUTOR.value()));

        assertThat(shown.path("products").asInt()).isEqualTo(2);
        assertThat(shown.path("categories")).isEqualTo(json("""
                [{"code": "012", "products": 2, "children": [
                  {"code": "012034", "products": 2, "children": [
                    {"code": "012034056", "products": 2, "children": []}]}]}]"""));
        assertThat(shown.path("manufacturers")).isEqualTo(json("""
                [{"name": "Hewlett Packard", "products": 2}]"""));
        assertThat(shown.path("statuses")).isEqualTo(json("[{\"status\": \"active\", \"products\": 2}]"));
    }

    @Test
    void aCatalogueThatHasNotArrivedIsNotFound() {
        assertThat(catalogue(TemplateFixtures.DISTRIBUTOR.value()).getStatusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "nobody", "a b"})
    void whatIsNoDistributorHasNoCatalogue(String connection) {
        assertThat(catalogue(connection).getStatusCode()).isEqualTo(404);
    }

    @Test
    void aSelectionIsCountedAsItIsAndAsItMightBe() {
        products.lists("1", "2", "3");

        var saved = json(count(""));
        var other = json(count("{\"options\": {\"exceptSkus\": [\"1\", \"2\"]}}"));

        assertThat(saved).isEqualTo(json("{\"selected\": 3, \"of\": 3}"));
        assertThat(other).isEqualTo(json("{\"selected\": 1, \"of\": 3}"));
    }

    @Test
    void anOptionThatNobodyKnowsIsRefusedNamingIt() {
        products.lists("1");

        var answer = count("{\"options\": {\"selectedColours\": \"red\"}}");

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("options.selectedColours");
    }

    @Test
    void aProductIsShownWithWhatIsKeptAndWhatBecameOfIt() {
        products.lists("1");
        var run = products.sync();

        var shown = json(product("1"));

        assertThat(shown.at("/listed/cost").asText()).isEqualTo("27.10");
        assertThat(shown.at("/listed/currency").asText()).isEqualTo("USD");
        assertThat(shown.path("selected").asBoolean()).isTrue();
        assertThat(shown.at("/kept/active").asBoolean()).isTrue();
        assertThat(shown.at("/history/0/runId").asText()).isEqualTo(run.id().value());
        assertThat(shown.at("/history/0/item/outcome").asText()).isEqualTo("created");
    }

    @Test
    void aProductThatNobodyKnowsHasNothingToShow() {
        products.lists("1");

        assertThat(json(product("2"))).isEqualTo(json("{\"sku\": \"2\", \"selected\": false, \"history\": []}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CATALOGUE, COUNT, PRODUCT})
    void membersHaveNoBusinessHere(String route) {
        var answer = handle(Request.on(route)
                .path(Map.of("connectionId", "distributor", "templateId", "products", "sku", "1"))
                .by("[member]"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
    }

    private APIGatewayV2HTTPResponse catalogue(String connection) {
        return handle(Request.on(CATALOGUE).to(connection));
    }

    private APIGatewayV2HTTPResponse count(String body) {
        return handle(Request.on(COUNT)
                .path(Map.of("templateId", products.template().id().value()))
                .body(body));
    }

    private APIGatewayV2HTTPResponse product(String sku) {
        return handle(Request.on(PRODUCT)
                .path(Map.of("templateId", products.template().id().value(), "sku", sku)));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
