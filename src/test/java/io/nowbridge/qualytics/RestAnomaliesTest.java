package io.nowbridge.qualytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.qualytics.QualyticsStandIn;
import io.nowbridge.local.qualytics.RunningPlatform;
import io.nowbridge.qualytics.Anomalies.Wanted;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the stand-in, and against an answer as the user guide shows it. */
class RestAnomaliesTest {

    private static final AnomalyKey ONE = new AnomalyKey("1");

    @RegisterExtension
    final RunningPlatform platform = new RunningPlatform();

    private Qualytics qualytics;

    @BeforeEach
    void connect() {
        qualytics = TestQualytics.local(platform.vertx(), () -> RunningPlatform.NOW)
                .connect(platform.uri(), () -> Uni.createFrom().item(QualyticsStandIn.TOKEN));
    }

    @Test
    void anAnomalyIsReadByItsNumberAndByItsUuid() {
        var byNumber = itemOf(qualytics.anomalies().find(ONE)).orElseThrow();

        var byUuid =
                itemOf(qualytics.anomalies().find(new AnomalyKey(byNumber.uuid().orElseThrow())));

        assertThat(byUuid).contains(byNumber);
        assertThat(byNumber.id()).isEqualTo(1);
        assertThat(byNumber.status()).contains("Active");
    }

    @Test
    void whatQualyticsDoesNotHaveIsEmpty() {
        assertThat(itemOf(qualytics.anomalies().find(new AnomalyKey("999")))).isEmpty();
    }

    @Test
    void allThatAnAnswerTellsIsReadAndTheRestPassedOver() throws IOException {
        platform.fault("{'match': {'path': '/api'}, 'fault': 'status', 'status': 200, 'body': "
                + recorded("anomaly.json").replace("'", "\\u0027") + "}");

        var anomaly = itemOf(qualytics.anomalies().find(ONE)).orElseThrow();

        assertThat(anomaly)
                .isEqualTo(new Anomaly(
                        824,
                        Optional.of("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
                        Optional.of("record"),
                        Optional.of("Active"),
                        Optional.of(12),
                        Optional.of("7216381236123"),
                        Optional.empty(),
                        Optional.of(new Anomaly.Place("23", Optional.of("Sales"))),
                        Optional.of(new Anomaly.Place("7", Optional.of("orders"))),
                        List.of("critical", "finance"),
                        List.of(
                                new Anomaly.FailedCheck(
                                        Optional.of("99"),
                                        Optional.of("Limits of max_value"),
                                        Optional.of("maxValue"),
                                        Optional.of("The field 'max_value' has a value that falls outside the"
                                                + " declared limits"),
                                        List.of("max_value")),
                                new Anomaly.FailedCheck(
                                        Optional.of("100"),
                                        Optional.of("Known customers"),
                                        Optional.of("existsIn"),
                                        Optional.empty(),
                                        List.of("customer_id", "max_value"))),
                        Optional.of(Instant.parse("2026-01-22T13:22:40.780346Z")),
                        Optional.empty()));
    }

    @Test
    void openOnesAreCounted() {
        assertThat(itemOf(qualytics.anomalies().count())).isEqualTo(22);
    }

    @Test
    void openOnesComeFirstThenArchivedOnesOldestFirstHoweverManyPages() {
        var found = itemOf(qualytics
                .anomalies()
                .foundSince(LocalDate.parse("2026-01-01"))
                .map(Anomaly::id)
                .collect()
                .asList());

        var archived = List.of(5L, 7L, 12L, 14L, 19L, 21L, 26L, 28L);
        assertThat(found.subList(22, 30)).isEqualTo(archived);
        assertThat(found.subList(0, 22))
                .isEqualTo(LongStream.rangeClosed(1, 30)
                        .boxed()
                        .filter(id -> !archived.contains(id))
                        .toList());
        assertThat(platform.received("GET")).hasSize(4 + 2);
    }

    @Test
    void theNewestAreReadAPartAtATime() {
        var open = new Wanted(false, Optional.empty(), Optional.empty());

        var first = itemOf(qualytics.anomalies().newest(open, 1));
        var last = itemOf(qualytics.anomalies().newest(open, 4));

        assertThat(first.anomalies()).extracting(Anomaly::id).containsExactly(30L, 29L, 27L, 25L, 24L, 23L, 22L);
        assertThat(first.isLast()).isFalse();
        assertThat(last.anomalies()).extracting(Anomaly::id).containsExactly(1L);
        assertThat(last.isLast()).isTrue();
    }

    @Test
    void theNewestAreThoseOfAStatusAndADatastore() {
        var wanted = new Wanted(true, Optional.of("Duplicate"), Optional.of("2"));

        var found = itemOf(qualytics.anomalies().newest(wanted, 1));

        assertThat(found.anomalies()).isNotEmpty().allSatisfy(anomaly -> {
            assertThat(anomaly.status()).contains("Duplicate");
            assertThat(anomaly.datastore())
                    .hasValueSatisfying(place -> assertThat(place.id()).isEqualTo("2"));
        });
    }

    @Test
    void thoseOfSomeDaysAreTheSameInTheSameOrder() {
        var all = itemOf(qualytics
                .anomalies()
                .foundSince(LocalDate.parse("2026-01-01"))
                .collect()
                .asList());
        var day = LocalDate.ofInstant(all.get(9).created().orElseThrow(), ZoneOffset.UTC);

        var found =
                itemOf(qualytics.anomalies().foundBetween(day, day).collect().asList());

        assertThat(found)
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .isEqualTo(all.stream()
                        .filter(anomaly -> LocalDate.ofInstant(anomaly.created().orElseThrow(), ZoneOffset.UTC)
                                .equals(day))
                        .toList());
    }

    @Test
    void pagesAreReadAsTheyAreConsumed() {
        itemOf(qualytics
                .anomalies()
                .foundSince(LocalDate.parse("2026-01-01"))
                .select()
                .first(7)
                .collect()
                .asList());

        assertThat(platform.received("GET")).hasSizeLessThan(4);
    }

    @ParameterizedTest
    @EnumSource(OpenStatus.class)
    void anOpenStatusIsSetTwiceAsWellAsOnce(OpenStatus status) {
        itemOf(qualytics.anomalies().mark(ONE, status));
        itemOf(qualytics.anomalies().mark(ONE, status));

        assertThat(platform.anomaly(1).getString("status")).isEqualTo(status.label());
    }

    @ParameterizedTest
    @EnumSource(ArchivedStatus.class)
    void archivingNeverDeletes(ArchivedStatus status) {
        itemOf(qualytics.anomalies().archive(ONE, status));

        assertThat(platform.anomaly(1).getString("status")).isEqualTo(status.label());
        assertThat(platform.received("DELETE"))
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("/api/anomalies/1?")
                        .contains("archive=true", "status=" + status.label()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1/../2", "1?archive=false", "abc", "1234567890123456789"})
    void nothingButANumberOrAUuidGetsIntoAPath(String text) {
        assertThat(AnomalyKey.of(text)).isEmpty();
    }

    @Test
    void aCommentIsWrittenAndComesBackNewestFirst() {
        var first = itemOf(qualytics.comments().add(1, "Looking"));
        var second = itemOf(qualytics.comments().add(2, "Found"));

        var all = itemOf(qualytics.comments().newestFirst().collect().asList());

        assertThat(all).containsExactly(second, first);
        assertThat(first)
                .returns("Looking", Comment::message)
                .returns(Optional.of("1"), Comment::anomaly)
                .returns(Optional.of("Nowbridge"), Comment::author);
    }

    @Test
    void anAnomalyShowsItsComments() {
        itemOf(qualytics.comments().add(1, "Looking"));

        var comments = itemOf(qualytics.anomalies().find(ONE))
                .flatMap(Anomaly::comments)
                .orElseThrow();

        assertThat(comments).extracting(Comment::message).containsExactly("Looking");
    }

    static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }

    private static String recorded(String file) throws IOException {
        try (var body = RestAnomaliesTest.class.getResourceAsStream(file)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
