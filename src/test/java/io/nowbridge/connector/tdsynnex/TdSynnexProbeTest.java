package io.nowbridge.connector.tdsynnex;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.VertxReach;
import io.nowbridge.http.Loopback;
import io.nowbridge.inbox.TestInboxes;
import io.nowbridge.local.tdsynnex.RunningDistributor;
import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Probe.Trial;
import io.nowbridge.tdsynnex.TestTdSynnex;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TdSynnexProbeTest {

    private final Vertx vertx = Vertx.vertx();

    @RegisterExtension
    final RunningDistributor running = new RunningDistributor();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAccountThatWorksAndAFileThatHasArrivedPass() {
        var checks = test(TdSynnexStandIn.PASSWORD, files());

        assertThat(checks).extracting(Check::verdict).doesNotContain(Verdict.FAILED);
        assertThat(of(checks, "credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(checks, "price file").cause())
                .startsWith(TdSynnexStandIn.CUSTOMER_NUMBER + ".zip, ")
                .endsWith("it lists everything. Its first rows can be read.");
    }

    @Test
    void aPasswordThatIsNotAcceptedIsTheAdministratorsBusiness() {
        var checks = test("expired", files());

        assertThat(of(checks, "credentials"))
                .returns(Verdict.FAILED, Check::verdict)
                .returns(WhoCanFix.ADMINISTRATOR, Check::whoCanFix)
                .satisfies(check -> assertThat(check.fix()).contains("every 3 months"));
        assertThat(of(checks, "price file").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void anAddressThatIsNotRegisteredIsToldAsThat() {
        running.fault(
                "{'match': {'method': 'POST', 'path': '/SynnexXML/PriceAvailability'}, 'fault': 'status', 'status': 200,"
                        + " 'times': 0, 'body': '<priceResponse><errorMessage>IP Address Invalid</errorMessage></priceResponse>'}");

        var checks = test(TdSynnexStandIn.PASSWORD, files());

        assertThat(of(checks, "credentials"))
                .returns(Verdict.FAILED, Check::verdict)
                .satisfies(check -> assertThat(check.cause()).contains("IP Address Invalid"))
                .satisfies(check -> assertThat(check.fix()).contains("Elastic IP"));
    }

    @Test
    void aUserWhoMayAskHowOrdersStandPassesWithoutAnOrder() {
        var checks = test(TdSynnexStandIn.PASSWORD, files());

        assertThat(of(checks, "orders"))
                .returns(Verdict.PASSED, Check::verdict)
                .satisfies(
                        check -> assertThat(check.cause()).startsWith("TD SYNNEX tells this user how orders stand."));
        assertThat(running.orders().getJsonArray("orders")).isEmpty();
    }

    @Test
    void aUserWhoMayNotAskHowOrdersStandMayStillHaveProducts() {
        running.orderError("{'service': 'POStatus', 'error': 'User is not authorized'}");

        var checks = test(TdSynnexStandIn.PASSWORD, files());

        assertThat(of(checks, "orders"))
                .returns(Verdict.SKIPPED, Check::verdict)
                .returns("Asking how an order stands was refused: User is not authorized.", Check::cause)
                .satisfies(check -> assertThat(check.fix()).contains("purchase orders and order status"));
        assertThat(of(checks, "credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(checks, "price file").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFileThatHasNotArrivedIsNoReasonToDoubtTheAccount(@TempDir Path folder) {
        var checks = test(TdSynnexStandIn.PASSWORD, folder.toUri());

        assertThat(of(checks, "credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(checks, "price file"))
                .returns(Verdict.FAILED, Check::verdict)
                .returns("No file has arrived yet.", Check::cause)
                .satisfies(check -> assertThat(check.fix()).contains("4 to 6 business days"));
    }

    @Test
    void aFileThatIsDaysOldIsTooOld() {
        var checks = test(TdSynnexStandIn.PASSWORD, files(), RunningDistributor.NOW.plus(Duration.ofDays(40)));

        assertThat(of(checks, "price file"))
                .returns(Verdict.FAILED, Check::verdict)
                .satisfies(check -> assertThat(check.cause()).contains("It is too old"));
    }

    @Test
    void rowsThatCannotBeReadAreShown() {
        running.catalogue("{'malformedShare': 0.5}");

        var checks = test(TdSynnexStandIn.PASSWORD, files());

        assertThat(of(checks, "price file"))
                .returns(Verdict.FAILED, Check::verdict)
                .satisfies(check ->
                        assertThat(check.cause()).containsPattern("Of its first 100 rows, \\d+ cannot be read"));
    }

    private URI files() {
        return running.uri().resolve("/files/");
    }

    private List<Check> test(String password, URI place) {
        return test(password, place, RunningDistributor.NOW);
    }

    private List<Check> test(String password, URI place, Instant now) {
        var clock = InstantSource.fixed(now);
        var probe = new TdSynnexProbe(
                new NetworkChecks(new VertxReach(vertx, Loopback::dial)),
                TestTdSynnex.local(vertx, clock),
                TestInboxes.in(vertx, place),
                clock,
                Duration.ofSeconds(24));
        var account = Authentication.of(
                "account",
                Map.of(
                        "customerNumber",
                        TdSynnexStandIn.CUSTOMER_NUMBER,
                        "userName",
                        TdSynnexStandIn.USER_NAME,
                        "password",
                        password));
        var tested = connection("tested", SystemType.TDSYNNEX, running.uri(), Map.of("region", "US"));
        return probe.test(new Trial(tested, account, List.of(), false)).await().atMost(Duration.ofSeconds(60));
    }

    private static Check of(List<Check> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name) || check.subject().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
