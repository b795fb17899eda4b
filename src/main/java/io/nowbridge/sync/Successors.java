package io.nowbridge.sync;

import io.nowbridge.access.Requester;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Opens the ticket that follows a closed one, where the connection wants that for an anomaly which is open again. */
final class Successors {

    private static final Requester OURSELVES = Requester.system("followAnomaly");

    private final CreateTicket createTicket;

    Successors(CreateTicket createTicket) {
        this.createTicket = createTicket;
    }

    /** At most one for each closed ticket. What could not be opened for good is in the log; what may be yet, fails. */
    Uni<Void> open(Anomaly anomaly, LinkedTicket closed) {
        return createTicket
                .runOnce("after:" + closed.link().id(), request(anomaly, closed))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.InProgress inProgress -> again("is being opened");
                    case Outcome.Unconfirmed unconfirmed ->
                        again("is not confirmed: " + unconfirmed.failure().cause());
                    case Outcome.Opened opened -> Uni.createFrom().voidItem();
                    case Outcome.AlreadyOpen open -> Uni.createFrom().voidItem();
                    case Outcome.KeyReused reused -> Uni.createFrom().voidItem();
                    case Outcome.Unfit unfit -> Uni.createFrom().voidItem();
                    case Outcome.NoSuchConnection none -> Uni.createFrom().voidItem();
                    case Outcome.ConnectionClosed closedDesk -> again("waits until something flows to its desk");
                    case Outcome.NotAllowed notAllowed -> Uni.createFrom().voidItem();
                })
                // It is in the log with its remedy, and no repeat would change it.
                .onFailure(Rejected.class)
                .recoverWithNull();
    }

    private static Uni<Void> again(String why) {
        return Uni.createFrom().failure(new NotYetException("The ticket that follows a closed one " + why));
    }

    private static TicketRequest request(Anomaly anomaly, LinkedTicket closed) {
        var ticket = closed.ticket();
        var form = TicketForm.of(
                ticket.table(),
                ticket.shortDescription(),
                "Follows " + ticket.number() + ", which was closed before the anomaly was open again.");
        return new TicketRequest(
                OURSELVES, anomaly, form, Optional.of(closed.link().connection()), Optional.empty());
    }
}
