package io.nowbridge.webhook;

import static io.nowbridge.webhook.ReadMessages.ORIGIN;
import static io.nowbridge.webhook.ReadMessages.events;
import static io.nowbridge.webhook.ReadMessages.read;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.plain;
import static io.nowbridge.webhook.WebhookFixtures.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.webhook.Reading.Events;
import io.nowbridge.webhook.Reading.Unreadable;
import io.nowbridge.webhook.Reading.Unrecognised;
import io.nowbridge.webhook.Verdict.Signed;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyMessagesTest {

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
    void aMessageTellsOfNoMoreAnomaliesThanCanBeKeptInTime() {
        assertThat(events(links(1_000))).hasSize(1_000);
        assertThat(read(links(1_001))).isInstanceOf(Unreadable.class);
        assertThat(read(flow(1_001))).isInstanceOf(Unreadable.class);
    }

    @Test
    void aLongTextTakesNoTime() {
        var almost = "/anomalies?&".repeat(20_000);

        assertThat(read(almost)).isEqualTo(new Unrecognised());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": 1} trailing", "", "not json", "{\"a\": \"/anomalies?id=824\""})
    void whatSaysToBeJsonHasToBe(String body) {
        var reading =
                new AnomalyMessages().read(plain(body, "content-type", "application/JSON; charset=utf-8"), ORIGIN);

        assertThat(reading)
                .isInstanceOfAny(Unreadable.class, Unrecognised.class)
                .isNotInstanceOf(Events.class);
    }

    @Test
    void whatIsNestedTooDeeplyIsNotRead() {
        var deep = "{\"a\":".repeat(33) + "1" + "}".repeat(33);

        assertThat(new AnomalyMessages().read(plain(deep, "content-type", "application/json"), ORIGIN))
                .isInstanceOf(Unreadable.class);
    }

    private static String links(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "/anomalies?id=" + number)
                .collect(Collectors.joining(" "));
    }

    private static String flow(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "{\"id\": " + number + "}")
                .collect(Collectors.joining(
                        ", ", "{\"flow\": {\"id\": 1}, \"trigger\": {}, \"context\": {\"anomalies\": [", "]}}"));
    }

    private String id(String body, Origin origin) {
        return ((Events) new AnomalyMessages().read(plain(body), origin))
                .events()
                .getFirst()
                .id();
    }
}
