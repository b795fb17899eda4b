package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.renamed;
import static io.nowbridge.setup.InMemorySetup.LATER;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.ChangeConnection.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeConnectionTest {

    private final InMemorySetup setup = new InMemorySetup();
    private final Connection prod = setup.connections.given(connection("prod"));

    @Test
    void whatIsFilledInChanges() {
        var outcome = change(new Command(
                MANAGER,
                prod.id(),
                1,
                Optional.of("Production"),
                Optional.of("https://prod.service-now.com/"),
                Optional.of(Map.of("timeZone", "UTC")),
                Optional.of(false)));

        var changed = prod.changed(new Change("otto", LATER))
                .with("Production", new TreeMap<>(Map.of("timeZone", "UTC")), false);
        assertThat(outcome).isEqualTo(new Outcome.Changed(changed));
        assertThat(setup.connections.now(prod.id())).contains(changed);
    }

    @Test
    void aPlatformCannotBecomeTheSourceThatAnotherOneIs() {
        setup.connections.given(connection("first", SystemType.QUALYTICS).with("First", new TreeMap<>(), true));
        var second = setup.connections.given(connection("second", SystemType.QUALYTICS)
                .with("Second", new TreeMap<>(Map.of("source", "second")), true));

        var outcome = change(new Command(
                MANAGER, second.id(), 1, Optional.empty(), Optional.empty(), Optional.of(Map.of()), Optional.empty()));

        assertThat(((Outcome.Unfit) outcome).flaws()).extracting(Flaw::field).containsExactly("settings.source");
        assertThat(setup.connections.now(second.id())).contains(second);
    }

    @Test
    void whatIsLeftOutStays() {
        change(command(1, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(setup.connections.now(prod.id())).contains(prod.changed(new Change("otto", LATER)));
        assertThat(setup.connections.credentialsNow(prod.id())).contains(CREDENTIALS);
    }

    @Test
    void theLogTellsEachDifference() {
        change(new Command(
                MANAGER,
                prod.id(),
                1,
                Optional.of("Production"),
                Optional.empty(),
                Optional.of(Map.of()),
                Optional.of(false)));

        assertThat(setup.logged())
                .singleElement()
                .satisfies(entry -> assertThat(entry.subjects())
                        .isEqualTo(Map.of(
                                "action", "change",
                                "name", "The prod -> Production",
                                "settings", "{timeZone=Europe/Berlin} -> {}",
                                "enabled", "true -> false")));
    }

    @Test
    void anotherInstanceAndSettingsThatItDoesNotHaveAreRefusedTogether() {
        var outcome = change(command(
                1, Optional.empty(), Optional.of("https://test.service-now.com"), Optional.of(Map.of("region", "US"))));

        assertThat(((Outcome.Unfit) outcome).flaws())
                .extracting(Flaw::field)
                .containsExactly("instanceUrl", "settings.region");
        assertThat(setup.connections.now(prod.id())).contains(prod);
    }

    @Test
    void anAddressThatIsNoneIsRefusedInTheWordsOfWhoeverJudgesIt() {
        var outcome =
                change(command(1, Optional.empty(), Optional.of("http://prod.service-now.com"), Optional.empty()));

        assertThat(outcome).isEqualTo(new Outcome.Unfit(List.of(new Flaw("instanceUrl", "is no HTTPS address"))));
    }

    @Test
    void whoeverReadAnotherRevisionChangesNothing() {
        var now = setup.connections.given(renamed(prod, "Production"));

        var outcome = change(command(1, Optional.of("Late"), Optional.empty(), Optional.empty()));

        assertThat(outcome).isEqualTo(new Outcome.ChangedMeanwhile());
        assertThat(setup.connections.now(prod.id())).contains(now);
        assertThat(setup.logged()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        var command = new Command(
                MANAGER,
                new ConnectionId("elsewhere"),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(change(command)).isEqualTo(new Outcome.NoSuchConnection());
    }

    private Command command(
            long revision, Optional<String> name, Optional<String> url, Optional<Map<String, String>> settings) {
        return new Command(MANAGER, prod.id(), revision, name, url, settings, Optional.empty());
    }

    private Outcome change(Command command) {
        return await(setup.administration().change().run(command));
    }
}
