package io.nowbridge.connector.qualytics;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.VertxReach;
import io.nowbridge.http.Loopback;
import io.nowbridge.local.qualytics.QualyticsStandIn;
import io.nowbridge.local.qualytics.RunningPlatform;
import io.nowbridge.qualytics.TestQualytics;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Probe.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QualyticsProbeTest {

    @RegisterExtension
    final RunningPlatform running = new RunningPlatform();

    @Test
    void aTokenThatReadsAnomaliesPassesAndWhatItMayWriteIsLeftOpen() {
        var checks = test(QualyticsStandIn.TOKEN);

        assertThat(of(checks, "credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(checks, "read").cause()).isEqualTo("Open anomalies that it may read: 22.");
        assertThat(of(checks, "write"))
                .returns(Verdict.SKIPPED, Check::verdict)
                .satisfies(check -> assertThat(check.fix()).contains("Editor", "Author"));
        assertThat(running.received("PUT")).isEmpty();
    }

    @Test
    void aTokenThatIsNotAcceptedIsTheAdministratorsBusiness() {
        var checks = test("expired");

        assertThat(of(checks, "credentials"))
                .returns(Verdict.FAILED, Check::verdict)
                .returns(WhoCanFix.ADMINISTRATOR, Check::whoCanFix);
        assertThat(of(checks, "read").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void whoSeesNoAnomalyIsToldOfTeams() {
        var checks = test("qualytics-outsider");

        assertThat(of(checks, "credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(checks, "read"))
                .returns(Verdict.SKIPPED, Check::verdict)
                .satisfies(check -> assertThat(check.fix()).contains("Reporter"));
    }

    @Test
    void aRefusalToReadIsNoRefusalOfTheToken() {
        running.fault("{'match': {'path': '/api', 'header': {'name': 'Authorization', 'value': 'Bearer "
                + QualyticsStandIn.TOKEN + "'}}, 'fault': 'status', 'status': 403, 'body': {'detail': 'Not for you'}}");

        var checks = test(QualyticsStandIn.TOKEN);

        assertThat(of(checks, "credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(of(checks, "read"))
                .returns(Verdict.FAILED, Check::verdict)
                .satisfies(check -> assertThat(check.cause()).contains("Not for you"));
    }

    @Test
    void aWebPageInPlaceOfTheApiIsTheOwnersBusiness() {
        running.fault("{'match': {'path': '/api'}, 'fault': 'html', 'times': 0}");

        var checks = test(QualyticsStandIn.TOKEN);

        assertThat(of(checks, "credentials"))
                .returns(Verdict.FAILED, Check::verdict)
                .returns(WhoCanFix.REMOTE_OWNER, Check::whoCanFix);
    }

    private List<Check> test(String token) {
        var probe = new QualyticsProbe(
                new NetworkChecks(new VertxReach(running.vertx(), Loopback::dial)),
                TestQualytics.local(running.vertx(), () -> RunningPlatform.NOW),
                Duration.ofSeconds(24));
        var trial = new Trial(
                connection("tested", SystemType.QUALYTICS, running.uri(), Map.of()),
                Authentication.of("token", Map.of("token", token)),
                List.of(),
                false);
        return probe.test(trial).await().atMost(Duration.ofSeconds(60));
    }

    private static Check of(List<Check> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
