package io.nowbridge.local;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;

/** Hands requests on to another server, so that faults can be put in front of one that knows none. */
final class ReverseProxy implements Handler<RoutingContext> {

    private final HttpClient client;
    private final String host;
    private final int port;

    private ReverseProxy(HttpClient client, String host, int port) {
        this.client = client;
        this.host = host;
        this.port = port;
    }

    static ReverseProxy to(Vertx vertx, String host, int port) {
        return new ReverseProxy(vertx.createHttpClient(), host, port);
    }

    @Override
    public void handle(RoutingContext context) {
        var options = new RequestOptions()
                .setMethod(context.request().method())
                .setHost(host)
                .setPort(port)
                .setURI(context.request().uri());
        client.request(options).compose(onward -> send(onward, context)).onFailure(context::fail);
    }

    private static Future<Void> send(HttpClientRequest onward, RoutingContext context) {
        context.request().headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                onward.putHeader(name, value);
            }
        });
        return onward.send(
                        context.body().buffer() == null
                                ? Buffer.buffer()
                                : context.body().buffer())
                .compose(response -> response.body().compose(body -> {
                    response.headers().forEach((name, value) -> {
                        if (!name.equalsIgnoreCase("transfer-encoding") && !name.equalsIgnoreCase("content-length")) {
                            context.response().putHeader(name, value);
                        }
                    });
                    return context.response()
                            .setStatusCode(response.statusCode())
                            .end(body);
                }));
    }
}
