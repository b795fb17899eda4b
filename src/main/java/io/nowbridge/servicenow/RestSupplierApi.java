package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The supplier's side as {@code /api/sn_spend_intg/spendint}, in its synchronous mode. */
final class RestSupplierApi implements SupplierApi {

    private static final String PATH = "/api/sn_spend_intg/spendint/";

    private final Instance instance;

    RestSupplierApi(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<Map<String, String>> tell(Matter matter, Supplier supplier, List<Map<String, Object>> products) {
        var attempt = Attempt.write("Telling the " + matter.name().toLowerCase(Locale.ROOT) + " of products");
        var delivery = Map.of(
                "customer_id", supplier.customerId(),
                "catalog_id", supplier.catalogId(),
                "supplier_id", supplier.supplierId(),
                "third_party_import_id", supplier.importId(),
                "products", products);
        var request = Request.json(
                HttpMethod.POST, PATH + matter.path(), Map.of("mode", "sync"), Map.of("root", List.of(delivery)));
        return instance.document(attempt, request).map(Answers.reading(attempt, RestSupplierApi::refusals));
    }

    private static Map<String, String> refusals(JsonNode document) {
        var deliveries = document.at("/result/response");
        if (deliveries.asText("").equals("success")) {
            return Map.of();
        }
        if (!deliveries.isArray()) {
            throw new IllegalArgumentException("no word about the delivery");
        }
        var refusals = new HashMap<String, String>();
        deliveries.forEach(delivery -> delivery.path("error_response_body")
                .forEach(error -> refusals.merge(
                        error.path("sku").asText(""),
                        error.path("error_message").asText("").strip(),
                        (one, other) -> one + " " + other)));
        return refusals;
    }
}
