package io.nowbridge.qualytics;

import static io.nowbridge.qualytics.RestAnomaliesTest.itemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nowbridge.local.qualytics.QualyticsStandIn;
import io.nowbridge.local.qualytics.RunningPlatform;
import io.nowbridge.qualytics.QualyticsException.Forbidden;
import io.nowbridge.qualytics.QualyticsException.Rejected;
import io.nowbridge.qualytics.QualyticsException.Unauthorized;
import io.nowbridge.qualytics.QualyticsException.Unavailable;
import io.nowbridge.qualytics.QualyticsException.Unintelligible;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of calls that go wrong: whose business it is, and whether anything can have happened. */
class CallsTest {

    private static final AnomalyKey ONE = new AnomalyKey("1");

    @RegisterExtension
    final RunningPlatform platform = new RunningPlatform();

    @ParameterizedTest
    @MethodSource
    void aWriteThatFailsSaysWhoseBusinessItIsAndWhatItMayHaveDone(
            String fault, Class<? extends QualyticsException> type, boolean nothingHappened, boolean answered) {
        platform.fault("{'match': {'path': '/api'}, 'fault': " + fault + "}");

        var failure = failureOf(qualytics().comments().add(1, "Looking"));

        assertThat(failure)
                .isInstanceOf(type)
                .returns(nothingHappened, QualyticsException::nothingHappened)
                .returns(answered, QualyticsException::answered);
        assertThat(platform.received("POST")).hasSize(1);
    }

    static Stream<Arguments> aWriteThatFailsSaysWhoseBusinessItIsAndWhatItMayHaveDone() {
        return Stream.of(
                arguments("'status', 'status': 400", Rejected.class, true, true),
                arguments("'status', 'status': 403, 'body': {'detail': 'No'}", Forbidden.class, true, true),
                arguments("'status', 'status': 404, 'body': {'detail': 'Gone'}", Rejected.class, true, true),
                arguments("'status', 'status': 422, 'body': {'detail': []}", Rejected.class, true, true),
                arguments("'status', 'status': 429", Unavailable.class, true, true),
                arguments("'status', 'status': 500, 'body': {'detail': 'Oops'}", Unavailable.class, false, true),
                arguments("'status', 'status': 502", Unavailable.class, false, false),
                arguments("'status', 'status': 302", Unintelligible.class, false, true),
                arguments("'html'", Unintelligible.class, false, true),
                arguments("'status', 'status': 200, 'body': '[]'", Unintelligible.class, false, true),
                arguments("'reset'", Unavailable.class, false, false),
                arguments("'truncate'", Unavailable.class, false, false),
                arguments("'drop-after-write'", Unavailable.class, false, false));
    }

    @Test
    void aReadIsTriedAgainWhileItIsUnavailable() {
        platform.fault("{'match': {'path': '/api'}, 'fault': 'status', 'status': 503, 'times': 2}");

        var found = itemOf(qualytics().anomalies().find(ONE));

        assertThat(found).isPresent();
        assertThat(platform.received("GET")).hasSize(3);
    }

    @Test
    void aReadIsGivenUpInTheEnd() {
        platform.fault("{'match': {'path': '/api'}, 'fault': 'reset', 'times': 0}");

        var failure = failureOf(qualytics().anomalies().find(ONE));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(true, QualyticsException::nothingHappened);
        assertThat(platform.received("GET")).hasSize(3);
    }

    @Test
    void whoeverIsAskedToComeBackMuchLaterDoesNotWait() {
        platform.fault(
                "{'match': {'path': '/api'}, 'fault': 'status', 'status': 429, 'headers': {'Retry-After': '120'}}");

        var failure = failureOf(qualytics().anomalies().find(ONE));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Unavailable.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(120)));
        assertThat(platform.received("GET")).hasSize(1);
    }

    @Test
    void aRefusalKeepsTheWordsOfEveryFlaw() {
        platform.fault("{'match': {'path': '/api'}, 'fault': 'status', 'status': 422, 'body': {'detail': ["
                + "{'loc': ['body', 'status'], 'msg': 'Field required'}, {'loc': ['query', 'x'], 'msg': 'is odd'}]}}");

        var failure = failureOf(qualytics().anomalies().mark(ONE, OpenStatus.ACTIVE));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("status Field required; x is odd"));
    }

    @Test
    void aProxysNotFoundIsNoMissingAnomaly() {
        platform.fault("{'match': {'path': '/api'}, 'fault': 'status', 'status': 404, 'body': '<html>'}");

        var failure = failureOf(qualytics().anomalies().find(ONE));

        assertThat(failure)
                .isInstanceOf(Unintelligible.class)
                .hasMessage("Reading an anomaly answered 404 without saying what is missing");
    }

    @Test
    void whereNobodyListensNothingHappened() {
        var nowhere = TestQualytics.local(platform.vertx(), () -> RunningPlatform.NOW)
                .connect(
                        URI.create("http://localhost:1"), () -> Uni.createFrom().item("t"));

        var failure = failureOf(nowhere.comments().add(1, "Looking"));

        assertThat(failure)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Commenting an anomaly found nobody listening")
                .returns(true, QualyticsException::nothingHappened);
    }

    @Test
    void aTokenThatWasReplacedIsFetchedAndTheRequestSentOnceMore() {
        var qualytics = qualytics("expired", QualyticsStandIn.TOKEN);

        itemOf(qualytics.anomalies().mark(ONE, OpenStatus.ACKNOWLEDGED));
        itemOf(qualytics.anomalies().mark(ONE, OpenStatus.ACTIVE));

        assertThat(platform.received("PUT")).hasSize(3);
    }

    @Test
    void aTokenThatStaysRefusedIsToldOf() {
        var failure = failureOf(qualytics("expired", "expired").anomalies().find(ONE));

        assertThat(failure).isInstanceOf(Unauthorized.class);
        assertThat(platform.received("GET")).hasSize(1);
    }

    @Test
    void theTokenIsInNoMessage() {
        var failure = failureOf(
                qualytics("expired-token", "expired-token").anomalies().find(ONE));

        assertThat(failure.toString()).doesNotContain("expired-token");
    }

    private Qualytics qualytics() {
        return qualytics(QualyticsStandIn.TOKEN);
    }

    /** With these tokens in turn, the last one for ever. */
    private Qualytics qualytics(String... tokens) {
        Deque<String> left = new ArrayDeque<>(List.of(tokens));
        return TestQualytics.local(platform.vertx(), () -> RunningPlatform.NOW)
                .connect(platform.uri(), () -> Uni.createFrom().item(left.size() > 1 ? left.remove() : left.element()));
    }

    private static QualyticsException failureOf(Uni<?> call) {
        return catchThrowableOfType(QualyticsException.class, () -> itemOf(call));
    }
}
