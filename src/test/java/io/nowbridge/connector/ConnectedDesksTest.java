package io.nowbridge.connector;

import static io.nowbridge.connection.ConnectionFixtures.NOW;
import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.renamed;
import static io.nowbridge.connection.ConnectionFixtures.rotated;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection.State;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.Purpose;
import io.nowbridge.connection.SystemType;
import io.nowbridge.qualytics.QualyticsClients;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.tdsynnex.TdSynnexClients;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks.Choice;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectedDesksTest {

    private static final ConnectionId PROD = new ConnectionId("prod");
    private static final ConnectionId SALES = new ConnectionId("sales");
    private static final ConnectionId NOWHERE = new ConnectionId("nowhere");

    @Inject
    ServiceNowClients clients;

    @Inject
    QualyticsClients qualytics;

    @Inject
    TdSynnexClients tdSynnex;

    private final InMemoryConnections connections = new InMemoryConnections();
    private ConnectedDesks desks;

    @BeforeEach
    void start() {
        desks = new ConnectedDesks(
                connections, new SignIn(connections, clients, qualytics, tdSynnex), InstantSource.system());
    }

    @Test
    void theDeskThatIsNamedIsChosen() {
        connections.given(connection("prod"));
        connections.given(connection("sales"));
        defaults(Map.of(Purpose.TICKETS, PROD), Map.of());

        assertThat(chosen(named(SALES)).connection()).isEqualTo(SALES);
    }

    @Test
    void withoutANameTheDatastoresDeskIsChosenAndElseTheDefault() {
        connections.given(connection("prod"));
        connections.given(connection("sales"));
        defaults(Map.of(Purpose.TICKETS, PROD), Map.of("sales db", SALES));

        assertThat(chosen(forDatastore("sales db")).connection()).isEqualTo(SALES);
        assertThat(chosen(forDatastore("hr db")).connection()).isEqualTo(PROD);
        assertThat(chosen(unnamed()).connection()).isEqualTo(PROD);
    }

    @Test
    void withoutADefaultTheOnlyOpenDeskIsChosen() {
        connections.given(connection("prod"));
        connections.given(disabled(connection("sales")));
        connections.given(connection("supplier", SystemType.TDSYNNEX));

        assertThat(chosen(unnamed()).connection()).isEqualTo(PROD);
    }

    @Test
    void withoutAnyDeskNoneIsKnown() {
        connections.given(connection("supplier", SystemType.TDSYNNEX));

        assertThat(unnamed()).isEqualTo(new Choice.NotOne(List.of()));
    }

    @Test
    void betweenTwoDesksWithoutADefaultNobodyChooses() {
        connections.given(connection("prod"));
        connections.given(connection("sales"));

        assertThat(unnamed()).isEqualTo(new Choice.NotOne(List.of(PROD, SALES)));
    }

    @Test
    void theOnlyOpenDeskIsFoundBehindAHundredOtherConnections() {
        for (int number = 100; number < 250; number++) {
            connections.given(connection("a-" + number, SystemType.TDSYNNEX));
        }
        connections.given(connection("prod"));

        assertThat(chosen(unnamed()).connection()).isEqualTo(PROD);
    }

    @Test
    void twoDesksAreTwoHoweverManyConnectionsLieBetweenThem() {
        connections.given(connection("prod"));
        for (int number = 100; number < 250; number++) {
            connections.given(connection("q-" + number, SystemType.TDSYNNEX));
        }
        connections.given(connection("sales"));

        assertThat(unnamed()).isEqualTo(new Choice.NotOne(List.of(PROD, SALES)));
    }

    @Test
    void anUnknownNameOrOneOfNoDeskIsAnsweredWithTheDesksThereAre() {
        connections.given(connection("prod"));
        connections.given(connection("supplier", SystemType.TDSYNNEX));

        assertThat(named(NOWHERE)).isEqualTo(new Choice.NotOne(List.of(PROD)));
        assertThat(named(new ConnectionId("supplier"))).isEqualTo(new Choice.NotOne(List.of(PROD)));
    }

    @Test
    void aDefaultThatWasRemovedIsAnsweredWithTheDesksThereAre() {
        connections.given(connection("prod"));
        defaults(Map.of(Purpose.TICKETS, NOWHERE), Map.of());

        assertThat(unnamed()).isEqualTo(new Choice.NotOne(List.of(PROD)));
    }

    @Test
    void overADisabledOrADisconnectedDeskNothingFlows() {
        connections.given(disabled(connection("prod")));
        connections.given(disconnected(connection("sales")));

        assertThat(named(PROD)).isEqualTo(new Choice.Closed(PROD, State.DISABLED));
        assertThat(named(SALES)).isEqualTo(new Choice.Closed(SALES, State.NOT_CONNECTED));
    }

    @Test
    void aDeskWhoseTestFailedIsTriedAllTheSame() {
        connections.given(connection("prod").found(new Health.Failing(NOW, "It is hibernating")));

        assertThat(chosen(named(PROD)).connection()).isEqualTo(PROD);
    }

    @Test
    void theClientIsKeptWhileTheCredentialsStay() {
        var prod = connections.given(connection("prod"));
        var first = chosen(named(PROD));
        await(connections.change(renamed(prod, "Production")));

        var second = chosen(named(PROD));

        assertThat(second).isSameAs(first);
    }

    @Test
    void afterARotationThereIsAnotherClient() {
        var prod = connections.given(connection("prod"));
        var first = chosen(named(PROD));
        await(connections.rotate(rotated(prod), OTHER_CREDENTIALS));

        var second = chosen(named(PROD));

        assertThat(second).isNotSameAs(first);
    }

    @Test
    void aKeptClientServesNobodyOnceTheConnectionIsDisconnected() {
        var prod = connections.given(connection("prod"));
        chosen(named(PROD));
        await(connections.disconnect(disconnected(prod)));

        assertThat(named(PROD)).isEqualTo(new Choice.Closed(PROD, State.NOT_CONNECTED));
    }

    @Test
    void theClientOfAClosedConnectionIsForgotten() {
        var prod = connections.given(connection("prod"));
        var before = chosen(named(PROD));
        connections.given(disabled(prod));
        named(PROD);
        connections.given(prod);

        var after = chosen(named(PROD));

        assertThat(after).isNotSameAs(before);
    }

    private void defaults(Map<Purpose, ConnectionId> byPurpose, Map<String, ConnectionId> byDatastore) {
        await(connections.change(new Defaults(byPurpose, byDatastore, 1)));
    }

    private Choice named(ConnectionId id) {
        return await(desks.choose(Optional.of(id), Optional.empty()));
    }

    private Choice unnamed() {
        return await(desks.choose(Optional.empty(), Optional.empty()));
    }

    private Choice forDatastore(String datastore) {
        return await(desks.choose(Optional.empty(), Optional.of(datastore)));
    }

    private static TicketDesk chosen(Choice choice) {
        assertThat(choice).isInstanceOf(Choice.Chosen.class);
        return ((WatchedDesk) ((Choice.Chosen) choice).desk()).desk();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
