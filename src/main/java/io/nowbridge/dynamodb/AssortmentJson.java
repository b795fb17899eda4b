package io.nowbridge.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.product.Assortment;
import io.nowbridge.product.Assortment.Kind;
import io.nowbridge.product.Product.Status;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** What a catalogue consists of, as JSON: {@code ["012034056", "Canon", "ACTIVE", 17]} for each kind. */
final class AssortmentJson {

    private static final int CATEGORY = 0;
    private static final int MANUFACTURER = 1;
    private static final int STATUS = 2;
    private static final int PRODUCTS = 3;

    private AssortmentJson() {}

    static JsonNode assortment(Assortment assortment) {
        var kinds = JsonNodeFactory.instance.arrayNode(assortment.products().size());
        assortment
                .products()
                .forEach((kind, products) -> kinds.addArray()
                        .add(kind.category())
                        .add(kind.manufacturer())
                        .add(kind.status().name())
                        .add(products));
        return kinds;
    }

    static Assortment assortment(JsonNode kinds) {
        return new Assortment(kinds.valueStream()
                .collect(Collectors.toMap(
                        AssortmentJson::kind, kind -> kind.path(PRODUCTS).asLong(), Long::sum, LinkedHashMap::new)));
    }

    private static Kind kind(JsonNode kind) {
        return new Kind(
                kind.path(CATEGORY).asText(),
                kind.path(MANUFACTURER).asText(),
                Status.valueOf(kind.path(STATUS).asText()));
    }
}
