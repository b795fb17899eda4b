package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Pages as they are asked for, with {@code limit} and {@code cursor}, and answered. */
final class Pages {

    private static final int USUAL = 50;

    private Pages() {}

    /** A page as it goes over the wire. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Body(List<?> items, Optional<String> next) {}

    /** A page that only Managers and Admins may see. */
    static PageRequest managers(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        return request(event);
    }

    static PageRequest request(APIGatewayV2HTTPEvent event) {
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var fields = new Fields();
        var size =
                fields.optional("limit", parameters.get("limit"), Pages::size).orElse(USUAL);
        var from = fields.optional("cursor", parameters.get("cursor"), OpaqueText::read);
        fields.check();
        return new PageRequest(size, from);
    }

    static <T> Reply reply(Page<T> page, Function<T, ?> word) {
        return Reply.ok(
                new Body(page.items().stream().map(word).toList(), page.next().map(OpaqueText::of)));
    }

    private static int size(String text) {
        try {
            return new PageRequest(Integer.parseInt(text), Optional.empty()).size();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is a number from 1 to " + PageRequest.LARGEST, e);
        }
    }
}
