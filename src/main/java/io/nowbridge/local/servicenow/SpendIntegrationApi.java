package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/sn_spend_intg/spendint/{catalog|price|availability}}: what suppliers tell of their products, where the settings
 * have Source-to-Pay. It answers when all is taken in, in whichever mode it is asked.
 */
final class SpendIntegrationApi implements Api {

    static final String NAME = "sn_spend_intg";

    private static final String ROLE = "sn_spend_intg.procurement_integrator";
    private static final int MOST = 1000;

    private final Instance instance;
    private final SupplierCatalog catalog;

    SpendIntegrationApi(Instance instance, RecordWriter writer) {
        this.instance = instance;
        this.catalog = new SupplierCatalog(instance, writer);
    }

    @Override
    public Answer answer(Request request) {
        var segments = request.segments();
        if (!instance.settings().sourceToPay()
                || segments.size() != 2
                || !segments.getFirst().equals("spendint")) {
            throw Refusal.unknownUri();
        }
        ContentRules.check(request.call());
        if (!request.call().verb().equals("POST")) {
            throw ContentRules.methodNotAllowed(request.call());
        }
        if (!request.caller().isAdmin() && !request.caller().hasRole(ROLE)) {
            throw Refusal.of(403, "User Not Authorized", "Failed API level ACL Validation");
        }
        var root = LenientJson.objects(
                new JsonObject(LenientJson.object(request.call().body())), "root");
        var failures = new JsonArray();
        root.forEach(delivery -> {
            var errors = take(request, segments.getLast(), delivery);
            if (!errors.isEmpty()) {
                failures.add(failure(delivery, errors));
            }
        });
        return Answer.result(200, new JsonObject().put("response", failures.isEmpty() ? "success" : failures));
    }

    private List<JsonObject> take(Request request, String matter, JsonObject delivery) {
        var products = LenientJson.objects(delivery, "products");
        if (products.size() > MOST) {
            throw Refusal.withoutDetail(400, "A transaction is limited to " + MOST + " products");
        }
        return products.stream()
                .map(product -> Map.entry(
                        product,
                        switch (matter) {
                            case "catalog" -> catalog.product(request, delivery, product);
                            case "price" -> catalog.price(request, delivery, product);
                            case "availability" -> catalog.availability(request, delivery, product);
                            default -> throw Refusal.unknownUri();
                        }))
                .filter(taken -> !taken.getValue().isEmpty())
                .map(taken -> error(taken.getKey(), taken.getValue()))
                .toList();
    }

    // Each message ends its line.
    private static JsonObject error(JsonObject product, List<String> messages) {
        return new JsonObject()
                .put("sku", product.getValue("sku"))
                .put("mpn", product.getValue("mpn"))
                .put("error_message", String.join("\n", messages) + "\n");
    }

    private static JsonObject failure(JsonObject delivery, List<JsonObject> errors) {
        return new JsonObject()
                .put("customer_id", delivery.getValue("customer_id"))
                .put("supplier_id", delivery.getValue("supplier_id"))
                .put("third_party_import_id", delivery.getValue("third_party_import_id"))
                .put("status_code", "failure")
                .put("error_response_body", new JsonArray(errors));
    }
}
