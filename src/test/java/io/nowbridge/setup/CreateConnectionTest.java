package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.setup.InMemorySetup.LATER;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static io.nowbridge.setup.InMemorySetup.NEED;
import static io.nowbridge.setup.InMemorySetup.await;
import static io.nowbridge.setup.InMemorySetup.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.CreateConnection.Command;
import io.nowbridge.setup.Probe.Trial;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateConnectionTest {

    private static final String URL = "https://acme.service-now.com";
    private static final Map<String, String> GOOD = basic("svc_nowbridge", "pa:ss:word");

    private final InMemorySetup setup = new InMemorySetup();

    @Test
    void aSystemThatLetsUsInIsKeptConnected() {
        var outcome = create(URL, GOOD);

        var change = new Change("otto", LATER);
        var expected = new Connection(
                new ConnectionId("new-1"),
                SystemType.SERVICENOW,
                "Acme",
                URI.create(URL),
                Optional.of(new CredentialsInfo("basic", LATER)),
                new TreeMap<>(Map.of("timeZone", "Europe/Berlin")),
                true,
                new Health.Well(LATER),
                change,
                change,
                1);
        assertThat(outcome)
                .isEqualTo(new Outcome.Created(expected, new Findings(List.of(FakeProbe.REACHABLE, FakeProbe.LET_IN))));
        assertThat(setup.connections.now(new ConnectionId("new-1"))).contains(expected);
        assertThat(setup.connections.credentialsNow(new ConnectionId("new-1"))).contains(credentials());
    }

    @Test
    void credentialsThatTheSystemReplacesDuringTheTestAreTheOnesKept() {
        setup.probe.renew(OTHER_CREDENTIALS);

        create(URL, GOOD);

        assertThat(setup.connections.credentialsNow(new ConnectionId("new-1"))).contains(OTHER_CREDENTIALS);
    }

    @Test
    void itIsTriedWithAllThatIsNeededOfItAndWithoutCreatingAnything() {
        create(URL, GOOD);

        assertThat(setup.probe.trials())
                .singleElement()
                .returns(SystemType.SERVICENOW, Trial::type)
                .returns(URI.create(URL), Trial::instance)
                .returns(credentials(), Trial::authentication)
                .returns(List.of(NEED), Trial::needs)
                .returns(false, Trial::mayCreateRecord);
    }

    @ParameterizedTest
    @CsvSource({
        "dev12345, https://dev12345.service-now.com",
        "'  acme-test ', https://acme-test.service-now.com",
        "https://help.acme.example, https://help.acme.example"
    })
    void aServiceNowIsKnownByItsInstanceIdOrItsUrl(String given, String instance) {
        var created = (Outcome.Created) create(given, GOOD);

        assertThat(created.connection().instance()).isEqualTo(URI.create(instance));
    }

    @Test
    void onlyServiceNowHasInstanceIds() {
        var outcome = create(SystemType.QUALYTICS, "acme", Map.of("type", "token", "token", "t"), Map.of());

        assertThat(outcome).isEqualTo(new Outcome.Unfit(List.of(new Flaw("instanceUrl", "is no HTTPS address"))));
    }

    @Test
    void noTwoPlatformsAreTheSameSource() {
        var token = Map.of("type", "token", "token", "t");
        create(SystemType.QUALYTICS, "https://acme.qualytics.io", token, Map.of());

        var same = create(SystemType.QUALYTICS, "https://other.qualytics.io", token, Map.of("source", "default"));
        var another = create(SystemType.QUALYTICS, "https://other.qualytics.io", token, Map.of("source", "other"));

        assertThat(((Outcome.Unfit) same).flaws()).extracting(Flaw::field).containsExactly("settings.source");
        assertThat(another).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void userNameAndPasswordMayComeInOneAndOnlyThePasswordHoldsColons() {
        create(URL, Map.of("type", "basic", "usernamePassword", "svc_nowbridge:pa:ss:word"));

        assertThat(setup.probe.trials()).extracting(Trial::authentication).containsExactly(credentials());
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingIsTried() {
        var outcome = create(
                SystemType.SERVICENOW,
                "http://acme.service-now.com",
                Map.of("type", "basic", "username", "a:b", "token", "t"),
                Map.of(
                        "timeZone",
                        "Mars/Olympus",
                        "colour",
                        "blue",
                        "closeNotes",
                        "{anomaly.id",
                        "closedTickets",
                        "burn"));

        assertThat(((Outcome.Unfit) outcome).flaws())
                .containsExactlyInAnyOrder(
                        new Flaw("instanceUrl", "is no HTTPS address"),
                        new Flaw("authentication.password", "is required"),
                        new Flaw("authentication.token", "is not a value of basic"),
                        new Flaw("authentication.username", "cannot have a colon in it"),
                        new Flaw("settings.timeZone", "is not a time zone such as Europe/Berlin"),
                        new Flaw("settings.colour", "is not a setting of ServiceNow"),
                        new Flaw("settings.closeNotes", "is no template"),
                        new Flaw("settings.closedTickets", "is update or reopen or new"));
        assertThat(setup.probe.trials()).isEmpty();
        assertThat(setup.logged()).isEmpty();
    }

    @Test
    void anUnknownSchemeIsAnsweredWithThoseThereAre() {
        var outcome = create(URL, Map.of("type", "kerberos", "ticket", "t"));

        assertThat(outcome)
                .isEqualTo(new Outcome.Unfit(List.of(new Flaw(
                        "authentication.type",
                        "is for ServiceNow one of basic, oauth-client-credentials, oauth-password,"
                                + " oauth-refresh-token, oauth-jwt-bearer, api-key"))));
    }

    @Test
    void aUserNameWithoutAPasswordIsNoSignIn() {
        var outcome = create(URL, Map.of("type", "basic", "usernamePassword", "svc_nowbridge"));

        assertThat(outcome).isEqualTo(new Outcome.Unfit(List.of(new Flaw("authentication.password", "is required"))));
    }

    @ParameterizedTest
    @CsvSource({"US, true", "CA, true", "DE, false"})
    void aDistributorHasTheRegionsThatItSellsIn(String region, boolean fits) {
        var outcome = create(
                SystemType.TDSYNNEX,
                "https://ec.example",
                Map.of("type", "account", "customerNumber", "1", "userName", "u", "password", "p"),
                Map.of("region", region));

        assertThat(outcome instanceof Outcome.Created).isEqualTo(fits);
    }

    @Test
    void whatDoesNotLetUsInIsNotKeptButLoggedWithWhatToDo() {
        setup.probe.answer(FakeProbe.REACHABLE, FakeProbe.REFUSED);

        var outcome = create(URL, GOOD);

        assertThat(outcome)
                .isEqualTo(new Outcome.NotLetIn(new Findings(List.of(FakeProbe.REACHABLE, FakeProbe.REFUSED))));
        assertThat(setup.connections.count()).isZero();
        assertThat(setup.connections.credentialsNow(new ConnectionId("new-1"))).isEmpty();
        assertThat(setup.logged())
                .singleElement()
                .extracting(Activity::result, Activity::failures)
                .containsExactly(
                        Result.FAILED,
                        List.of(new Failure(
                                "credentials",
                                "Signing in answered 401",
                                FakeProbe.REFUSED.whoCanFix(),
                                "Check the password.")));
    }

    @Test
    void whatCannotBeReachedIsNotKeptThoughNobodyTriedToSignIn() {
        setup.probe.answer(FakeProbe.ASLEEP);

        assertThat(create(URL, GOOD)).isInstanceOf(Outcome.NotLetIn.class);
        assertThat(setup.connections.count()).isZero();
    }

    @Test
    void aMissingRightDoesNotStandInTheWayOfConnecting() {
        setup.probe.answer(FakeProbe.LET_IN, FakeProbe.UNREADABLE);

        var created = (Outcome.Created) create(URL, GOOD);

        assertThat(created.connection().health())
                .isEqualTo(new Health.Failing(LATER, "Reading incidents answered 403"));
        assertThat(created.connection().state()).isEqualTo(Connection.State.ERROR);
    }

    @Test
    void whereNobodyCouldTryTheCredentialsTheConnectionIsNotYetConnected() {
        setup.probe.answer(Check.skipped(Findings.CREDENTIALS, "", "No client for it"));

        var created = (Outcome.Created) create(URL, GOOD);

        assertThat(created.connection().health()).isEqualTo(new Health.Unproven("No client for it"));
        assertThat(created.connection().state()).isEqualTo(Connection.State.NOT_CONNECTED);
    }

    @Test
    void anInstanceThatWasDisconnectedIsToBeReconnected() {
        for (int number = 100; number < 250; number++) {
            setup.connections.given(connection("busy-" + number));
        }
        var before = setup.connections.given(disconnected(connection("was-acme")));

        var outcome = create("https://was-acme.service-now.com", GOOD);

        assertThat(outcome).isEqualTo(new Outcome.KnownInstance(before.id()));
        assertThat(setup.probe.trials()).isEmpty();
    }

    @Test
    void anInstanceOfAnotherTypeThatWasDisconnectedIsNoHindrance() {
        setup.connections.given(disconnected(connection("acme", SystemType.QUALYTICS)));

        assertThat(create(URL, GOOD)).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void thereMayBeSeveralOfTheSameTypeEvenOfTheSameInstance() {
        create(URL, GOOD);
        create(URL, GOOD);
        create("https://other.service-now.com", GOOD);

        assertThat(setup.connections.count()).isEqualTo(3);
    }

    @Test
    void theLogTellsWhoConnectedWhatAndNoSecret() {
        create(URL, GOOD);

        assertThat(setup.logged()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo(Operation.CONNECTION_CHANGE);
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.startedBy()).isEqualTo("otto");
            assertThat(entry.connection()).isEqualTo(new ConnectionId("new-1"));
            assertThat(entry.subjects()).isEqualTo(Map.of("action", "connect", "type", "servicenow", "instance", URL));
        });
    }

    private static Authentication credentials() {
        return Authentication.of("basic", Map.of("username", "svc_nowbridge", "password", "pa:ss:word"));
    }

    private Outcome create(String url, Map<String, String> authentication) {
        return create(SystemType.SERVICENOW, url, authentication, Map.of("timeZone", "Europe/Berlin"));
    }

    private Outcome create(
            SystemType type, String url, Map<String, String> authentication, Map<String, String> settings) {
        var command = new Command(MANAGER, type, "Acme", url, authentication, settings);
        return await(setup.administration().create().run(command));
    }
}
