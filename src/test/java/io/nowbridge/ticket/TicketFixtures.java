package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectionId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Values that the tests of tickets share. */
public final class TicketFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    public static final ConnectionId CONNECTION = new ConnectionId("demo");
    public static final Requester MANAGER = new Requester("maria", Set.of(Role.MANAGER), Set.of("data-eng"));
    public static final Anomaly ANOMALY = new Anomaly(
            AnomalyId.ofDefaultSource("456"),
            Optional.empty(),
            Optional.of("record"),
            Optional.of("Active"),
            Optional.of(12),
            Optional.empty(),
            Optional.of("Value out of expected range"),
            Optional.of(new Anomaly.Datastore("1", Optional.of("Production DB"))),
            Optional.of("orders"),
            List.of("total_amount"),
            List.of(),
            List.of(new Anomaly.FailedCheck(Optional.of("99"), Optional.of("Total Amount Check"), Optional.empty())),
            Optional.of(Instant.parse("2026-01-05T08:59:00Z")),
            Optional.of(URI.create("https://anomalies.example/456")));
    public static final TicketForm FORM = form("Totals are off");
    public static final TicketRequest REQUEST = request(FORM);

    private TicketFixtures() {}

    public static LinkId linkId(int number) {
        return new LinkId(new UUID(0, number));
    }

    public static Link link(int number) {
        return new Link(linkId(number), ANOMALY.id(), CONNECTION, "maria", NOW);
    }

    public static Ticket ticket(String number) {
        return new Ticket(
                "id-of-" + number,
                "incident",
                number,
                "Totals are off",
                "New",
                "1",
                "3 - Moderate",
                URI.create("https://desk.example/" + number));
    }

    public static TicketForm form(String shortDescription) {
        return new TicketForm(
                "incident",
                shortDescription,
                "See the orders of today.",
                Optional.empty(),
                Optional.empty(),
                Optional.of("2"),
                Optional.of("2"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    public static TicketRequest request(TicketForm form) {
        return new TicketRequest(MANAGER, ANOMALY, form, Optional.empty(), Optional.empty());
    }

    public static TicketRequest request(TicketForm form, String idempotencyKey) {
        return new TicketRequest(MANAGER, ANOMALY, form, Optional.empty(), Optional.of(idempotencyKey));
    }

    /** A write that brought no answer. */
    static ConnectedSystemException silence() {
        return failed(Effect.PENDING);
    }

    /** A write that was answered, but not well. */
    static ConnectedSystemException answered() {
        return failed(Effect.POSSIBLE);
    }

    private static ConnectedSystemException failed(Effect effect) {
        return new Unavailable(
                new Report("Opening an incident got no answer", "Wait.", effect),
                Duration.ofSeconds(3),
                new IOException("reset"));
    }
}
