package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.renamed;
import static io.nowbridge.setup.InMemorySetup.LATER;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.await;
import static io.nowbridge.setup.InMemorySetup.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Result;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Health;
import io.nowbridge.setup.Probe.Trial;
import io.nowbridge.setup.Reconnect.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconnectTest {

    private static final Map<String, String> NEW = basic("svc_nowbridge", "brand:new");
    private static final Authentication NEW_CREDENTIALS =
            Authentication.of("basic", Map.of("username", "svc_nowbridge", "password", "brand:new"));

    private final InMemorySetup setup = new InMemorySetup();
    private final Connection prod = setup.connections.given(connection("prod"));

    @Test
    void theOldCredentialsServeUntilTheNewOnesWereSeenToWork() {
        var duringTheTest = new ArrayList<Optional<Authentication>>();
        setup.probe.meanwhile(() -> duringTheTest.add(setup.connections.credentialsNow(prod.id())));

        var outcome = reconnect(prod, NEW, Optional.empty());

        assertThat(outcome).isInstanceOf(Outcome.Reconnected.class);
        assertThat(duringTheTest).containsExactly(Optional.of(CREDENTIALS));
        assertThat(setup.probe.trials()).extracting(Trial::authentication).containsExactly(NEW_CREDENTIALS);
        assertThat(setup.connections.credentialsNow(prod.id())).contains(NEW_CREDENTIALS);
    }

    @Test
    void everythingElseStays() {
        reconnect(prod, NEW, Optional.of("prod"));

        assertThat(setup.connections.now(prod.id()))
                .contains(prod.changed(new Change("otto", LATER))
                        .with(Optional.of(new CredentialsInfo("basic", LATER)))
                        .found(new Health.Well(LATER)));
    }

    @Test
    void credentialsThatDoNotWorkAreNotKeptAndTheOldOnesStay() {
        setup.probe.answer(FakeProbe.REFUSED);

        var outcome = reconnect(prod, NEW, Optional.empty());

        assertThat(outcome).isEqualTo(new Outcome.NotLetIn(new Findings(List.of(FakeProbe.REFUSED))));
        assertThat(setup.connections.now(prod.id())).contains(prod);
        assertThat(setup.connections.credentialsNow(prod.id())).contains(CREDENTIALS);
        assertThat(setup.logged())
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isEqualTo(Result.FAILED));
    }

    @Test
    void credentialsThatTheSystemReplacesDuringTheTestAreTheOnesKept() {
        setup.probe.renew(OTHER_CREDENTIALS);

        reconnect(prod, NEW, Optional.empty());

        assertThat(setup.connections.credentialsNow(prod.id())).contains(OTHER_CREDENTIALS);
    }

    @Test
    void anotherInstanceIsRefusedWithTheReason() {
        var outcome = reconnect(prod, NEW, Optional.of("https://test.service-now.com"));

        assertThat(((Outcome.Unfit) outcome).flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo("instanceUrl");
            assertThat(flaw.message()).contains("https://prod.service-now.com", "links and templates");
        });
        assertThat(setup.probe.trials()).isEmpty();
    }

    @Test
    void whatIsMissingAndAnotherInstanceAreNamedTogether() {
        var outcome = reconnect(prod, Map.of("type", "basic"), Optional.of("test"));

        assertThat(((Outcome.Unfit) outcome).flaws())
                .extracting(Flaw::field)
                .containsExactlyInAnyOrder("instanceUrl", "authentication.username", "authentication.password");
    }

    @Test
    void whatWasDisconnectedIsPickedUpUnderItsId() {
        var gone = setup.connections.given(disconnected(connection("gone")));

        var outcome = (Outcome.Reconnected) reconnect(gone, NEW, Optional.empty());

        assertThat(outcome.connection().id()).isEqualTo(gone.id());
        assertThat(outcome.connection().state()).isEqualTo(Connection.State.CONNECTED);
        assertThat(setup.connections.credentialsNow(gone.id())).contains(NEW_CREDENTIALS);
    }

    @Test
    void noTemplateThatADisconnectionLeftEnabledRunsAgainByItself() {
        var gone = setup.connections.given(disconnected(connection("gone")));

        reconnect(gone, NEW, Optional.empty());
        reconnect(prod, NEW, Optional.empty());

        assertThat(setup.flows.disabled()).containsExactly(gone.id());
    }

    @Test
    void whoeverChangesItDuringTheTestWinsAndTheNewCredentialsAreNotKept() {
        setup.probe.meanwhile(() -> await(setup.connections.change(renamed(prod, "Production"))));

        var outcome = reconnect(prod, NEW, Optional.empty());

        assertThat(outcome).isEqualTo(new Outcome.ChangedMeanwhile());
        assertThat(setup.connections.now(prod.id())).contains(renamed(prod, "Production"));
        assertThat(setup.connections.credentialsNow(prod.id())).contains(CREDENTIALS);
        assertThat(setup.logged()).isEmpty();
    }

    @Test
    void whoeverReadAnotherRevisionTriesNothing() {
        setup.connections.given(renamed(prod, "Production"));

        assertThat(reconnect(prod, NEW, Optional.empty())).isEqualTo(new Outcome.ChangedMeanwhile());
        assertThat(setup.probe.trials()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeReconnected() {
        var outcome = reconnect(connection("elsewhere"), NEW, Optional.empty());

        assertThat(outcome).isEqualTo(new Outcome.NoSuchConnection());
        assertThat(setup.connections.now(new ConnectionId("elsewhere"))).isEmpty();
    }

    @Test
    void theLogTellsTheSchemeAndNoSecret() {
        reconnect(prod, NEW, Optional.empty());

        assertThat(setup.logged())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.subjects()).isEqualTo(Map.of("action", "reconnect", "scheme", "basic")));
    }

    private Outcome reconnect(Connection read, Map<String, String> authentication, Optional<String> url) {
        return await(setup.administration()
                .reconnect()
                .run(new Command(MANAGER, read.id(), read.revision(), authentication, url)));
    }
}
