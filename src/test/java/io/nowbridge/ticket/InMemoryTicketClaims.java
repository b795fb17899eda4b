package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Claims in a map, under the same contract as the real ones. */
final class InMemoryTicketClaims implements TicketClaims {

    private final Duration lease;
    private final Duration memory;
    private final Duration leftMemory;
    private final Map<String, Held> claims = new HashMap<>();

    private record Held(
            RequestKey key,
            Link link,
            String owner,
            Instant leaseEnds,
            Optional<Instant> settles,
            Optional<LinkedTicket> answer,
            Instant expires,
            Instant waitsSince) {

        Held writing(Link about, Instant end, Instant expiry) {
            return new Held(key, about, owner, leaseEnds, Optional.of(end), answer, expiry, end);
        }

        Held left(Instant end, Instant lookAt, Instant expiry) {
            return new Held(key, link, owner, Instant.MIN, Optional.of(end), answer, expiry, lookAt);
        }

        Held answered(LinkedTicket ticket, Instant expiry) {
            return new Held(key, link, owner, leaseEnds, settles, Optional.of(ticket), expiry, Instant.MAX);
        }
    }

    InMemoryTicketClaims(Duration lease, Duration memory, Duration leftMemory) {
        this.lease = lease;
        this.memory = memory;
        this.leftMemory = leftMemory;
    }

    @Override
    public Uni<Claim> claim(RequestKey key, Attempt attempt, Instant now) {
        return Uni.createFrom().item(() -> {
            var held = claims.get(key.value());
            if (held == null || !held.expires.isAfter(now)) {
                hold(key, attempt.link(), attempt, Optional.empty(), now, memory);
                return new Claim.Granted(attempt.link());
            }
            if (held.owner.equals(attempt.owner())) {
                return new Claim.Granted(held.link);
            }
            if (!held.key.content().equals(key.content())) {
                return new Claim.Mismatched();
            }
            if (held.answer.isPresent()) {
                return new Claim.Completed(held.answer.get());
            }
            if (held.leaseEnds.isAfter(now)) {
                return new Claim.Held();
            }
            hold(key, held.link, attempt, held.settles, now, leftMemory);
            return new Claim.TakenOver(held.link, held.settles);
        });
    }

    @Override
    public Uni<Boolean> announceWrite(RequestKey key, Attempt attempt, Instant settles) {
        return Uni.createFrom().item(() -> {
            var ours = isOurs(key, attempt);
            if (ours) {
                change(key, held -> held.writing(attempt.link(), settles, settles.plus(leftMemory)));
            }
            return ours;
        });
    }

    @Override
    public Uni<Void> complete(RequestKey key, LinkedTicket answer, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> change(key, held -> held.answered(answer, now.plus(memory))));
    }

    @Override
    public Uni<Void> forget(RequestKey key, Attempt attempt) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (isOurs(key, attempt)) {
                claims.remove(key.value());
            }
        });
    }

    @Override
    public Uni<Void> leave(RequestKey key, Attempt attempt, Instant settles, Instant lookAt) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (isOurs(key, attempt)) {
                change(key, held -> held.left(settles, lookAt, settles.plus(leftMemory)));
            }
        });
    }

    @Override
    public Uni<List<Left>> leftBehind(Instant before, int limit) {
        return Uni.createFrom()
                .item(() -> claims.values().stream()
                        .filter(held -> held.waitsSince.isBefore(before))
                        .sorted(Comparator.comparing(Held::waitsSince))
                        .limit(limit)
                        .map(held -> new Left(held.key, held.link))
                        .toList());
    }

    private void hold(
            RequestKey key, Link link, Attempt attempt, Optional<Instant> settles, Instant now, Duration kept) {
        claims.put(
                key.value(),
                new Held(
                        key,
                        link,
                        attempt.owner(),
                        now.plus(lease),
                        settles,
                        Optional.empty(),
                        now.plus(kept),
                        now.plus(lease)));
    }

    private boolean isOurs(RequestKey key, Attempt attempt) {
        var held = claims.get(key.value());
        return held != null && held.owner.equals(attempt.owner());
    }

    private void change(RequestKey key, UnaryOperator<Held> change) {
        claims.computeIfPresent(key.value(), (value, held) -> change.apply(held));
    }
}
