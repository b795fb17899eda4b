package io.nowbridge.ticket;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.ticket.Effort.Work;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import io.nowbridge.ticket.TicketClaims.Left;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finishes what attempts at opening or linking tickets have left behind, without anybody asking again: what was written is
 * linked, what was not is reported. Writes nothing at the desk itself, since whoever asked may no longer want it.
 */
public final class FinishTickets {

    /**
     * What was made of it.
     *
     * @param finished the tickets that were found and linked
     * @param lost the attempts that had come to nothing
     * @param unsure what cannot be told yet, and is looked for again
     */
    public record Report(int finished, int lost, List<Failure> unsure) {

        public Report {
            unsure = List.copyOf(unsure);
        }

        private static Report of(List<Finding> findings) {
            return new Report(
                    (int) findings.stream()
                            .filter(Finding.Done.class::isInstance)
                            .count(),
                    (int) findings.stream()
                            .filter(Finding.Lost.class::isInstance)
                            .count(),
                    findings.stream()
                            .flatMap(finding -> finding instanceof Finding.Unsure(var failure)
                                    ? Stream.of(failure)
                                    : Stream.empty())
                            .toList());
        }
    }

    private static final int AT_ONCE = 4;
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final TicketClaims claims;
    private final Remains remains;
    private final Conclusion conclusion;
    private final TicketLog log;
    private final LinkIds ids;
    private final InstantSource clock;
    private final int most;

    /** Looks at up to {@code most} attempts in a run. */
    public FinishTickets(
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            LinkIds ids,
            InstantSource clock,
            int most) {
        this.claims = claims;
        this.remains = new Remains(desks, links, clock);
        this.log = new TicketLog(log, clock);
        this.conclusion = new Conclusion(claims, links, this.log, clock);
        this.ids = ids;
        this.clock = clock;
        this.most = most;
    }

    /** Goes on past attempts whose finishing fails, and fails in the end if one did. */
    public Uni<Report> run() {
        return claims.leftBehind(clock.instant(), most)
                .onItem()
                .transformToMulti(left -> Multi.createFrom().iterable(left))
                .onItem()
                .transformToUni(this::claim)
                .collectFailures()
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(Report::of);
    }

    private Uni<Finding> claim(Left left) {
        var key = left.key();
        var attempt = new Attempt(ids.next().toString(), left.link());
        return claims.claim(key, attempt, clock.instant()).flatMap(claim -> switch (claim) {
            case Claim.TakenOver(var link, var settles) ->
                finish(new Effort(
                        key.turn().isPresent() ? Work.LINKING : Work.OPENING,
                        key,
                        attempt,
                        link,
                        Optional.empty(),
                        settles));
            // It was forgotten meanwhile, and this made it anew.
            case Claim.Granted granted -> claims.forget(key, attempt).replaceWith(new Finding.Nothing());
            case Claim.Held held -> nothing();
            case Claim.Completed completed -> nothing();
            case Claim.Mismatched mismatched -> nothing();
        });
    }

    private Uni<Finding> finish(Effort effort) {
        return remains.of(effort).call(finding -> switch (finding) {
            case Finding.Done(var ticket) -> conclusion.conclude(effort, ticket, List.of());
            case Finding.Nothing() -> conclusion.release(effort);
            case Finding.Lost(var failure) ->
                log.left(effort, failure).chain(() -> claims.forget(effort.key(), effort.attempt()));
            case Finding.Unsure(var failure) -> log.left(effort, failure).chain(() -> lookLater(effort));
        });
    }

    private Uni<Void> lookLater(Effort effort) {
        var now = clock.instant();
        var settles = effort.settles().orElse(now);
        return claims.leave(effort.key(), effort.attempt(), settles, now.plus(pause(settles, now)));
    }

    // As long as it has been sought in vain, so that each pause is twice the one before.
    private static Duration pause(Instant settles, Instant now) {
        var sought = Duration.between(settles, now);
        var atLeast = sought.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : sought;
        return atLeast.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : atLeast;
    }

    private static Uni<Finding> nothing() {
        return Uni.createFrom().item(new Finding.Nothing());
    }
}
