package io.nowbridge.connector;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.order.Distributor.Request;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.qualytics.TestQualytics;
import io.nowbridge.servicenow.TestClients;
import io.nowbridge.tdsynnex.AnsweringServer;
import io.nowbridge.tdsynnex.AnsweringServer.Answer;
import io.nowbridge.tdsynnex.TestTdSynnex;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectedDistributorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-05T09:00:00Z"));
    private static final Request REQUEST = new Request(
            "PO1",
            new ShipTo("Acme", "", "1 Main Street", "", "Reno", "NV", "89501", "US", "", "", ""),
            true,
            false,
            "",
            "",
            "",
            List.of(new Request.Item(1, "11", 3, new BigDecimal("7.47"))));

    private Answer answer = refused("Not authorized");
    private final AnsweringServer server = new AnsweringServer(asked -> answer);
    private final InMemoryConnections connections = new InMemoryConnections();
    private final ConnectedDistributors distributors = new ConnectedDistributors(
            connections,
            new SignIn(
                    connections,
                    TestClients.local(server.vertx(), CLOCK),
                    TestQualytics.local(server.vertx(), CLOCK),
                    TestTdSynnex.local(server.vertx(), CLOCK)),
            CLOCK);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingIsOrderedOverAConnectionThatWasClosedMeanwhile() {
        var distributor = distributors.of(connection("supplier", SystemType.TDSYNNEX, server.uri(), Map.of()));

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> distributor.place(REQUEST).await().atMost(PATIENCE))
                .withMessage("Nothing flows over the connection supplier any more")
                .matches(Forbidden::nothingHappened);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aRefusedPasswordIsToldToTheAdministrators() {
        answer = refused("user login failed");
        var distributor = distributors.of(connected());

        assertThatExceptionOfType(Unauthorized.class)
                .isThrownBy(() -> distributor.place(REQUEST).await().atMost(PATIENCE));

        assertThat(connections.all().await().atMost(PATIENCE))
                .singleElement()
                .extracting(Connection::health)
                .isInstanceOf(Health.Failing.class);
    }

    @Test
    void whatWasLearntOfAnAccountIsKeptForTheNextOrder() {
        var connection = connected();
        answer = refused("Not authorized");

        var first = distributors.of(connection).account().await().atMost(PATIENCE);
        var second = (WatchedOrders) distributors.of(connection);

        assertThat(second.distributor()).isSameAs(((WatchedOrders) distributors.of(connection)).distributor());
        assertThat(second.account().await().atMost(PATIENCE)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(value = SystemType.class, names = "TDSYNNEX", mode = EnumSource.Mode.EXCLUDE)
    void othersTakeNoOrders(SystemType type) {
        assertThatIllegalStateException()
                .isThrownBy(() -> distributors.of(connection("other", type)))
                .withMessage("orders are not placed with " + type.title());
    }

    private Connection connected() {
        var connection = connection("supplier", SystemType.TDSYNNEX, server.uri(), Map.of("region", "US"));
        var account = Authentication.of(
                "account", Map.of("customerNumber", "100042", "userName", "buyer", "password", "s3cret"));
        connections.add(connection, account).await().atMost(PATIENCE);
        return connection;
    }

    private static Answer refused(String words) {
        return Answer.of(
                "<SynnexB2B><OrderResponse><ErrorMessage>" + words + "</ErrorMessage></OrderResponse></SynnexB2B>");
    }
}
