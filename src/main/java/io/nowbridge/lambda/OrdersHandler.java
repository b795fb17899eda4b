package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.lambda.OrderRequests.Act;
import io.nowbridge.lambda.OrderRequests.Adoption;
import io.nowbridge.lambda.OrderRequests.Handling;
import io.nowbridge.lambda.OrderRequests.Listing;
import io.nowbridge.lambda.OrderRequests.Looking;
import io.nowbridge.order.Looks;
import io.nowbridge.order.OrderQueue;
import io.nowbridge.order.OrderWork;
import io.nowbridge.order.Orders;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Shows orders and what was seen at the desk, and does with them what people decide, for Managers and Admins. */
@Named("orders")
@Singleton
public final class OrdersHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /** Whose desk will be looked at. */
    @RegisterForReflection
    record Wanted(String templateId) {}

    private final Templates templates;
    private final Looks looks;
    private final OrderQueue queue;
    private final InstantSource clock;
    private final HttpEdge http;
    private final Routes routes;

    OrdersHandler(
            Templates templates,
            Orders orders,
            Looks looks,
            OrderQueue queue,
            OrderWork work,
            InstantSource clock,
            HttpEdge http,
            JsonBody json) {
        this.templates = templates;
        this.looks = looks;
        this.queue = queue;
        this.clock = clock;
        this.http = http;
        var path = "/orders/{orderId}";
        var look = "/templates/{templateId}/look";
        this.routes = new Routes()
                .on(
                        "GET /orders",
                        Listing::of,
                        wanted -> orders.page(wanted.desk(), wanted.filter(), wanted.page()),
                        page -> Pages.reply(page, OrderReply::brief))
                .on("GET " + path, OrderRequests::path, orders::find, OrderWords::of)
                .on(
                        "POST /orders",
                        event -> Adoption.of(event, json),
                        adoption -> work.adopt()
                                .run(
                                        adoption.template(),
                                        adoption.number(),
                                        adoption.by().subject()),
                        OrderWords::of)
                .on(
                        "POST " + path + "/approve",
                        Act::of,
                        act -> work.approve().run(act.order(), act.by().subject()),
                        OrderWords::of)
                .on(
                        "POST " + path + "/retry",
                        Act::of,
                        act -> work.retry().run(act.order(), act.by().subject()),
                        OrderWords::of)
                .on(
                        "POST " + path + "/ask",
                        Act::of,
                        act -> work.ask().run(act.order(), act.by().subject()),
                        OrderWords::of)
                .on(
                        "POST " + path + "/handle",
                        event -> Handling.of(event, json),
                        handling -> work.handle()
                                .run(
                                        handling.order(),
                                        handling.reason(),
                                        handling.by().subject()),
                        OrderWords::of)
                .on("GET " + look, TemplateRequests::template, this::lastLook, Function.identity())
                .on("POST " + look, Looking::of, this::look, Function.identity());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private Uni<Reply> lastLook(TemplateId id) {
        return creating(
                id,
                template -> looks.last(id)
                        .map(last -> last.map(look -> Reply.ok(LookReply.of(look, template, clock.instant())))
                                .orElseGet(() -> Problems.notFound("a look of this template"))));
    }

    private Uni<Reply> look(Looking looking) {
        return creating(
                looking.template(),
                template -> queue.look(
                                looking.template(),
                                Optional.empty(),
                                looking.by().subject())
                        .replaceWith(() -> Reply.accepted(
                                        new Wanted(looking.template().value()))
                                .at("/templates/%s/look".formatted(looking.template()))));
    }

    private Uni<Reply> creating(TemplateId id, Function<Template, Uni<Reply>> then) {
        return templates
                .find(id)
                .flatMap(found -> found.map(template -> template.form().kind() == TemplateKind.CREATE_ORDERS
                                ? then.apply(template)
                                : Uni.createFrom().item(OrderWords.createsNoOrders()))
                        .orElseGet(() -> Uni.createFrom().item(Problems.notFound(TemplateWords.TEMPLATE))));
    }
}
