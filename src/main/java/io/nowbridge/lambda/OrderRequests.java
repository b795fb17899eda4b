package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.Requester;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Order;
import io.nowbridge.order.OrderId;
import io.nowbridge.order.Orders;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.template.TemplateId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads requests about orders; who may not make them is refused before anything else. */
final class OrderRequests {

    static final String ORDER = "such order";

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NUMBER = 40;

    private OrderRequests() {}

    /** Some of a desk's orders. */
    record Listing(ConnectionId desk, Orders.Filter filter, PageRequest page) {

        static Listing of(APIGatewayV2HTTPEvent event) {
            Requesters.manager(event);
            var fields = new Fields();
            fields.required("deskId", query(event, "deskId"), 64);
            var desk = fields.optional("deskId", query(event, "deskId"), ConnectionId::new);
            var stages = fields.optional("stage", query(event, "stage"), OrderRequests::stages)
                    .orElse(Set.of());
            var number = Optional.ofNullable(query(event, "number")).filter(text -> !text.isBlank());
            fields.check();
            return new Listing(desk.orElseThrow(), new Orders.Filter(stages, number), Pages.request(event));
        }
    }

    /** Something that a Manager wants to be done with an order. */
    record Act(OrderId order, Requester by) {

        static Act of(APIGatewayV2HTTPEvent event) {
            var by = Requesters.manager(event);
            return new Act(path(event), by);
        }
    }

    @RegisterForReflection
    record HandledBody(@Nullable String reason) {}

    /** That a Manager has taken care of an order outside. */
    record Handling(OrderId order, Requester by, String reason) {

        static Handling of(APIGatewayV2HTTPEvent event, JsonBody json) {
            var act = Act.of(event);
            var fields = new Fields();
            var body = json.read(event, HandledBody.class, fields);
            var reason = fields.required("reason", body.reason(), LONGEST_REASON);
            fields.check();
            return new Handling(act.order(), act.by(), reason);
        }
    }

    @RegisterForReflection
    record AdoptionBody(
            @Nullable String templateId, @Nullable String number) {}

    /** An order that was placed elsewhere, which a Manager wants to be followed. */
    record Adoption(TemplateId template, String number, Requester by) {

        static Adoption of(APIGatewayV2HTTPEvent event, JsonBody json) {
            var by = Requesters.manager(event);
            var fields = new Fields();
            var body = json.read(event, AdoptionBody.class, fields);
            fields.required("templateId", body.templateId(), 64);
            var template = fields.optional("templateId", body.templateId(), TemplateId::new);
            var number = fields.required("number", body.number(), LONGEST_NUMBER);
            fields.check();
            return new Adoption(template.orElseThrow(), number, by);
        }
    }

    /** That a Manager wants a desk to be looked at. */
    record Looking(TemplateId template, Requester by) {

        static Looking of(APIGatewayV2HTTPEvent event) {
            var by = Requesters.manager(event);
            return new Looking(TemplateRequests.template(event), by);
        }
    }

    /** The order that a Manager wants to see. */
    static OrderId path(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        try {
            return new OrderId(event.getPathParameters().getOrDefault("orderId", ""));
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound(ORDER);
        }
    }

    private static Set<Order.Stage> stages(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(word -> Spelling.read(Order.Stage.class, word.strip()))
                .collect(Collectors.toSet());
    }

    private static @Nullable String query(APIGatewayV2HTTPEvent event, String name) {
        return Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of())
                .get(name);
    }
}
