package io.nowbridge.connector.tdsynnex;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.nowbridge.inbox.TestInboxes;
import io.nowbridge.local.tdsynnex.RunningDistributor;
import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import io.nowbridge.order.Distributor;
import io.nowbridge.order.Distributor.Placement;
import io.nowbridge.order.Distributor.Placement.Refused;
import io.nowbridge.order.Distributor.Placement.Taken;
import io.nowbridge.order.Distributor.Request;
import io.nowbridge.order.DistributorContract;
import io.nowbridge.order.Standing;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.order.Status;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Product;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders at the stand-in, which keeps the truth. */
class TdSynnexDistributorTest extends DistributorContract {

    private static final InstantSource CLOCK = InstantSource.fixed(RunningDistributor.NOW);
    private static final Authentication GIVEN = Authentication.of(
            "account",
            Map.of(
                    "customerNumber",
                    TdSynnexStandIn.CUSTOMER_NUMBER,
                    "userName",
                    TdSynnexStandIn.USER_NAME,
                    "password",
                    TdSynnexStandIn.PASSWORD));

    // Nothing listens on the port of no service.
    private static final URI NOWHERE = URI.create("http://localhost:1");

    private final Vertx vertx = Vertx.vertx();

    @RegisterExtension
    final RunningDistributor running = new RunningDistributor();

    private boolean isGone;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Distributor distributor() {
        var instance = isGone ? NOWHERE : running.uri();
        isGone = false;
        return new TdSynnexOrders(
                supplier(),
                TestTdSynnex.local(vertx, CLOCK)
                        .connect(instance, () -> Uni.createFrom().item(TdSynnexAccount.of(GIVEN))),
                CLOCK);
    }

    @Override
    protected Request.Item inStock(int line, long quantity) {
        var product = products().stream()
                .filter(one ->
                        one.status() == Product.Status.ACTIVE && one.minimumQuantity() == 1 && one.quantity() >= 20)
                .skip(line)
                .findFirst()
                .orElseThrow();
        return new Request.Item(
                line, product.sku().value(), quantity, product.prices().cost().orElseThrow());
    }

    @Override
    protected void loseNextAnswer() {
        running.fault(
                "{'match': {'method': 'POST', 'path': '/SynnexXML/PO'}, 'fault': 'drop-after-write', 'times': 1}");
    }

    @Override
    protected void beGoneForNext() {
        isGone = true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Server.Timeout", "Server.DatabaseIssue", "Server.APIFault", "SYNNEX XML Server is not Available"
            })
    void anErrorThatComesAfterTheOrderWasTakenNeverSaysThatItWasNot(String error) {
        running.orderError("{'service': 'PO', 'error': '" + error + "', 'after': true}");

        var failure = failure(request("PO1", inStock(1, 2)));

        assertThat(failure.nothingHappened()).isFalse();
        assertThat(standing("PO1")).isPresent();
    }

    @Test
    void anAddressThatIsNotRegisteredOrdersNothing() {
        running.rules("{'addresses': ['203.0.113.7']}");

        var failure = failure(request("PO1", inStock(1, 2)));

        assertThat(failure)
                .isInstanceOf(ConnectedSystemException.Forbidden.class)
                .returns(true, ConnectedSystemException::nothingHappened)
                .satisfies(refused -> assertThat(refused.remedy()).contains("Elastic IP"));
    }

    @Test
    void anOrderWithoutAPlaceToGoToIsToldAllThatIsMissing() {
        var request = request("PO1", inStock(1, 2));
        var nowhere = new Request("", request.shipTo(), true, false, "", "", "", request.items());

        assertThat(failure(nowhere))
                .isInstanceOf(ConnectedSystemException.Rejected.class)
                .returns(true, ConnectedSystemException::nothingHappened)
                .hasMessageContaining("PONumber");
    }

    @Test
    void aProductThatIsNotThereIsRefusedInTdSynnexsWords() {
        var unknown = new Request.Item(1, "99999999", 1, BigDecimal.ONE);

        assertThat(place(request("PO1", unknown)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("Invalid SKU"));
    }

    @Test
    void aProductThatIsNotThereLeavesTheOthersAlone() {
        var unknown = new Request.Item(2, "99999999", 1, BigDecimal.ONE);

        var placed = place(request("PO1", inStock(1, 2), unknown));

        assertThat(placed)
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.lines())
                                .extracting(Placement.Line::status)
                                .containsExactly(Status.ACCEPTED, Status.REJECTED));
        assertThat(standing("PO1").orElseThrow().lines().getLast())
                .returns(Status.REJECTED, Standing.Line::status)
                .returns(0L, Standing.Line::ordered)
                .satisfies(line -> assertThat(line.words()).contains("Invalid SKU"));
    }

    @ParameterizedTest
    @CsvSource({"0.01, ACCEPTED", "0.02, IN_REVIEW"})
    void aPriceThatIsFartherOffThanTheToleranceIsLookedAtByAPerson(BigDecimal off, Status status) {
        var item = inStock(1, 1);
        var dearer = new Request.Item(1, item.sku(), 1, item.unitPrice().add(off));

        place(request("PO1", dearer));

        assertThat(standing("PO1").orElseThrow().status()).isEqualTo(status);
    }

    @Test
    void aCommentIsReadByAPersonWhoReleasesTheOrder() {
        var request = request("PO1", inStock(1, 1));
        place(new Request("PO1", request.shipTo(), true, false, "", "", "Ring the bell", request.items()));
        assertThat(standing("PO1").orElseThrow().status()).isEqualTo(Status.IN_REVIEW);

        running.happen("PO1", "{'release': {'line': 1}}");

        assertThat(standing("PO1").orElseThrow().status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aLineIsFollowedFromWarehouseToWarehouseToItsInvoice() {
        var item = inStock(1, 10);
        place(request("PO1", item));
        running.happen(
                "PO1", "{'ship': {'line': 1, 'quantity': 4, 'tracking': '1Z1', 'serials': ['A', 'B', 'C', 'D']}}");
        running.happen(
                "PO1", "{'ship': {'line': 1, 'quantity': 3, 'warehouse': 16, 'tracking': '1Z2', 'serials': []}}");
        running.happen("PO1", "{'backorder': {'line': 1, 'quantity': 3, 'eta': '2026-03-01'}}");

        var partial = standing("PO1").orElseThrow();

        assertThat(partial.lines().getFirst())
                .returns(Status.PARTIALLY_SHIPPED, Standing.Line::status)
                .returns(10L, Standing.Line::ordered)
                .returns(7L, Standing.Line::shipped)
                .returns(3L, Standing.Line::outstanding)
                .satisfies(line -> assertThat(line.expected()).hasToString("Optional[2026-03-01]"));
        assertThat(partial.parcels())
                .extracting(Standing.Parcel::tracking, Standing.Parcel::contents)
                .containsExactlyInAnyOrder(
                        tuple("1Z1", List.of(new Content(1, item.sku(), 4, List.of("A", "B", "C", "D")))),
                        tuple("1Z2", List.of(new Content(1, item.sku(), 3, List.of()))));
        assertThat(partial.parcels()).allMatch(parcel -> parcel.shippedAt().equals(Optional.of(CLOCK.instant())));

        running.happen("PO1", "{'cancel': {'line': 1, 'quantity': 3}}");
        running.happen("PO1", "{'invoice': {}}");

        var over = standing("PO1").orElseThrow();

        assertThat(over.lines().getFirst())
                .returns(Status.INVOICED, Standing.Line::status)
                .returns(3L, Standing.Line::cancelled)
                .returns(0L, Standing.Line::outstanding);
        assertThat(over.invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.items())
                        .extracting(Standing.Invoice.Item::quantity)
                        .containsExactlyInAnyOrder(4L, 3L));
    }

    @Test
    void anOrderThatTheStatusServiceDoesNotKnowYetIsNotThere() {
        running.rules("{'statusLagMillis': 60000}");

        place(request("PO1", inStock(1, 1)));

        assertThat(standing("PO1")).isEmpty();
    }

    private ConnectedSystemException failure(Request request) {
        return catchThrowableOfType(ConnectedSystemException.class, () -> place(request));
    }

    private List<Product> products() {
        var inbox = TestInboxes.in(vertx, running.uri().resolve("/files/"))
                .of(supplier().id(), () -> Uni.createFrom().item(TdSynnexAccount.file(supplier(), GIVEN)));
        var catalogue = new TdSynnexCatalogue(
                supplier(), inbox, skus -> Uni.createFrom().item(List.of()));
        var edition = catalogue.newest().await().atMost(PATIENCE).orElseThrow();
        return catalogue.rows(edition).collect().asList().await().atMost(PATIENCE).stream()
                .filter(Row.Listed.class::isInstance)
                .map(row -> ((Row.Listed) row).product())
                .toList();
    }

    private Connection supplier() {
        return connection("supplier", SystemType.TDSYNNEX, running.uri(), Map.of("region", "US"));
    }
}
