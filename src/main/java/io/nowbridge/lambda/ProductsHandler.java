package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.ProductWork;
import io.nowbridge.product.Sku;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.TemplateKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a catalogue, how much of it is selected, and what became of one product, for Managers and Admins. */
@Named("products")
@Singleton
public final class ProductsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpEdge http;
    private final Routes routes;

    ProductsHandler(ProductWork work, HttpEdge http, JsonBody json) {
        this.http = http;
        this.routes = new Routes()
                .on(
                        "GET /catalogues/{connectionId}",
                        ProductsHandler::connection,
                        work.catalogue()::run,
                        CatalogueWords::of)
                .on(
                        "POST /templates/{templateId}/selection-count",
                        event -> Count.of(event, json),
                        count -> work.selection().run(count.template(), count.options()),
                        CatalogueWords::of)
                .on(
                        "GET /templates/{templateId}/products/{sku}",
                        One::of,
                        one -> work.product().run(one.template(), one.sku()),
                        CatalogueWords::of);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    @RegisterForReflection
    record CountBody(@Nullable Map<String, JsonNode> options) {}

    /** A template's selection, or another one that it might have. */
    private record Count(TemplateId template, Map<String, String> options) {

        static Count of(APIGatewayV2HTTPEvent event, JsonBody json) {
            var template = TemplateRequests.template(event);
            var fields = new Fields();
            var options = json.readAny(event, CountBody.class, fields)
                    .flatMap(body -> Optional.ofNullable(body.options()))
                    .map(given -> OptionFields.read(given, TemplateKind.PRODUCT_SYNC.sheet(), fields))
                    .orElse(Map.of());
            fields.check();
            return new Count(template, options);
        }
    }

    /** A product of a template. */
    private record One(TemplateId template, Sku sku) {

        static One of(APIGatewayV2HTTPEvent event) {
            var template = TemplateRequests.template(event);
            try {
                return new One(template, new Sku(event.getPathParameters().getOrDefault("sku", "")));
            } catch (IllegalArgumentException e) {
                throw RefusedException.notFound("such product");
            }
        }
    }

    private static ConnectionId connection(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        try {
            return new ConnectionId(event.getPathParameters().getOrDefault("connectionId", ""));
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound(CatalogueWords.CATALOGUE);
        }
    }
}
