package io.nowbridge.anomaly;

import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyEvent.What;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Anomalies and events that tests are about. */
public final class AnomalyFixtures {

    public static final Instant NOW = Instant.parse("2026-03-19T12:00:00.250Z");

    private AnomalyFixtures() {}

    /** An anomaly of the default source of which everything is known. */
    public static Anomaly full(String id) {
        return new Anomaly(
                AnomalyId.ofDefaultSource(id),
                Optional.of("7d5cf8a4-0d1f-4c5c-8b4e-3f3c2f6f9a10"),
                Optional.of("record"),
                Optional.of("Active"),
                Optional.of(-7),
                Optional.of("8412003313"),
                Optional.of("Value out of the expected range"),
                Optional.of(new Datastore("1", Optional.of("Production DB"))),
                Optional.of("orders"),
                List.of("total_amount", "currency"),
                List.of("finance", "sox"),
                List.of(
                        new FailedCheck(Optional.of("99"), Optional.of("Total Amount Check"), Optional.of("between")),
                        new FailedCheck(Optional.empty(), Optional.of("Currency"), Optional.empty())),
                Optional.of(Instant.parse("2026-03-19T11:59:00Z")),
                Optional.of(URI.create("https://acme.qualytics.io/anomalies?id=" + id)));
    }

    public static AnomalyEvent event(String anomaly, String id, What what) {
        return new AnomalyEvent(id, NOW, Optional.empty(), Anomaly.of(AnomalyId.ofDefaultSource(anomaly)), what);
    }

    public static AnomalyEvent triggered(String anomaly, String id) {
        return event(anomaly, id, new What.Triggered());
    }
}
