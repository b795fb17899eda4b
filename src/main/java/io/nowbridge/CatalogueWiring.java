package io.nowbridge;

import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedCatalogues;
import io.nowbridge.connector.SignIn;
import io.nowbridge.http.Dialer;
import io.nowbridge.http.Wire;
import io.nowbridge.inbox.Inboxes;
import io.nowbridge.product.Catalogue.Catalogues;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Where catalogues come from. */
final class CatalogueWiring {

    private static final int FILES_AT_ONCE = 4;

    @Produces
    @Singleton
    Inboxes inboxes(
            Instance<S3AsyncClient> s3, Vertx vertx, Dialer dialer, InstantSource clock, CatalogueConfig config) {
        var http = vertx.createHttpClient(Wire.options(config.connectTimeout(), FILES_AT_ONCE));
        var limits = new Inboxes.Limits(config.fetchTimeout(), config.largestFile());
        return new Inboxes(config.location(), s3::get, http, dialer, limits, clock);
    }

    @Produces
    @Singleton
    Catalogues catalogues(Connections connections, SignIn signIn, Inboxes inboxes, InstantSource clock) {
        return new ConnectedCatalogues(connections, signIn, inboxes, clock);
    }
}
