package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.renamed;
import static io.nowbridge.setup.InMemorySetup.LATER;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Result;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Health;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisconnectTest {

    private final InMemorySetup setup = new InMemorySetup();
    private final Connection prod = setup.connections.given(connection("prod"));

    @Test
    void theConnectionStaysWithoutCredentialsAndNothingFlows() {
        setup.flows.are(3);

        var outcome = disconnect(prod.id(), 1);

        var gone = prod.changed(new Change("otto", LATER))
                .with(Optional.empty())
                .found(new Health.Unproven("It was disconnected"));
        assertThat(outcome).isEqualTo(new Outcome.Disconnected(gone, 3));
        assertThat(setup.connections.now(prod.id())).contains(gone);
        assertThat(gone.state()).isEqualTo(Connection.State.NOT_CONNECTED);
        assertThat(gone.isOpen()).isFalse();
    }

    @Test
    void theCredentialsAreDestroyedAndTheTemplatesDisabled() {
        disconnect(prod.id(), 1);

        assertThat(setup.connections.credentialsNow(prod.id())).isEmpty();
        assertThat(setup.flows.disabled()).containsExactly(prod.id());
    }

    @Test
    void theLogTellsWhoDisconnectedAndHowManyTemplatesStopped() {
        setup.flows.are(3);

        disconnect(prod.id(), 1);

        assertThat(setup.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.startedBy()).isEqualTo("otto");
            assertThat(entry.subjects()).isEqualTo(Map.of("action", "disconnect", "templatesDisabled", "3"));
        });
    }

    @Test
    void theCredentialsGoEvenWhenTheTemplatesCannotBeReachedAndARepeatFinishes() {
        setup.flows.areDown(true);
        assertThatThrownBy(() -> disconnect(prod.id(), 1)).hasMessage("the store is down");
        assertThat(setup.connections.credentialsNow(prod.id())).isEmpty();
        setup.flows.areDown(false);

        var outcome = disconnect(prod.id(), 2);

        assertThat(outcome).isInstanceOf(Outcome.Disconnected.class);
        assertThat(setup.flows.disabled()).containsExactly(prod.id());
    }

    @Test
    void whoeverReadAnotherRevisionDisconnectsNothing() {
        setup.connections.given(renamed(prod, "Production"));

        assertThat(disconnect(prod.id(), 1)).isEqualTo(new Outcome.ChangedMeanwhile());
        assertThat(setup.connections.credentialsNow(prod.id())).contains(CREDENTIALS);
        assertThat(setup.flows.disabled()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeDisconnected() {
        assertThat(disconnect(new ConnectionId("elsewhere"), 1)).isEqualTo(new Outcome.NoSuchConnection());
    }

    private Outcome disconnect(ConnectionId id, long revision) {
        return await(setup.administration().disconnect().run(new Disconnect.Command(MANAGER, id, revision)));
    }
}
