package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.renamed;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Result;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Defaults;
import io.nowbridge.setup.RemoveConnection.Command;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemoveConnectionTest {

    private static final String NAME = "The gone";

    private final InMemorySetup setup = new InMemorySetup();
    private final Connection gone = setup.connections.given(disconnected(connection("gone")));

    @Test
    void whatIsDisconnectedAndConfirmedIsRemovedWithItsLinks() {
        setup.history.holds(7);

        var outcome = remove(gone, NAME);

        assertThat(outcome).isEqualTo(new Outcome.Removed(7));
        assertThat(setup.connections.now(gone.id())).isEmpty();
        assertThat(setup.history.links()).isZero();
    }

    @Test
    void manyLinksGoInPartsAndTheConnectionLast() {
        setup.history.holds(250);

        var outcomes = Stream.of(remove(gone, NAME), remove(gone, NAME), remove(gone, NAME));

        assertThat(outcomes)
                .containsExactly(new Outcome.Removing(100), new Outcome.Removing(100), new Outcome.Removed(50));
        assertThat(setup.connections.now(gone.id())).isEmpty();
    }

    @Test
    void whileLinksAreLeftTheConnectionStays() {
        setup.history.holds(101);

        remove(gone, NAME);

        assertThat(setup.connections.now(gone.id())).contains(gone);
        assertThat(setup.logged()).isEmpty();
    }

    @Test
    void whatIsStillConnectedIsNotRemoved() {
        setup.history.holds(7);
        var prod = setup.connections.given(connection("prod"));

        assertThat(remove(prod, prod.name())).isEqualTo(new Outcome.StillConnected());
        assertKept(prod);
    }

    @Test
    void withoutItsNameNothingIsRemoved() {
        setup.history.holds(7);

        assertThat(remove(gone, "")).isEqualTo(new Outcome.Unconfirmed(NAME));
        assertThat(remove(gone, "the gone")).isEqualTo(new Outcome.Unconfirmed(NAME));
        assertKept(gone);
    }

    @Test
    void whatHasTemplatesIsNotRemoved() {
        setup.history.holds(7);
        setup.flows.are(2);

        assertThat(remove(gone, NAME)).isEqualTo(new Outcome.HasTemplates(2));
        assertKept(gone);
    }

    @Test
    void whatServesByDefaultIsNotRemoved() {
        setup.history.holds(7);
        await(setup.connections.change(new Defaults(Map.of(), Map.of("sales db", gone.id()), 1)));

        assertThat(remove(gone, NAME)).isEqualTo(new Outcome.IsDefault());
        assertKept(gone);
    }

    @Test
    void whoeverReadAnotherRevisionRemovesNothing() {
        setup.history.holds(7);
        var now = setup.connections.given(renamed(gone, NAME));

        assertThat(remove(gone, NAME)).isEqualTo(new Outcome.ChangedMeanwhile());
        assertKept(now);
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThat(remove(connection("elsewhere"), "The elsewhere")).isEqualTo(new Outcome.NoSuchConnection());
    }

    @Test
    void theLogTellsWhoRemovedWhat() {
        remove(gone, NAME);

        assertThat(setup.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.connection()).isEqualTo(gone.id());
            assertThat(entry.startedBy()).isEqualTo("otto");
            assertThat(entry.subjects()).isEqualTo(Map.of("action", "remove", "name", NAME));
        });
    }

    private void assertKept(Connection connection) {
        assertThat(setup.connections.now(connection.id())).contains(connection);
        assertThat(setup.history.links()).isEqualTo(7);
        assertThat(setup.logged()).isEmpty();
    }

    private Outcome remove(Connection read, String confirmation) {
        return await(
                setup.administration().remove().run(new Command(MANAGER, read.id(), read.revision(), confirmation)));
    }
}
