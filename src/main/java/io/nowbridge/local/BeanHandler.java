package io.nowbridge.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import java.util.Arrays;

/** A bean of the shipped application, called as Quarkus' Lambda runtime calls it. */
final class BeanHandler<I> implements Handler {

    // As io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder sets its own.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .build();

    private final RequestHandler<I, ?> bean;
    private final Class<I> event;

    private BeanHandler(RequestHandler<I, ?> bean, Class<I> event) {
        this.bean = bean;
        this.event = event;
    }

    /** The handler {@code @Named} so, in the running application. */
    static BeanHandler<?> named(String name) {
        var handle = Arc.container().instance(name);
        if (!handle.isAvailable() || !(handle.get() instanceof RequestHandler<?, ?> bean)) {
            throw new IllegalArgumentException(Template.FILE + " names the handler " + name + ", which no bean is");
        }
        return of(bean);
    }

    @SuppressWarnings("unchecked")
    static <I> BeanHandler<I> of(RequestHandler<I, ?> bean) {
        // A bridge method takes Object; the method that the class wrote takes the event.
        var method = Arrays.stream(ClientProxy.unwrap(bean).getClass().getMethods())
                .filter(candidate -> candidate.getName().equals("handleRequest") && !candidate.isBridge())
                .findFirst()
                .orElseThrow();
        return new BeanHandler<>(bean, (Class<I>) method.getParameterTypes()[0]);
    }

    @Override
    public JsonNode handle(JsonNode json, Context context) {
        return JSON.valueToTree(bean.handleRequest(JSON.convertValue(json, event), context));
    }
}
