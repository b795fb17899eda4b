package io.nowbridge.webhook;

import io.nowbridge.webhook.Reading.Fault;
import java.time.Instant;
import java.util.List;

/** Why a message is not taken, whoever sent it. */
public sealed interface Refusal extends AnomalyIntake.Outcome, TicketIntake.Outcome, OrderIntake.Outcome {

    /** Nothing proves that it comes from where it says; {@code why} is for our log. */
    record NotGenuine(String why) implements Refusal {}

    /** It is signed, but its time is too far from ours. */
    record Late(Instant sentAt) implements Refusal {}

    /** It was taken before, under the same signature. */
    record Replayed() implements Refusal {}

    /** Its body has more than {@link Incoming#MOST_BYTES}; nobody looked into it. */
    record TooLarge() implements Refusal {}

    record Unreadable(String why) implements Refusal {}

    record Faulty(List<Fault> faults) implements Refusal {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
