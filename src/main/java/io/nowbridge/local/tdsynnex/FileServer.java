package io.nowbridge.local.tdsynnex;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of an account, by HTTP. TD SYNNEX has them on an SFTP server, to the same user; here it is the user of HTTP Basic,
 * and {@code GET /files/} lists what is there.
 */
final class FileServer {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Vertx vertx;
    private final Feed feed;
    private final Account account;
    private final KeptFile kept;

    FileServer(Vertx vertx, Feed feed, Account account, KeptFile kept) {
        this.vertx = vertx;
        this.feed = feed;
        this.account = account;
        this.kept = kept;
    }

    void mount(Router router) {
        router.route("/files/*").handler(this::admit);
        router.get("/files/").handler(this::list);
        var name = "/files/" + name();
        router.get(name).handler(this::file);
        router.head(name).handler(this::file);
    }

    private void admit(RoutingContext context) {
        var authorization = Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (account.opensFiles(feed.scenario().region(), authorization)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", "Basic realm=\"files\"")
                    .end();
        }
    }

    private void list(RoutingContext context) {
        var arrived = feed.arrived();
        newest().onFailure(context::fail).onSuccess(copy -> {
            var file = new JsonObject()
                    .put("name", name())
                    .put("size", copy.bytes())
                    .put("modified", arrived.toString())
                    .put("etag", etag(copy));
            Controls.json(context, 200, new JsonObject().put("files", new JsonArray().add(file)));
        });
    }

    private void file(RoutingContext context) {
        var arrived = feed.arrived();
        newest().onFailure(context::fail).onSuccess(copy -> {
            var response = context.response()
                    .putHeader(HttpHeaders.ETAG, etag(copy))
                    .putHeader(HttpHeaders.LAST_MODIFIED, DATE.format(arrived));
            if (etag(copy).equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatusCode(304).end();
                return;
            }
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/zip")
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(copy.bytes()))
                    // It is compressed already, and whoever fetches it is told how long it is.
                    .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            if (context.request().method().equals(HttpMethod.HEAD)) {
                response.end();
            } else {
                response.sendFile(copy.path().toString()).onFailure(context::fail);
            }
        });
    }

    // Writing it takes seconds, which the event loop has not.
    private Future<KeptFile.Copy> newest() {
        var version = feed.version();
        var file = new PriceFile(feed.catalogue(), account.customerNumber());
        return vertx.executeBlocking(() -> kept.of(version, file)).map(Objects::requireNonNull);
    }

    private String name() {
        return account.customerNumber() + ".zip";
    }

    private static String etag(KeptFile.Copy copy) {
        return '"' + copy.version() + '"';
    }
}
