package io.nowbridge.local.tdsynnex;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;

/** Orders as they are kept and shown: as they are, amounts as texts. */
final class OrderJson {

    private static final ObjectMapper MAPPER = mapper();

    private OrderJson() {}

    static JsonObject of(OrderBook.Kept kept) {
        return json(kept);
    }

    /** The truth about an order, with how often it was received. */
    static JsonObject of(PlacedOrder order, int received) {
        return json(order).put("code", OrderCode.of(order).word()).put("received", received);
    }

    static OrderBook.Kept read(JsonObject kept) {
        return MAPPER.convertValue(kept.getMap(), OrderBook.Kept.class);
    }

    @SuppressWarnings("unchecked")
    private static JsonObject json(Object value) {
        return new JsonObject((Map<String, Object>) MAPPER.convertValue(value, Map.class));
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                // Nothing but what a record consists of: isOpen is worked out.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }
}
