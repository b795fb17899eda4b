package io.nowbridge.webhook;

import io.nowbridge.anomaly.AnomalyEvent;
import java.util.List;

/** What a message of an anomaly platform says. */
public sealed interface Reading {

    /** These happened; none, where the message is about something else than anomalies. */
    record Events(List<AnomalyEvent> events) implements Reading {

        public Events {
            events = List.copyOf(events);
        }
    }

    /** It is JSON that cannot be read. */
    record Unreadable(String why) implements Reading {}

    /** It is an event of our own form with something wrong in it. */
    record Faulty(List<Fault> faults) implements Reading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing in it names an anomaly. */
    record Unrecognised() implements Reading {}

    /** What is wrong with a field, by its path such as {@code events[2].anomaly.id}. */
    record Fault(String field, String message) {}
}
