package io.nowbridge.webhook;

import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.webhook.Reading.Events;
import java.util.List;
import java.util.Optional;

/** Reads messages of the default source, as they come unsigned. */
final class ReadMessages {

    static final Origin ORIGIN = new Origin("default", NOW, Optional.empty());

    private ReadMessages() {}

    static List<AnomalyEvent> events(String body) {
        var reading = read(body);
        assertThat(reading).isInstanceOf(Events.class);
        return ((Events) reading).events();
    }

    static Reading read(String body) {
        return new AnomalyMessages().read(plain(body), ORIGIN);
    }
}
