package io.nowbridge.ticket;

import io.nowbridge.ticket.CreateTicket.Patience;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Claims for which a repeat waits a while before it is told that the first is under way. */
final class PatientClaims {

    private final TicketClaims claims;
    private final InstantSource clock;
    private final Patience patience;

    PatientClaims(TicketClaims claims, InstantSource clock, Patience patience) {
        this.claims = claims;
        this.clock = clock;
        this.patience = patience;
    }

    Uni<Claim> claim(RequestKey key, Attempt attempt) {
        return claim(key, attempt, patience.times());
    }

    private Uni<Claim> claim(RequestKey key, Attempt attempt, int times) {
        return claims.claim(key, attempt, clock.instant())
                .flatMap(claim -> claim instanceof Claim.Held && times > 0
                        ? pause().flatMap(paused -> claim(key, attempt, times - 1))
                        : Uni.createFrom().item(claim));
    }

    private Uni<Void> pause() {
        return Uni.createFrom().voidItem().onItem().delayIt().by(patience.apart());
    }
}
