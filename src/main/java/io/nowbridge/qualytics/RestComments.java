package io.nowbridge.qualytics;

import io.nowbridge.http.Request;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.util.Map;

/** Comments by the REST API, as Qualytics' published client calls it. */
final class RestComments implements Comments {

    private static final String ALL = "/api/comments";

    private final Calls calls;
    private final Pages pages;

    RestComments(Calls calls, Pages pages) {
        this.calls = calls;
        this.pages = pages;
    }

    @Override
    public Uni<Comment> add(long anomaly, String message) {
        var comment = Map.of("message", message, "anomaly_id", anomaly);
        return calls.write(
                "Commenting an anomaly", Request.json(HttpMethod.POST, ALL, Map.of(), comment), Facts::comment);
    }

    @Override
    public Multi<Comment> newestFirst() {
        return pages.all("Listing comments", ALL, Map.of(), Facts::comment);
    }
}
