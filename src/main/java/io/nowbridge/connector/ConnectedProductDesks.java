package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.ProductSettings;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.servicenow.product.BatchProductDesk;
import io.nowbridge.connector.servicenow.product.ImportSetProductDesk;
import io.nowbridge.connector.servicenow.product.LeavingProductDesk;
import io.nowbridge.connector.servicenow.product.SourceToPayProductDesk;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.template.ProductSync;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The products at the desks of all connections. A client, and what a desk has learnt of its instance, are kept for as long as
 * the function lives and nobody changes the credentials, the settings or the template.
 */
public final class ConnectedProductDesks implements ProductDesks {

    private final Connections connections;
    private final SignIn signIn;
    private final Watches watches;
    private final Map<TemplateId, Kept> kept = new ConcurrentHashMap<>();

    public ConnectedProductDesks(Connections connections, SignIn signIn, InstantSource clock) {
        this.connections = connections;
        this.signIn = signIn;
        this.watches = new Watches(connections, clock);
    }

    /** A desk, and what it was made for. */
    private record Kept(
            URI instance,
            Optional<CredentialsInfo> credentials,
            SortedMap<String, String> settings,
            Template template,
            ProductDesk desk) {

        boolean serves(Connection connection, Template other) {
            return instance.equals(connection.instance())
                    && credentials.equals(connection.credentials())
                    && settings.equals(connection.settings())
                    && template.equals(other);
        }
    }

    @Override
    public boolean serve(Connection desk) {
        return switch (desk.type()) {
            case SERVICENOW -> true;
            case AUTOTASK, QUALYTICS, TDSYNNEX, CSV -> false;
        };
    }

    @Override
    public ProductDesk of(Connection desk, Template template) {
        var found = kept.compute(
                template.id(),
                (id, before) -> before != null && before.serves(desk, template)
                        ? before
                        : new Kept(
                                desk.instance(), desk.credentials(), desk.settings(), template, made(desk, template)));
        return new WatchedProducts(found.desk(), watches.over(desk));
    }

    private ProductDesk made(Connection desk, Template template) {
        return switch (desk.type()) {
            case SERVICENOW -> serviceNow(desk, template);
            case AUTOTASK, QUALYTICS, TDSYNNEX, CSV ->
                throw new IllegalStateException(
                        "products are not kept in " + desk.type().title());
        };
    }

    private ProductDesk serviceNow(Connection desk, Template template) {
        var client = signIn.serviceNow(desk);
        var vendor = vendor(template.form().distributor());
        var batches = new BatchProductDesk(client, template, vendor);
        return switch (ProductSettings.of(desk).writing()) {
            case BATCH -> batches;
            case IMPORT_SET ->
                leaving(
                        template,
                        new ImportSetProductDesk(client, vendor, batches, ImportSetProductDesk.Patience.USUAL));
            case SOURCE_TO_PAY ->
                leaving(template, new SourceToPayProductDesk(client, template, ProductSettings.of(desk)));
        };
    }

    private static ProductDesk leaving(Template template, ProductDesk desk) {
        return ProductSync.UPDATE_EXISTING.of(template) ? desk : new LeavingProductDesk(desk);
    }

    /** The company that the distributor is at the desk. */
    private Uni<String> vendor(ConnectionId distributor) {
        return Uni.createFrom()
                .deferred(() -> connections.find(distributor))
                .map(found -> found.map(ConnectedProductDesks::company).orElse(distributor.value()));
    }

    // Accounts of several regions are one company.
    private static String company(Connection distributor) {
        return distributor.type() == SystemType.TDSYNNEX ? distributor.type().title() : distributor.name();
    }
}
