package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is opening a ticket for a request, so that only one does.
 *
 * <p>A claim lasts for its lease, which outlasts the function's time limit: when it has run out its owner is dead, and the
 * next claimant takes over with the same link. A claim is remembered for a day from its completion, or from its beginning if
 * nothing was written; where a write was announced and not completed, for 30 days.
 */
public interface TicketClaims {

    /**
     * Claims a request for {@code attempt}.
     *
     * <p>Claiming again for the same attempt is granted again: the acknowledgement of the first may have been lost.
     */
    Uni<Claim> claim(RequestKey key, Attempt attempt, Instant now);

    /**
     * Notes, before a ticket is written, for which link, and when that write will have come to its end whatever becomes of us.
     * False if somebody else has taken over: then it must not be written.
     */
    Uni<Boolean> announceWrite(RequestKey key, Attempt attempt, Instant settles);

    /** Keeps the answer for whoever repeats the request. */
    Uni<Void> complete(RequestKey key, LinkedTicket answer, Instant now);

    /** Forgets the request: nothing was written, and it may come back corrected. */
    Uni<Void> forget(RequestKey key, Attempt attempt);

    /**
     * Ends the lease but keeps the link, since a ticket may bear it: whoever comes next must look.
     *
     * @param settles when the last write that was announced has come to its end
     * @param lookAt when the claim counts as left behind
     */
    Uni<Void> leave(RequestKey key, Attempt attempt, Instant settles, Instant lookAt);

    /** The same for what can be looked at as soon as it has settled. */
    default Uni<Void> leave(RequestKey key, Attempt attempt, Instant settles) {
        return leave(key, attempt, settles, settles);
    }

    /**
     * Up to {@code limit} claims that were left behind before {@code before}, the oldest first: their lease has ended, and what
     * they announced has settled, but nobody has finished them. Whoever wants to must claim them.
     */
    Uni<List<Left>> leftBehind(Instant before, int limit);

    /**
     * One attempt at a request.
     *
     * @param owner unique to the attempt
     * @param link what to link, unless an earlier attempt left its own
     */
    record Attempt(String owner, Link link) {}

    /** What nobody works on any more, and the link that it was to leave. */
    record Left(RequestKey key, Link link) {}

    /** What became of a claim. */
    sealed interface Claim {

        /** Nobody worked on this request before. */
        record Granted(Link link) implements Claim {}

        /**
         * An earlier attempt ended without an answer.
         *
         * @param settles when the last write that was announced has come to its end; empty if none was
         */
        record TakenOver(Link link, Optional<Instant> settles) implements Claim {}

        /** Another attempt is under way. */
        record Held() implements Claim {}

        record Completed(LinkedTicket answer) implements Claim {}

        /** The key was used for a request with other content. */
        record Mismatched() implements Claim {}
    }
}
