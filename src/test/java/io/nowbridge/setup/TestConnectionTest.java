package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.rotated;
import static io.nowbridge.setup.InMemorySetup.LATER;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.NEED;
import static io.nowbridge.setup.InMemorySetup.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Health;
import io.nowbridge.setup.Probe.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestConnectionTest {

    private final InMemorySetup setup = new InMemorySetup();
    private final Connection prod = setup.connections.given(connection("prod"));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKeptCredentialsAreTriedAndARecordIsCreatedOnlyIfAllowed(boolean mayCreate) {
        test(prod.id(), mayCreate);

        assertThat(setup.probe.trials()).containsExactly(new Trial(prod, CREDENTIALS, List.of(NEED), mayCreate));
    }

    @Test
    void aConnectionThatWorksIsWell() {
        var outcome = test(prod.id(), false);

        var well = prod.found(new Health.Well(LATER));
        assertThat(outcome)
                .isEqualTo(new Outcome.Tested(well, new Findings(List.of(FakeProbe.REACHABLE, FakeProbe.LET_IN))));
        assertThat(setup.connections.now(prod.id())).contains(well);
        assertThat(setup.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.subjects()).containsEntry("action", "test");
        });
    }

    @Test
    void theFirstThingThatFailsIsTheCauseAndTheLogHasThemAll() {
        setup.probe.answer(FakeProbe.REFUSED, FakeProbe.UNREADABLE);

        test(prod.id(), false);

        assertThat(setup.connections.now(prod.id()))
                .contains(prod.found(new Health.Failing(LATER, "Signing in answered 401")));
        assertThat(setup.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.failures())
                    .containsExactly(
                            new Failure(
                                    "credentials",
                                    "Signing in answered 401",
                                    WhoCanFix.ADMINISTRATOR,
                                    "Check the password."),
                            new Failure(
                                    "read incident",
                                    "Reading incidents answered 403",
                                    WhoCanFix.ADMINISTRATOR,
                                    "Grant the role itil."));
        });
    }

    @Test
    void whereNoSignInWasTriedNothingIsProven() {
        setup.probe.answer(FakeProbe.REACHABLE);

        test(prod.id(), false);

        assertThat(setup.connections.now(prod.id())).contains(prod.found(new Health.Unproven("No sign-in was tried")));
    }

    @Test
    void aSkippedSignInTellsWhyNothingIsProven() {
        setup.probe.answer(Check.skipped(Findings.CREDENTIALS, "", "No client for it"));

        test(prod.id(), false);

        assertThat(setup.connections.now(prod.id())).contains(prod.found(new Health.Unproven("No client for it")));
    }

    @Test
    void whatOldCredentialsDidIsNotNotedOnceTheyWereReplaced() {
        setup.probe.answer(FakeProbe.REFUSED);
        setup.probe.meanwhile(() -> await(setup.connections.rotate(rotated(prod), OTHER_CREDENTIALS)));

        test(prod.id(), false);

        assertThat(setup.connections.now(prod.id())).contains(rotated(prod));
    }

    @Test
    void credentialsThatTheSystemReplacesDuringTheTestAreKept() {
        setup.probe.renew(OTHER_CREDENTIALS);

        test(prod.id(), false);

        assertThat(setup.connections.credentialsNow(prod.id())).contains(OTHER_CREDENTIALS);
        assertThat(setup.connections.now(prod.id())).contains(prod.found(new Health.Well(LATER)));
    }

    @Test
    void credentialsThatSomebodyEnteredMeanwhileAreNotReplacedByThem() {
        setup.probe.meanwhile(() -> await(setup.connections.rotate(rotated(prod), OTHER_CREDENTIALS)));
        setup.probe.renew(CREDENTIALS);

        test(prod.id(), false);

        assertThat(setup.connections.credentialsNow(prod.id())).contains(OTHER_CREDENTIALS);
    }

    @Test
    void withoutCredentialsThereIsNothingToTest() {
        var gone = setup.connections.given(disconnected(connection("gone")));

        assertThat(test(gone.id(), false)).isEqualTo(new Outcome.NotConnected());
        assertThat(setup.probe.trials()).isEmpty();
        assertThat(setup.connections.now(gone.id())).contains(gone);
    }

    @Test
    void whatIsNotThereCannotBeTested() {
        assertThat(test(new ConnectionId("elsewhere"), false)).isEqualTo(new Outcome.NoSuchConnection());
    }

    private Outcome test(ConnectionId id, boolean mayCreateRecord) {
        return await(setup.administration().test().run(new TestConnection.Command(MANAGER, id, mayCreateRecord)));
    }
}
