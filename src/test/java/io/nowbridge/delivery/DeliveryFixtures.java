package io.nowbridge.delivery;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.ticket.TicketRef;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Values that the tests of deliveries share. */
public final class DeliveryFixtures {

    public static final TicketRef TICKET = ticket("id-of-INC0000001");
    public static final TicketRef OTHER_TICKET = ticket("id-of-INC0000002");

    private DeliveryFixtures() {}

    public static TicketRef ticket(String id) {
        return new TicketRef(CONNECTION, "incident", id);
    }

    /** What people call one of these tickets. */
    public static String number(TicketRef ticket) {
        return ticket.id().replace("id-of-", "");
    }

    /** An update of {@link #TICKET} that says its own name. */
    public static TicketUpdate update(String id) {
        return update(id, TICKET);
    }

    public static TicketUpdate update(String id, TicketRef ticket) {
        return new TicketUpdate(
                id,
                ticket,
                Optional.of(number(ticket)),
                ANOMALY.id(),
                "Note " + id,
                false,
                Optional.empty(),
                Map.of(),
                "event-1",
                NOW);
    }

    /** The system is down: it refuses to answer before it has done anything. */
    public static Unavailable down() {
        return unavailable(Effect.NONE, Duration.ofSeconds(5), false);
    }

    /** The system went silent in the midst of it. */
    public static Unavailable silence() {
        return unavailable(Effect.PENDING, Duration.ofSeconds(5), false);
    }

    /** It was answered, but not well: it may have happened, and nothing more will. */
    public static Unavailable answeredBadly() {
        return unavailable(Effect.POSSIBLE, Duration.ofSeconds(5), false);
    }

    /** The system asks to be left alone: 429 with {@code Retry-After}. */
    public static Unavailable asking(Duration pause) {
        return unavailable(Effect.NONE, pause, true);
    }

    public static Rejected rejection() {
        return new Rejected(
                new Report("Changing an incident answered 400", "Correct the request.", Effect.NONE),
                new IOException("400"));
    }

    public static Forbidden refusal() {
        return new Forbidden(
                new Report("Changing an incident answered 403", "Grant the role itil.", Effect.NONE),
                new IOException("403"));
    }

    private static Unavailable unavailable(Effect effect, Duration retryAfter, boolean asked) {
        return new Unavailable(
                new Report("Changing an incident got no answer", "Wait.", effect),
                retryAfter,
                asked,
                new IOException("reset"));
    }
}
