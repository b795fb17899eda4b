package io.nowbridge.local.qualytics;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The page, and what its forms do. */
final class PeopleActions {

    private final Platform platform;
    private final Changes changes;
    private final PlatformPage page;

    PeopleActions(Platform platform, Changes changes, PlatformPage page) {
        this.platform = platform;
        this.changes = changes;
        this.page = page;
    }

    void mount(Router router) {
        router.get("/")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/html;charset=UTF-8")
                        .end(page.html()));
        router.post("/anomalies").handler(then(context -> changes.create(new JsonObject())));
        router.post("/anomalies/:id/status").handler(then(this::status));
        router.post("/anomalies/:id/comments").handler(then(this::comment));
    }

    private void status(RoutingContext context) {
        var anomaly = anomaly(context);
        var status = field(context, "status").orElse("");
        if (status.equals("Active") || status.equals("Acknowledged")) {
            changes.mark(anomaly, status);
        } else {
            changes.archive(anomaly, status);
        }
    }

    private void comment(RoutingContext context) {
        changes.comment(
                anomaly(context),
                Access.PERSON,
                field(context, "message").orElse(""),
                field(context, "forCustomer").isPresent());
    }

    private JsonObject anomaly(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("id"))
                .flatMap(platform::find)
                .orElseThrow(Refusal::noSuchAnomaly);
    }

    private static Optional<String> field(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getFormAttribute(name));
    }

    // Back to the page, where the change shows.
    private static Handler<RoutingContext> then(Handler<RoutingContext> action) {
        return context -> {
            try {
                action.handle(context);
                context.response().setStatusCode(303).putHeader("Location", "/").end();
            } catch (Refusal refusal) {
                RestApi.answer(context, refusal.status(), refusal.body());
            }
        };
    }
}
