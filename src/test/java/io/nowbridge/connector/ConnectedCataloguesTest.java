package io.nowbridge.connector;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.inbox.TestInboxes;
import io.nowbridge.local.tdsynnex.RunningDistributor;
import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Product;
import io.nowbridge.product.Sku;
import io.nowbridge.qualytics.TestQualytics;
import io.nowbridge.servicenow.TestClients;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectedCataloguesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(RunningDistributor.NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryConnections connections = new InMemoryConnections();

    @RegisterExtension
    final RunningDistributor running = new RunningDistributor();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({"US, USD", "CA, CAD"})
    void theWholeFileOfADistributorIsRead(String region, String currency) {
        running.catalogue("{'skus': 3000, 'region': '" + region + "'}");

        var rows = rows(distributor(region, TdSynnexStandIn.PASSWORD));

        assertThat(rows.getFirst())
                .isInstanceOfSatisfying(
                        Row.Header.class, header -> assertThat(header.full()).isTrue());
        assertThat(rows.subList(1, rows.size())).hasSizeBetween(2900, 3100).allMatch(Row.Listed.class::isInstance);
        assertThat(products(rows).values())
                .allMatch(product -> product.prices().currency().equals(currency))
                .allMatch(product -> product.prices().cost().isPresent());
    }

    @Test
    void whatIsAskedForNowAgreesWithTheFileOfTheDay() {
        var catalogue = distributor("US", TdSynnexStandIn.PASSWORD);
        var some = products(rows(catalogue)).values().stream()
                .filter(product -> product.status() != Product.Status.DISCONTINUED)
                .limit(120)
                .toList();

        var quotes = catalogue
                .quotes(some.stream().map(Product::sku).toList())
                .await()
                .atMost(PATIENCE);

        assertThat(quotes)
                .extracting(Quote::sku, Quote::cost, Quote::quantity, Quote::currency)
                .containsExactlyInAnyOrderElementsOf(some.stream()
                        .map(product -> tuple(product.sku(), product.prices().cost(), product.quantity(), "USD"))
                        .toList());
    }

    @Test
    void aRefusedPasswordIsToldToTheAdministrators() {
        var catalogue = distributor("US", "expired");

        assertThatExceptionOfType(Unauthorized.class)
                .isThrownBy(
                        () -> catalogue.quotes(List.of(new Sku("1"))).await().atMost(PATIENCE));

        assertThat(connections.all().await().atMost(PATIENCE))
                .singleElement()
                .extracting(Connection::health)
                .isInstanceOf(Health.Failing.class);
    }

    @Test
    void aPriceListIsReadWhereItIsDelivered(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("supplier"));
        Files.writeString(folder.resolve("supplier/prices.csv"), "sku,name\n1,a\n");
        var supplier = connection("supplier", SystemType.CSV, URI.create("https://supplier.example"), Map.of());

        var rows = rows(catalogues(folder.toUri()).of(supplier));

        assertThat(rows).hasSize(2);
    }

    @Test
    void aDeskSellsNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> catalogues(URI.create("file:/nowhere")).of(connection("prod")))
                .withMessage("products are not sold by ServiceNow");
    }

    private Catalogue distributor(String region, String password) {
        var connection = connection("supplier", SystemType.TDSYNNEX, running.uri(), Map.of("region", region));
        var account = Authentication.of(
                "account",
                Map.of(
                        "customerNumber",
                        TdSynnexStandIn.CUSTOMER_NUMBER,
                        "userName",
                        TdSynnexStandIn.USER_NAME,
                        "password",
                        password));
        connections.add(connection, account).await().atMost(PATIENCE);
        return catalogues(running.uri().resolve("/files/")).of(connection);
    }

    private ConnectedCatalogues catalogues(URI place) {
        var signIn = new SignIn(
                connections,
                TestClients.local(vertx, CLOCK),
                TestQualytics.local(vertx, CLOCK),
                TestTdSynnex.local(vertx, CLOCK));
        return new ConnectedCatalogues(connections, signIn, TestInboxes.in(vertx, place), CLOCK);
    }

    private static List<Row> rows(Catalogue catalogue) {
        var edition = catalogue.newest().await().atMost(PATIENCE).orElseThrow();
        return catalogue.rows(edition).collect().asList().await().atMost(PATIENCE);
    }

    private static Map<Sku, Product> products(List<Row> rows) {
        return rows.stream()
                .filter(Row.Listed.class::isInstance)
                .map(row -> ((Row.Listed) row).product())
                .collect(Collectors.toMap(Product::sku, Function.identity()));
    }
}
