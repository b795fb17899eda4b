package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Purpose;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.ChangeDefaults.Outcome;
import io.nowbridge.setup.ChangeDefaults.Outcome.Changed;
import io.nowbridge.setup.ChangeDefaults.Outcome.ChangedMeanwhile;
import io.nowbridge.setup.ChangeDefaults.Outcome.Unfit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeDefaultsTest {

    private static final ConnectionId DESK = new ConnectionId("desk");
    private static final ConnectionId SUPPLIER = new ConnectionId("supplier");
    private static final ConnectionId NOWHERE = new ConnectionId("nowhere");

    private final InMemorySetup setup = new InMemorySetup();

    @BeforeEach
    void connect() {
        setup.connections.given(connection("desk"));
        setup.connections.given(connection("supplier", SystemType.TDSYNNEX));
    }

    @Test
    void whatIsWantedHoldsFromNowOn() {
        var outcome = change(Map.of(Purpose.TICKETS, DESK, Purpose.SUPPLY, SUPPLIER), Map.of("sales", DESK), 0);

        var changed = new Defaults(Map.of(Purpose.TICKETS, DESK, Purpose.SUPPLY, SUPPLIER), Map.of("sales", DESK), 1);
        assertThat(outcome).isEqualTo(new Changed(changed));
        assertThat(await(setup.connections.defaults())).isEqualTo(changed);
    }

    @Test
    void whatIsNoLongerWantedIsDropped() {
        change(Map.of(Purpose.TICKETS, DESK), Map.of("sales", DESK), 0);

        change(Map.of(), Map.of(), 1);

        assertThat(await(setup.connections.defaults())).isEqualTo(new Defaults(Map.of(), Map.of(), 2));
    }

    @Test
    void allThatNamesNoConnectionThatCouldServeIsNamedAtOnce() {
        var outcome = change(Map.of(Purpose.TICKETS, SUPPLIER, Purpose.ANOMALIES, NOWHERE), Map.of("db", SUPPLIER), 0);

        assertThat(((Unfit) outcome).flaws())
                .containsExactlyInAnyOrder(
                        new Flaw("purposes.tickets", "names a connection of the kind distributor, but takes a desk"),
                        new Flaw("purposes.anomalies", "names no connection"),
                        new Flaw("datastores.db", "names a connection of the kind distributor, but takes a desk"));
        assertThat(await(setup.connections.defaults())).isEqualTo(Defaults.NONE);
        assertThat(setup.logged()).isEmpty();
    }

    @Test
    void aDisconnectedDeskMayBeTheDefaultForItMayBeConnectedAgain() {
        var gone = setup.connections.given(disconnected(connection("gone")));

        assertThat(change(Map.of(Purpose.TICKETS, gone.id()), Map.of(), 0)).isInstanceOf(Changed.class);
    }

    @Test
    void whoeverReadAnotherRevisionChangesNothing() {
        change(Map.of(Purpose.TICKETS, DESK), Map.of(), 0);

        var outcome = change(Map.of(), Map.of(), 0);

        assertThat(outcome).isEqualTo(new ChangedMeanwhile());
        assertThat(await(setup.connections.defaults()).of(Purpose.TICKETS)).contains(DESK);
    }

    @Test
    void aThousandDatastoresCanBeSetAtOnce() {
        var all = IntStream.range(0, 1_000).mapToObj(number -> "db-" + number).toList();
        var desks = all.stream().collect(Collectors.toMap(Function.identity(), name -> DESK));

        var outcome = change(Map.of(), desks, 0);

        assertThat(outcome).isInstanceOf(Changed.class);
    }

    @Test
    void theLogTellsWhoSetWhat() {
        change(Map.of(Purpose.TICKETS, DESK), Map.of("sales", DESK), 0);

        assertThat(setup.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.startedBy()).isEqualTo("otto");
            assertThat(entry.subjects())
                    .isEqualTo(Map.of("action", "defaults", "purposes", "{TICKETS=desk}", "datastores", "1"));
        });
    }

    private Outcome change(Map<Purpose, ConnectionId> byPurpose, Map<String, ConnectionId> byDatastore, long revision) {
        var wanted = new Defaults(byPurpose, byDatastore, revision);
        return await(setup.administration().changeDefaults().run(new ChangeDefaults.Command(MANAGER, wanted)));
    }
}
