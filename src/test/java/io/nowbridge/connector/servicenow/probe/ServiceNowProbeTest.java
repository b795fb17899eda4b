package io.nowbridge.connector.servicenow.probe;

import static io.nowbridge.connector.servicenow.probe.TestedInstance.BASIC;
import static io.nowbridge.connector.servicenow.probe.TestedInstance.TICKET_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connector.servicenow.probe.TestedInstance.Found;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way into an instance, as far as the user who signs in. */
@QuarkusTest
class ServiceNowProbeTest {

    private static final String CLIENT = "2b7c1dae6f5042209f11c2d3e4f50612";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void anInstanceThatIsAsItShouldBePassesAllThatCanBeProven() {
        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.skipped()).extracting(Check::name).containsExactly("tls", "create", "write", "procurement");
        assertThat(found.checks())
                .extracting(Check::name)
                .containsExactly(
                        "address",
                        "name-resolution",
                        "connection",
                        "tls",
                        "reachable",
                        "awake",
                        "credentials",
                        "user",
                        "clock",
                        "time-zone",
                        "choices",
                        "journal",
                        "read",
                        "field",
                        "create",
                        "write",
                        "procurement");
    }

    @Test
    void nothingIsWrittenUnlessARecordMayBeCreated() {
        instance.test();

        assertThat(instance.received()).isNotEmpty().allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aHibernatingInstanceIsToBeWoken() {
        instance.fault("{'fault':'html','times':0}");

        var found = instance.test();

        assertOnlyFailure(found, "awake");
        assertThat(found.of("awake").fix()).contains("developer.servicenow.com");
    }

    @Test
    void aProxyThatAnswersInTheInstancesPlaceIsTold() {
        instance.fault("{'fault':'html','status':403,'times':0}");

        var found = instance.test();

        assertOnlyFailure(found, "awake");
        assertThat(found.of("awake").cause()).contains("in between answers 403");
    }

    @Test
    void anInstanceInMaintenanceIsToBeWaitedFor() {
        instance.fault("{'fault':'status','status':503,'times':0}");

        var found = instance.test();

        assertOnlyFailure(found, "reachable");
        assertThat(found.of("reachable").whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
    }

    @Test
    void aRedirectToAnotherHostIsRefusedAndNamed() {
        instance.fault(
                "{'fault':'status','status':302,'times':0,'headers':{'Location':'https://login.example.com/sso'}}");

        var found = instance.test();

        assertOnlyFailure(found, "reachable");
        assertThat(found.of("reachable").cause()).contains("login.example.com");
    }

    @Test
    void aWrongPasswordIsToldAsSuch() {
        var found =
                instance.test(Authentication.of("basic", Map.of("username", "svc_nowbridge", "password", "hunter2")));

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").cause()).contains("401", "user name and password");
        assertThat(found.checks().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'locked_out':'true'}", "{'active':'false'}"})
    void aUserWhoMayNotSignInIsAmongTheCausesToLookAt(String change) {
        instance.user(change);

        var found = instance.test();

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").fix()).contains("active", "locked out");
        assertThat(found.of("credentials").whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
    }

    @Test
    void aGrantThatIsSwitchedOffIsNamedByItsProperty() {
        instance.property("glide.oauth.inbound.client.credential.grant_type.enabled", "false");

        var found = instance.test(Authentication.of(
                "oauth-client-credentials", Map.of("clientId", CLIENT, "clientSecret", "client-secret")));

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").fix()).contains("glide.oauth.inbound.client.credential.grant_type.enabled");
    }

    @Test
    void anApiKeyIsTriedAsOne() {
        var right = instance.test(Authentication.of("api-key", Map.of("key", "now_4f6d2b8c9e0a41d7a35b")));
        var wrong = instance.test(Authentication.of("api-key", Map.of("key", "now_0000000000000000")));

        assertThat(right.failed()).isEmpty();
        assertOnlyFailure(wrong, "credentials");
        assertThat(wrong.of("credentials").cause()).contains("API key");
    }

    @Test
    void aRefreshTokenThatExpiredIsToldAsSuch() {
        var found = instance.test(refreshToken("long-gone"));

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").fix()).contains("new refresh token");
    }

    @Test
    void aRefreshTokenThatTheInstanceReplacesIsHandedOverToBeKept() {
        instance.fault("{'fault':'status','status':200,'match':{'path':'/oauth_token.do'},"
                + "'body':{'access_token':'one','refresh_token':'second'}}");

        instance.test(refreshToken("first"));

        assertThat(instance.kept()).containsExactly(refreshToken("second"));
    }

    @Test
    void aPrivateKeyThatIsNoneIsToldWithoutShowingIt() {
        var found = instance.test(Authentication.of(
                "oauth-jwt-bearer",
                Map.of("clientId", "c", "clientSecret", "s", "privateKey", "hunter2hunter2", "subject", "u")));

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").fix()).contains("PKCS#8").doesNotContain("access policy");
        assertThat(found.checks().toString()).doesNotContain("hunter2");
    }

    @Test
    void anApiKeyThatCannotBeOneIsNotTriedAndToldInShort() {
        var found = instance.test(Authentication.of("api-key", Map.of("key", "now 4f6d")));

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").cause()).contains("letters, digits and punctuation");
        assertThat(found.of("credentials").fix()).startsWith("Copy the key").doesNotContain("access policy");
        assertThat(found.checks().toString()).doesNotContain("4f6d");
    }

    @ParameterizedTest
    @CsvSource({
        "basic, user name and password",
        "oauth-client-credentials, glide.oauth.inbound.client.credential.grant_type.enabled",
        "oauth-password, glide.oauth.inbound.ropc.grant_type.disabled",
        "oauth-refresh-token, refresh token",
        "oauth-jwt-bearer, public key",
        "api-key, authentication profile"
    })
    void eachWayOfSigningInHasItsOwnThingsToLookAt(String scheme, String thing) {
        assertThat(SignInWords.remedy(scheme).fix()).contains(thing, "REST API access policy");
    }

    @Test
    void credentialsThatNothingCanBeMadeOfAreTold() {
        var found = instance.test(Authentication.of("carrier-pigeon", Map.of()));

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").cause()).contains("carrier-pigeon");
    }

    @Test
    void aClosedTableApiIsNoMatterOfThePassword() {
        instance.settings("{'apiAcl':['table']}");

        var found = instance.test();

        assertOnlyFailure(found, "credentials");
        assertThat(found.of("credentials").cause()).contains("403", "API level ACL");
        assertThat(found.of("credentials").fix()).contains("rest_service");
    }

    @ParameterizedTest
    @CsvSource({"-59, PASSED", "59, PASSED", "61, FAILED", "-61, FAILED"})
    void clocksMayDifferByLessThanAMinute(int seconds, Verdict verdict) {
        instance.clockIs(TestedInstance.now().plusSeconds(seconds));

        assertThat(instance.test().of("clock").verdict()).isEqualTo(verdict);
    }

    @Test
    void theUserIsNamedWithItsRoles() {
        assertThat(instance.test().of("user").cause()).contains("svc_nowbridge", "itil", "audit_viewer");
    }

    @Test
    void aUserThatMaySignInWithABrowserIsTold() {
        instance.user("{'web_service_access_only':'false'}");

        assertThat(instance.test().of("user").cause()).contains("Web service access only");
    }

    @Test
    void aUserThatMayNotSeeItselfIsNoObstacle() {
        instance.settings("{'unreadableTables':['sys_user']}");

        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("user").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("time-zone").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("read", "incident").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aUserThatIsRefusedTheTableOfUsersHasSignedInAllTheSame() {
        instance.fault("{'fault':'status','status':403,'times':0,'match':{'path':'/api/now/table/sys_user','header':"
                + "{'name':'Authorization','value':'Basic c3ZjX25vd2JyaWRnZTpub3dicmlkZ2U='}},"
                + "'body':{'error':{'message':'Insufficient rights to query records'}}}");

        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(found.of("user").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, Europe/Berlin", "'', America/Los_Angeles"})
    void aTimeZoneThatMovesDatesIsNamed(String own, String effective) {
        instance.user("{'time_zone':'" + own + "'}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("time-zone"));
        assertThat(found.of("time-zone").cause()).contains(effective, "Dates in a query follow the user's zone");
        assertThat(found.of("time-zone").fix()).contains("GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT", "UTC", "Etc/UTC"})
    void utcGoesByManyNames(String zone) {
        instance.user("{'time_zone':'" + zone + "'}");

        assertThat(instance.test().of("time-zone").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void choicesThatMayNotBeReadAreAMissingRight() {
        instance.settings("{'unreadableTables':['sys_choice']}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("choices"));
        assertThat(found.of("choices").fix()).contains("sys_choice", "letter by letter");
    }

    @Test
    void aJournalThatMayNotBeReadIsNoFailureButToBeKnown() {
        instance.settings("{'unreadableTables':['sys_journal_field']}");

        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("journal").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("journal").cause()).contains("may arrive twice");
        assertThat(found.of("journal").fix()).contains("audit_viewer");
    }

    @Test
    void whatRanOutOfTimeSaysSoAndHoldsNothingElseUp() {
        instance.fault("{'fault':'delay','delayMs':60000,'times':0,'match':{'path':'/api/now/table/sys_choice'}}");

        var found = instance.test(Duration.ofSeconds(2), BASIC, TICKET_FORM, false);

        assertThat(found.of("choices").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("choices").cause()).contains("2 s of a test had passed");
        assertThat(found.of("read", "incident").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void credentialsThatAreNotAnsweredInTimeAreNoSuccess() {
        instance.fault("{'fault':'delay','delayMs':60000,'times':0,'match':{'path':'/api/now/table/sys_user','header':"
                + "{'name':'Authorization','value':'Basic c3ZjX25vd2JyaWRnZTpub3dicmlkZ2U='}}}");

        var found = instance.test(Duration.ofSeconds(2), BASIC, TICKET_FORM, false);

        assertThat(found.failed()).containsExactly(found.of("credentials"));
        assertThat(found.of("credentials").whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
    }

    private static Authentication refreshToken(String token) {
        return Authentication.of(
                "oauth-refresh-token",
                Map.of(
                        "clientId",
                        "1a6b0c9d5e4f41108f00b1c2d3e4f501",
                        "clientSecret",
                        "password-secret",
                        "refreshToken",
                        token));
    }

    private static void assertOnlyFailure(Found found, String name) {
        assertThat(found.failed()).extracting(Check::name).containsExactly(name);
        assertThat(found.after(name))
                // It is told by any answer.
                .filteredOn(check -> !check.name().equals("clock") || check.verdict() == Verdict.SKIPPED)
                .isNotEmpty()
                .allMatch(check -> check.verdict() == Verdict.SKIPPED)
                .allMatch(check -> check.cause().contains("rests on " + name));
    }
}
