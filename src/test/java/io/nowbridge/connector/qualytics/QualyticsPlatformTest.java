package io.nowbridge.connector.qualytics;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyFilter;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.nowbridge.local.qualytics.QualyticsStandIn;
import io.nowbridge.local.qualytics.RunningPlatform;
import io.nowbridge.qualytics.TestQualytics;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualyticsPlatformTest {

    private static final AnomalyId ONE = new AnomalyId("eu", "1");

    @RegisterExtension
    final RunningPlatform running = new RunningPlatform();

    private AnomalyPlatform platform;

    @BeforeEach
    void connect() {
        var client = TestQualytics.local(running.vertx(), () -> RunningPlatform.NOW)
                .connect(running.uri(), () -> Uni.createFrom().item(QualyticsStandIn.TOKEN));
        platform = new QualyticsPlatform(at(running.uri()), client);
    }

    @Test
    void anAnomalyIsToldInOurWords() {
        var anomaly = itemOf(platform.read(ONE)).orElseThrow();

        var fingerprint = Long.toString(running.anomaly(1).getLong("fingerprint"));
        var check = running.anomaly(1)
                .getJsonArray("failed_checks")
                .getJsonObject(0)
                .getJsonObject("quality_check")
                .getInteger("id")
                .toString();
        assertThat(anomaly)
                .isEqualTo(new Anomaly(
                        ONE,
                        Optional.of(running.anomaly(1).getString("uuid")),
                        Optional.of("record"),
                        Optional.of("Active"),
                        Optional.of(14),
                        Optional.of(fingerprint),
                        Optional.of("3 of 1204 records have a negative total_amount"),
                        Optional.of(new Datastore("1", Optional.of("Sales"))),
                        Optional.of("orders"),
                        List.of("total_amount"),
                        List.of("critical", "finance"),
                        List.of(new FailedCheck(
                                Optional.of(check),
                                Optional.of("3 of 1204 records have a negative total_amount"),
                                Optional.of("notNegative"))),
                        Optional.of(Instant.parse("2026-01-05T06:00:00Z")),
                        Optional.of(URI.create(running.uri() + "/datastores/1/anomalies?id=1"))));
    }

    @Test
    void whatCannotBeAnAnomalyOfQualyticsIsNotThere() {
        assertThat(itemOf(platform.read(new AnomalyId("eu", "..")))).isEmpty();
        assertThat(itemOf(platform.read(new AnomalyId("eu", "999")))).isEmpty();
        assertThat(running.received("GET")).hasSize(1);
    }

    @Test
    void theNewestOfAStatusComeFirst() {
        var excerpt = itemOf(platform.newest(AnomalyFilter.in(Status.RESOLVED), 1));

        assertThat(excerpt.anomalies())
                .extracting(Anomaly::id)
                .containsExactly(
                        new AnomalyId("eu", "26"),
                        new AnomalyId("eu", "19"),
                        new AnomalyId("eu", "12"),
                        new AnomalyId("eu", "5"));
        assertThat(excerpt.isLast()).isTrue();
    }

    @Test
    void onlyWhatWasFoundSinceThenComes() {
        var since = Instant.parse("2026-01-11T01:00:00Z");

        var found = itemOf(platform.foundSince(since).collect().asList());

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(anomaly -> assertThat(anomaly.detectedAt())
                        .hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(since)));
        assertThat(found).extracting(anomaly -> anomaly.id().id()).containsExactly("27", "29", "30", "28");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusGetsThere(Status status) {
        itemOf(status.isArchived() ? platform.archive(ONE, status) : platform.reopen(ONE, status));

        assertThat(running.anomaly(1).getString("status")).isEqualTo(status.label());
        assertThat(running.anomaly(1).getBoolean("archived")).isEqualTo(status.isArchived());
    }

    @Test
    void aStatusIsNotTakenForItsOpposite() {
        assertThatThrownBy(() -> platform.archive(ONE, Status.ACTIVE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> platform.reopen(ONE, Status.RESOLVED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommentIsFoundAgainByItsReference() {
        var id = itemOf(platform.comment(ONE, "Resolved by INC0010001 [nb:abc]"));

        assertThat(itemOf(platform.findComment(ONE, "[nb:abc]"))).contains(id);
        assertThat(itemOf(platform.findComment(ONE, "[nb:xyz]"))).isEmpty();
        assertThat(itemOf(platform.findComment(new AnomalyId("eu", "2"), "[nb:abc]")))
                .isEmpty();
    }

    @Test
    void whereAnAnomalyDoesNotShowItsCommentsTheListOfAllDoes() {
        var id = itemOf(platform.comment(ONE, "Resolved [nb:abc]"));
        itemOf(platform.comment(new AnomalyId("eu", "2"), "Another [nb:abc]"));
        running.fault("{'match': {'path': '/api/anomalies'}, 'fault': 'status', 'status': 200, 'body': {'id': 1}}");

        assertThat(itemOf(platform.findComment(ONE, "[nb:abc]"))).contains(id);
    }

    @Test
    void anAnomalyThatIsNamedByItsUuidIsCommentedToo() {
        var uuid = running.anomaly(1).getString("uuid");

        itemOf(platform.comment(new AnomalyId("eu", uuid), "Looking"));

        assertThat(running.anomaly(1).getJsonArray("comments")).hasSize(1);
    }

    @Test
    void failuresAreToldInOurWords() {
        running.fault("{'match': {'method': 'POST', 'path': '/api'}, 'fault': 'drop-after-write'}");

        assertThatThrownBy(() -> itemOf(platform.comment(ONE, "Looking")))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        lost -> assertThat(lost.nothingHappened()).isFalse());
        assertThatThrownBy(() -> itemOf(platform.archive(new AnomalyId("eu", "abc"), Status.RESOLVED)))
                .isInstanceOf(Rejected.class)
                .hasMessage("Qualytics has no anomaly abc");
    }

    private static Connection at(URI instance) {
        var made = connection("platform", SystemType.QUALYTICS);
        return new Connection(
                made.id(),
                made.type(),
                made.name(),
                instance,
                made.credentials(),
                new TreeMap<>(Map.of("source", "eu")),
                made.enabled(),
                made.health(),
                made.created(),
                made.changed(),
                made.revision());
    }

    private static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
