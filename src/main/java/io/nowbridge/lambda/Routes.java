package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a function with several routes does on each, by the key that API Gateway gives them: {@code GET /connections}. */
final class Routes {

    private final Map<String, Function<APIGatewayV2HTTPEvent, Uni<Reply>>> byKey = new HashMap<>();

    <C, O> Routes on(
            String key, Function<APIGatewayV2HTTPEvent, C> parse, Function<C, Uni<O>> run, Function<O, Reply> word) {
        byKey.put(key, event -> run.apply(parse.apply(event)).map(word));
        return this;
    }

    Uni<Reply> run(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(byKey.get(event.getRouteKey()))
                .orElseThrow(() -> new IllegalStateException("the template leads here by " + event.getRouteKey()))
                .apply(event);
    }
}
