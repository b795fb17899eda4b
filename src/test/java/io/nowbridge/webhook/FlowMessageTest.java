package io.nowbridge.webhook;

import static io.nowbridge.webhook.ReadMessages.events;
import static io.nowbridge.webhook.ReadMessages.read;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
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
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.webhook.Reading.Events;
import io.nowbridge.webhook.Reading.Unrecognised;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Instant TRIGGERED = Instant.parse("2026-03-19T12:00:00Z");

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
    void aFlowsIdThatNoStoreCouldKeepIsAsIfItWereMissing() {
        var long201 = "x".repeat(201);
        var flow = "{\"flow\": {\"id\": 1}, \"trigger\": {}, \"datastore\": {\"id\": \"" + long201 + "\"},"
                + " \"context\": {\"anomalies\": [{\"id\": 456, \"fingerprint\": \"" + long201 + "\"}]}}";

        var anomaly = events(flow).getFirst().anomaly();

        assertThat(anomaly.fingerprint()).isEmpty();
        assertThat(anomaly.datastore()).isEmpty();
    }

    @Test
    void aFlowsTimeBeyondAllCalendarsIsAsIfItWereMissing() {
        var flow = "{\"flow\": {\"id\": 1}, \"trigger\": {\"timestamp\": \"+999999999-12-31T00:00:00Z\"},"
                + " \"context\": {\"anomalies\": [{\"id\": 456}]}}";

        assertThat(events(flow).getFirst().at()).isEqualTo(NOW);
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
}
