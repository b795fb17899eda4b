package io.nowbridge.webhook;

import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.plain;
import static io.nowbridge.webhook.WebhookFixtures.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyFixtures;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import io.nowbridge.webhook.Reading.Events;
import io.nowbridge.webhook.Reading.Fault;
import io.nowbridge.webhook.Reading.Faulty;
import io.nowbridge.webhook.Reading.Unreadable;
import io.nowbridge.webhook.Reading.Unrecognised;
import io.nowbridge.webhook.Verdict.Signed;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Origin ORIGIN = new Origin("default", NOW, Optional.empty());
    private static final Instant TRIGGERED = Instant.parse("2026-03-19T12:00:00Z");

    private final AnomalyMessages messages = new AnomalyMessages();

    @Test
    void aFlowsEventTellsWhatItKnowsOfItsAnomaly() {
        var anomaly = new Anomaly(
                AnomalyId.ofDefaultSource("456"),
                Optional.empty(),
                Optional.of("record"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Value out of expected range"),
                Optional.of(new Datastore("1", Optional.of("Production DB"))),
                Optional.of("orders"),
                List.of("total_amount"),
                List.of(),
                List.of(new FailedCheck(Optional.of("99"), Optional.of("Total Amount Check"), Optional.empty())),
                Optional.of(Instant.parse("2026-03-19T11:59:00Z")),
                Optional.of(URI.create("https://acme.qualytics.io/datastores/1/anomalies?id=456")));

        assertThat(events(recorded("flow.json")))
                .containsExactly(new AnomalyEvent(
                        "123/2026-03-19T12:00:00Z/456", TRIGGERED, Optional.empty(), anomaly, new What.Triggered()));
    }

    @Test
    void theNodesVariantHasItsFieldAsAText() {
        var event = events(recorded("flow-of-the-node.json")).getFirst();

        assertThat(event.id()).isEqualTo("123/2026-03-19T12:00:00Z/456");
        assertThat(event.anomaly().fields()).containsExactly("amount");
        assertThat(event.anomaly().type()).contains("shape");
    }

    @Test
    void ofSeveralAnomaliesEachThatHasAnIdIsAnEventAndNoneGetsTheOthersChecks() {
        var events = events(recorded("flow-several.json"));

        assertThat(events).extracting(event -> event.anomaly().id().id()).containsExactly("456", "457");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.anomaly().failedChecks()).isEmpty();
            assertThat(event.anomaly().link()).isEmpty();
        });
        assertThat(events.get(1).anomaly().fields()).containsExactly("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow-of-an-operation.json", "flow-another-event.json"})
    void aFlowsEventAboutSomethingElseIsTakenWithoutEffect(String fixture) {
        assertThat(read(recorded(fixture))).isEqualTo(new Events(List.of()));
    }

    @Test
    void aFlowsEventWhoseAnomaliesHaveNoIdsIsNotTakenForNothing() {
        assertThat(read("{\"flow\": {}, \"trigger\": {}, \"context\": {\"anomalies\": [{\"type\": \"record\"}]}}"))
                .isInstanceOf(Unrecognised.class);
    }

    @Test
    void twoFlowEventsWithoutATimeAreTwoOnceASecondHasPassed() {
        var untimed = "{\"flow\": {\"id\": 1}, \"trigger\": {}, \"context\": {\"anomalies\": [{\"id\": 456}]}}";
        var later = new Origin("default", NOW.plusSeconds(1), Optional.empty());

        assertThat(id(untimed, ORIGIN)).isEqualTo(id(untimed, ORIGIN)).isNotEqualTo(id(untimed, later));
    }

    @Test
    void aSignedMessageIsTheSameUnderTheSameIdWheneverItComes() {
        var signed = new Origin("default", NOW, Optional.of(new Signed("msg_1", NOW)));
        var repeated =
                new Origin("default", NOW.plusSeconds(90), Optional.of(new Signed("msg_1", NOW.plusSeconds(90))));
        var other = new Origin("default", NOW, Optional.of(new Signed("msg_2", NOW)));
        var message = recorded("http-action.json");

        assertThat(id(message, signed)).isEqualTo(id(message, repeated)).isNotEqualTo(id(message, other));
    }

    // Whatever part of a flow's event is missing, or is something else: the message is read, never failed over.
    static Stream<JsonNode> mutations() throws IOException {
        var flow = JSON.readTree(recorded("flow.json"));
        var strange = List.of(
                "null", "17", "-0.5", "true", "\"\"", "\"x\"", "\"\\ud83d\"", "[]", "{}", "[[17]]", "{\"id\": {}}");
        var mutations = new ArrayList<JsonNode>();
        for (var pointer : pointers(flow, "").toList()) {
            var cut = pointer.lastIndexOf('/');
            for (var replacement : strange) {
                var copy = flow.deepCopy();
                var parent = copy.at(pointer.substring(0, cut));
                var key = pointer.substring(cut + 1);
                if (parent instanceof ObjectNode object) {
                    object.set(key, JSON.readTree(replacement));
                } else {
                    ((ArrayNode) parent).set(Integer.parseInt(key), JSON.readTree(replacement));
                }
                mutations.add(copy);
            }
            var without = flow.deepCopy();
            if (without.at(pointer.substring(0, cut)) instanceof ObjectNode object) {
                object.remove(pointer.substring(cut + 1));
                mutations.add(without);
            }
        }
        return mutations.stream();
    }

    @Test
    void whateverPartOfAFlowsEventIsMissingOrStrangeItIsRead() throws IOException {
        var readings = mutations().map(message -> read(message.toString())).toList();

        assertThat(readings)
                .hasSizeGreaterThan(300)
                .allSatisfy(reading -> assertThat(reading).isInstanceOfAny(Events.class, Unrecognised.class));
        assertThat(readings.stream().filter(Events.class::isInstance).count()).isGreaterThan(readings.size() * 9L / 10);
    }

    @Test
    void anHttpActionTellsOfTheAnomalyThatItLinksTo() {
        var event = events(recorded("http-action.json"));

        assertThat(event).hasSize(1);
        assertThat(event.getFirst().anomaly()).isEqualTo(Anomaly.of(AnomalyId.ofDefaultSource("824")));
        assertThat(event.getFirst().what()).isEqualTo(new What.Triggered());
        assertThat(event.getFirst().at()).isEqualTo(NOW);
    }

    @Test
    void aTextTellsOfEveryAnomalyThatItLinksTo() {
        assertThat(events(recorded("webhook-action.txt")))
                .extracting(event -> event.anomaly().id().id())
                .containsExactly("824", "7d5cf8a4-0d1f-4c5c-8b4e-3f3c2f6f9a10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://acme.example/anomalies?id=824",
                "see https://acme.example/anomalies/?id=824.",
                "<a href=\"https://acme.example/a/anomalies?tab=x&amp;id=824\">",
                "\"/anomalies/824\"",
                "\"https://acme.example/anomalies/824/comments\"",
                "[\"x\", {\"any\": \"(https://acme.example/anomalies?id=824)\"}]",
                "{\"text\": \"broken \"json\" /anomalies?id=824\"}"
            })
    void aLinkIsFoundWhereverItStands(String body) {
        assertThat(events(body)).extracting(event -> event.anomaly().id().id()).containsExactly("824");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "17",
                "null",
                "{}",
                "[]",
                "anomalies?id=824",
                "https://acme.example/anomalies",
                "https://acme.example/anomalies?id=",
                "https://acme.example/anomalies/export",
                "https://acme.example/anomalies?ids=824",
                "https://acme.example/anomalies/824abc",
                "https://acme.example/anomalies#?id=824",
                "https://acme.example/datastores/23"
            })
    void aTextWithoutALinkToAnAnomalyIsNotRecognised(String body) {
        assertThat(read(body)).isEqualTo(new Unrecognised());
    }

    @Test
    void aLongTextTakesNoTime() {
        var almost = "/anomalies?&".repeat(20_000);

        assertThat(read(almost)).isEqualTo(new Unrecognised());
    }

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

    @Test
    void aFlowsIdThatNoStoreCouldKeepIsAsIfItWereMissing() {
        var long201 = "x".repeat(201);
        var flow = "{\"flow\": {\"id\": 1}, \"trigger\": {}, \"datastore\": {\"id\": \"" + long201 + "\"},"
                + " \"context\": {\"anomalies\": [{\"id\": 456, \"fingerprint\": \"" + long201 + "\"}]}}";

        var anomaly = events(flow).getFirst().anomaly();

        assertThat(anomaly.fingerprint()).isEmpty();
        assertThat(anomaly.datastore()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T00:00:00Z", "-0044-03-15T00:00:00Z", "1969-12-31T23:59:59Z"})
    void aTimeBeyondAllCalendarsIsAFault(String time) {
        var event = "{\"version\": 1, \"id\": \"e\", \"type\": \"created\", \"time\": \"" + time
                + "\", \"anomaly\": {\"id\": \"824\"}}";

        assertThat(((Faulty) read(event)).faults()).extracting(Fault::field).containsExactly("time");
    }

    @Test
    void aFlowsTimeBeyondAllCalendarsIsAsIfItWereMissing() {
        var flow = "{\"flow\": {\"id\": 1}, \"trigger\": {\"timestamp\": \"+999999999-12-31T00:00:00Z\"},"
                + " \"context\": {\"anomalies\": [{\"id\": 456}]}}";

        assertThat(events(flow).getFirst().at()).isEqualTo(NOW);
    }

    @Test
    void atMostAHundredEventsComeAtOnce() {
        assertThat(events(several(100))).hasSize(100);
        assertThat(read(several(101))).isInstanceOf(Faulty.class);
        assertThat(read(several(0))).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": 1} trailing", "", "not json", "{\"a\": \"/anomalies?id=824\""})
    void whatSaysToBeJsonHasToBe(String body) {
        var reading = messages.read(plain(body, "content-type", "application/JSON; charset=utf-8"), ORIGIN);

        assertThat(reading)
                .isInstanceOfAny(Unreadable.class, Unrecognised.class)
                .isNotInstanceOf(Events.class);
    }

    @Test
    void whatIsNestedTooDeeplyIsNotRead() {
        var deep = "{\"a\":".repeat(33) + "1" + "}".repeat(33);

        assertThat(messages.read(plain(deep, "content-type", "application/json"), ORIGIN))
                .isInstanceOf(Unreadable.class);
    }

    private static String several(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"version\": 1, \"id\": \"e-" + number + "\", \"type\": \"created\", "
                        + "\"time\": \"2026-03-19T12:00:00Z\", \"anomaly\": {\"id\": \"824\"}}")
                .collect(Collectors.joining(", ", "{\"events\": [", "]}"));
    }

    private static Stream<String> pointers(JsonNode node, String path) {
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(field -> Stream.concat(
                            Stream.of(path + "/" + field.getKey()),
                            pointers(field.getValue(), path + "/" + field.getKey())));
        }
        return node.isArray()
                ? IntStream.range(0, node.size())
                        .boxed()
                        .flatMap(index -> Stream.concat(
                                Stream.of(path + "/" + index), pointers(node.get(index), path + "/" + index)))
                : Stream.empty();
    }

    private String id(String body, Origin origin) {
        return ((Events) messages.read(plain(body), origin)).events().getFirst().id();
    }

    private List<AnomalyEvent> events(String body) {
        var reading = read(body);
        assertThat(reading).isInstanceOf(Events.class);
        return ((Events) reading).events();
    }

    private Reading read(String body) {
        return messages.read(plain(body), ORIGIN);
    }
}
