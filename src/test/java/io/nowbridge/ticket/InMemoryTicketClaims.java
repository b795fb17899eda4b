package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Claims in a map, under the same contract as the real ones. */
public final class InMemoryTicketClaims implements TicketClaims {

    private final Duration lease;
    private final Duration memory;
    private final Map<String, Held> claims = new HashMap<>();

    private record Held(
            String content,
            LinkId link,
            String owner,
            Instant leaseEnds,
            Optional<LinkedTicket> answer,
            Optional<Instant> expires) {}

    public InMemoryTicketClaims(Duration lease, Duration memory) {
        this.lease = lease;
        this.memory = memory;
    }

    @Override
    public Uni<Claim> claim(RequestKey key, Attempt attempt, Instant now) {
        return Uni.createFrom().item(() -> {
            var held = claims.get(key.value());
            if (held == null || held.expires.filter(at -> !at.isAfter(now)).isPresent()) {
                hold(key, attempt.freshLink(), attempt, now);
                return new Claim.Granted(attempt.freshLink());
            }
            if (held.owner.equals(attempt.owner())) {
                return new Claim.Granted(held.link);
            }
            if (!held.content.equals(key.content())) {
                return new Claim.Mismatched();
            }
            if (held.answer.isPresent()) {
                return new Claim.Completed(held.answer.get());
            }
            if (held.leaseEnds.isAfter(now)) {
                return new Claim.Held();
            }
            hold(key, held.link, attempt, now);
            return new Claim.TakenOver(held.link);
        });
    }

    @Override
    public Uni<Void> complete(RequestKey key, LinkedTicket answer, Instant now) {
        return change(
                key,
                held -> new Held(
                        held.content,
                        held.link,
                        held.owner,
                        held.leaseEnds,
                        Optional.of(answer),
                        Optional.of(now.plus(memory))));
    }

    @Override
    public Uni<Void> forget(RequestKey key, Attempt attempt) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> claims.computeIfPresent(
                        key.value(), (value, held) -> held.owner.equals(attempt.owner()) ? null : held));
    }

    @Override
    public Uni<Void> leave(RequestKey key, Attempt attempt) {
        return change(
                key,
                held -> held.owner.equals(attempt.owner())
                        ? new Held(held.content, held.link, held.owner, Instant.MIN, held.answer, held.expires)
                        : held);
    }

    private void hold(RequestKey key, LinkId link, Attempt attempt, Instant now) {
        claims.put(
                key.value(),
                new Held(key.content(), link, attempt.owner(), now.plus(lease), Optional.empty(), Optional.empty()));
    }

    private Uni<Void> change(RequestKey key, java.util.function.UnaryOperator<Held> change) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> claims.computeIfPresent(key.value(), (value, held) -> change.apply(held)));
    }
}
