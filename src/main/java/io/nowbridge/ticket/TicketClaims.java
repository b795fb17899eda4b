package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Who is opening a ticket for a request, so that only one does.
 *
 * <p>A claim lasts for its lease, which outlasts the function's time limit: when it has run out its owner is dead, and the
 * next claimant takes over with the same link id. A completed claim is remembered for a day from its completion.
 */
public interface TicketClaims {

    /**
     * Claims a request for {@code attempt}.
     *
     * <p>Claiming again for the same attempt is granted again: the acknowledgement of the first may have been lost.
     */
    Uni<Claim> claim(RequestKey key, Attempt attempt, Instant now);

    /** Keeps the answer for whoever repeats the request. */
    Uni<Void> complete(RequestKey key, LinkedTicket answer, Instant now);

    /** Forgets the request: nothing was written, and it may come back corrected. */
    Uni<Void> forget(RequestKey key, Attempt attempt);

    /** Ends the lease but keeps the link id: something may have been written, so whoever comes next must look. */
    Uni<Void> leave(RequestKey key, Attempt attempt);

    /**
     * One attempt at a request.
     *
     * @param owner unique to the attempt
     * @param freshLink the link id to use unless an earlier attempt left one
     */
    record Attempt(String owner, LinkId freshLink) {}

    /** What became of a claim. */
    sealed interface Claim {

        /** Nobody worked on this request before. */
        record Granted(LinkId link) implements Claim {}

        /** An earlier attempt ended without an answer; it may have opened a ticket for {@code link}. */
        record TakenOver(LinkId link) implements Claim {}

        /** Another attempt is under way. */
        record Held() implements Claim {}

        record Completed(LinkedTicket answer) implements Claim {}

        /** The key was used for a request with other content. */
        record Mismatched() implements Claim {}
    }
}
