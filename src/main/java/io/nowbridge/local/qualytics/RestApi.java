package io.nowbridge.local.qualytics;

import io.nowbridge.local.qualytics.Access.Permission;
import io.nowbridge.local.qualytics.Access.User;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The REST API under {@code /api}; what it does is by the user guide and the published clients. */
final class RestApi {

    private static final String KEY = "\\d{1,18}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Platform platform;
    private final Changes changes;

    RestApi(Platform platform, Changes changes) {
        this.platform = platform;
        this.changes = changes;
    }

    Router router(Vertx vertx) {
        var router = Router.router(vertx);
        router.get("/anomalies").handler(answering(200, this::list));
        router.get("/anomalies/:id").handler(answering(200, this::show));
        router.put("/anomalies/:id").handler(answering(200, this::change));
        router.delete("/anomalies/:id").handler(answering(204, this::remove));
        router.get("/comments").handler(answering(200, this::comments));
        router.post("/comments").handler(answering(200, this::comment));
        router.route().handler(answering(404, (context, user) -> {
            throw Refusal.of(404, "Not Found");
        }));
        return router;
    }

    private static Handler<RoutingContext> answering(int status, BiFunction<RoutingContext, User, JsonObject> work) {
        return context -> {
            try {
                var user = Access.user(Optional.ofNullable(context.request().getHeader("Authorization")));
                answer(context, status, work.apply(context, user));
            } catch (Refusal refusal) {
                answer(context, refusal.status(), refusal.body());
            }
        };
    }

    static void answer(RoutingContext context, int status, JsonObject body) {
        var response = context.response().setStatusCode(status);
        if (status == 204) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json").end(body.toBuffer());
        }
    }

    // Whoever is in no team of a datastore is shown none of its anomalies.
    private JsonObject list(RoutingContext context, User user) {
        var seen = user.permission() == Permission.NONE ? Stream.<JsonObject>empty() : platform.anomalies();
        return new AnomalyList(context.queryParams()).of(seen);
    }

    private JsonObject show(RoutingContext context, User user) {
        return platform.shown(anomaly(context, user, Permission.REPORTER));
    }

    private JsonObject change(RoutingContext context, User user) {
        var anomaly = anomaly(context, user, Permission.EDITOR);
        var body = body(context);
        text(body, "description").ifPresent(text -> platform.put(anomaly.put("description", text)));
        text(body, "status").ifPresent(status -> changes.mark(anomaly, status));
        return platform.shown(anomaly);
    }

    private JsonObject remove(RoutingContext context, User user) {
        var anomaly = anomaly(context, user, Permission.AUTHOR);
        if ("true".equals(context.queryParams().get("archive"))) {
            changes.archive(
                    anomaly,
                    Optional.ofNullable(context.queryParams().get("status")).orElse("Resolved"));
        } else {
            changes.delete(anomaly);
        }
        return new JsonObject();
    }

    private JsonObject comments(RoutingContext context, User user) {
        user.require(Permission.REPORTER);
        return AnomalyList.page(platform.comments().toList(), context.queryParams());
    }

    private JsonObject comment(RoutingContext context, User user) {
        user.require(Permission.EDITOR);
        var body = body(context);
        if (!(body.getValue("anomaly_id") instanceof Integer id)) {
            throw Refusal.flaw("body", "anomaly_id", "Input should be a valid integer");
        }
        var message = text(body, "message").orElseThrow(() -> Refusal.flaw("body", "message", "Field required"));
        var anomaly = platform.find(id.toString()).orElseThrow(Refusal::noSuchAnomaly);
        return changes.comment(anomaly, user, message, false);
    }

    private JsonObject anomaly(RoutingContext context, User user, Permission needed) {
        var key = Optional.ofNullable(context.pathParam("id")).orElse("");
        if (!key.matches(KEY)) {
            throw Refusal.flaw("path", "id", "Input should be a valid integer or UUID");
        }
        var found = platform.find(key).orElseThrow(Refusal::noSuchAnomaly);
        user.require(needed);
        return found;
    }

    private static JsonObject body(RoutingContext context) {
        try {
            return Optional.ofNullable(context.body().asJsonObject()).orElseGet(JsonObject::new);
        } catch (DecodeException | ClassCastException unreadable) {
            throw Refusal.flaw("body", "0", "JSON decode error");
        }
    }

    private static Optional<String> text(JsonObject body, String field) {
        return body.getValue(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
