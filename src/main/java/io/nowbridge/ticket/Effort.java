package io.nowbridge.ticket;

import io.nowbridge.activity.Operation;
import io.nowbridge.ticket.TicketClaims.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at something that only one may do at a time, and that leaves a link.
 *
 * @param link what it is to leave, which may be what an earlier attempt began
 * @param ticket the number of the ticket that is to be linked, where it is known yet
 * @param settles when the last write of an earlier or of this attempt has come to its end; empty if none was sent
 */
record Effort(
        Work work, RequestKey key, Attempt attempt, Link link, Optional<String> ticket, Optional<Instant> settles) {

    /** What is attempted. */
    enum Work {
        OPENING("createTicket", Operation.TICKET),
        LINKING("linkTicket", Operation.LINK);

        private final String function;
        private final Operation operation;

        Work(String function, Operation operation) {
            this.function = function;
            this.operation = operation;
        }

        /** The deployed function that does it. */
        String function() {
            return function;
        }

        Operation operation() {
            return operation;
        }
    }

    /** The attempt, about what it is to leave. */
    Attempt aboutLink() {
        return new Attempt(attempt.owner(), link);
    }

    String subject() {
        return link.anomaly().id();
    }

    Effort writing(Instant end) {
        return new Effort(work, key, attempt, link, ticket, Optional.of(end));
    }

    /** Nothing that was sent is under way any more. */
    Effort settled() {
        return new Effort(work, key, attempt, link, ticket, Optional.empty());
    }

    /** What an earlier attempt sent has been carried out, if it sent it for this link. */
    Effort arrived() {
        return link.equals(attempt.link()) ? this : settled();
    }

    /** How long what was sent and not answered may still be carried out. */
    Duration leftToSettle(Instant now) {
        return settles.map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
    }
}
