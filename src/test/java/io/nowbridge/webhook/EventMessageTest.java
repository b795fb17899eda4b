package io.nowbridge.webhook;

import static io.nowbridge.webhook.ReadMessages.events;
import static io.nowbridge.webhook.ReadMessages.read;
import static io.nowbridge.webhook.WebhookFixtures.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyFixtures;
import io.nowbridge.anomaly.Status;
import io.nowbridge.webhook.Reading.Fault;
import io.nowbridge.webhook.Reading.Faulty;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMessageTest {

    @Test
    void anEventOfOurFormTellsEverything() {
        assertThat(events(recorded("version-1.json")))
                .containsExactly(new AnomalyEvent(
                        "evt-7",
                        Instant.parse("2026-03-19T12:00:00.5Z"),
                        Optional.of(3L),
                        AnomalyFixtures.full("824"),
                        new What.StatusChanged(Status.ACKNOWLEDGED)));
    }

    @Test
    void severalEventsOfOurFormComeInTheirOrder() {
        var events = events(recorded("version-1-several.json"));

        assertThat(events)
                .extracting(AnomalyEvent::what)
                .containsExactly(
                        new What.Created(),
                        new What.StatusChanged(Status.INVALID),
                        new What.Commented(Optional.of("12"), Optional.of("maria"), "It is the feed.", true),
                        new What.Commented(Optional.empty(), Optional.empty(), "half a character: ?!", false));
        assertThat(events).extracting(AnomalyEvent::id).containsExactly("e-1", "e-2", "e-3", "e-4");
    }

    @Test
    void everyFaultOfAnEventOfOurFormIsNamed() {
        var reading = read(recorded("version-1-faulty.json"));

        assertThat(reading).isInstanceOf(Faulty.class);
        assertThat(((Faulty) reading).faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "events[4]",
                        "events[0].version",
                        "events[1].id",
                        "events[1].time",
                        "events[1].sequence",
                        "events[1].anomaly.id",
                        "events[1].type",
                        "events[2].id",
                        "events[2].anomaly",
                        "events[2].status",
                        "events[3].anomaly.status",
                        "events[3].anomaly.weight",
                        "events[3].anomaly.datastore.id",
                        "events[3].anomaly.fields[0]",
                        "events[3].anomaly.tags",
                        "events[3].anomaly.failedChecks[0]",
                        "events[3].anomaly.detectedAt",
                        "events[3].anomaly.link",
                        "events[3].comment.forCustomer",
                        "events[3].comment.text");
    }

    @Test
    void anIdThatNoStoreCouldKeepIsAFault() {
        var long201 = "x".repeat(201);
        var event = """
                {"version": 1, "id": "e", "type": "commented", "time": "2026-03-19T12:00:00Z",
                 "comment": {"id": "%1$s", "text": "Hello"},
                 "anomaly": {"id": "824", "fingerprint": "%1$s", "datastore": {"id": "%1$s"}}}
                """.formatted(long201);

        assertThat(((Faulty) read(event)).faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("comment.id", "anomaly.fingerprint", "anomaly.datastore.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T00:00:00Z", "-0044-03-15T00:00:00Z", "1969-12-31T23:59:59Z"})
    void aTimeBeyondAllCalendarsIsAFault(String time) {
        var event = "{\"version\": 1, \"id\": \"e\", \"type\": \"created\", \"time\": \"" + time
                + "\", \"anomaly\": {\"id\": \"824\"}}";

        assertThat(((Faulty) read(event)).faults()).extracting(Fault::field).containsExactly("time");
    }

    @Test
    void atMostAHundredEventsComeAtOnce() {
        assertThat(events(several(100))).hasSize(100);
        assertThat(read(several(101))).isInstanceOf(Faulty.class);
        assertThat(read(several(0))).isInstanceOf(Faulty.class);
    }

    private static String several(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"version\": 1, \"id\": \"e-" + number + "\", \"type\": \"created\", "
                        + "\"time\": \"2026-03-19T12:00:00Z\", \"anomaly\": {\"id\": \"824\"}}")
                .collect(Collectors.joining(", ", "{\"events\": [", "]}"));
    }
}
