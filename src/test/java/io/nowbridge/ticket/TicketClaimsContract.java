package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link TicketClaims}, for every store that keeps them. */
public abstract class TicketClaimsContract {

    protected static final Duration LEASE = Duration.ofSeconds(40);
    protected static final Duration MEMORY = Duration.ofDays(1);

    private static final RequestKey KEY = new RequestKey("given:1", "content");
    private static final Attempt FIRST = new Attempt("first", linkId(1));
    private static final Attempt SECOND = new Attempt("second", linkId(2));
    private static final LinkedTicket ANSWER =
            new LinkedTicket(link(1), ticket("INC0000001"), List.of(new Warning("category", "was not stored")));

    private TicketClaims claims;

    /** A store without claims that keeps the lease and the memory of this class. */
    protected abstract TicketClaims emptyStore();

    @BeforeEach
    void startEmpty() {
        claims = emptyStore();
    }

    @Test
    void theFirstIsGranted() {
        assertThat(claim(FIRST, NOW)).isEqualTo(new Claim.Granted(linkId(1)));
    }

    @Test
    void theSecondIsHeldOff() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW)).isEqualTo(new Claim.Held());
    }

    @Test
    void aRepeatedAttemptIsGrantedAgain() {
        claim(FIRST, NOW);

        assertThat(claim(FIRST, NOW)).isEqualTo(new Claim.Granted(linkId(1)));
    }

    @Test
    void aClaimIsHeldUntilItsLeaseEnds() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW.plus(LEASE).minusMillis(1))).isEqualTo(new Claim.Held());
    }

    @Test
    void anEndedLeaseIsTakenOverWithItsLink() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW.plus(LEASE))).isEqualTo(new Claim.TakenOver(linkId(1)));
    }

    @Test
    void onlyOneTakesOver() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        assertThat(claim(new Attempt("third", linkId(3)), NOW.plus(LEASE))).isEqualTo(new Claim.Held());
    }

    @Test
    void aClaimThatWasLeftIsTakenOverAtOnce() {
        claim(FIRST, NOW);
        claims.leave(KEY, FIRST).await().indefinitely();

        assertThat(claim(SECOND, NOW)).isEqualTo(new Claim.TakenOver(linkId(1)));
    }

    @Test
    void aForgottenClaimIsGrantedAfreshEvenForAnotherContent() {
        claim(FIRST, NOW);
        claims.forget(KEY, FIRST).await().indefinitely();

        var corrected = new RequestKey(KEY.value(), "corrected");
        assertThat(claims.claim(corrected, SECOND, NOW).await().indefinitely()).isEqualTo(new Claim.Granted(linkId(2)));
    }

    @Test
    void whoLostItsClaimCannotGiveItUp() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        claims.forget(KEY, FIRST).await().indefinitely();
        claims.leave(KEY, FIRST).await().indefinitely();

        assertThat(claim(FIRST, NOW.plus(LEASE))).isEqualTo(new Claim.Held());
    }

    @Test
    void aCompletedRequestIsAnsweredFromMemory() {
        claim(FIRST, NOW);
        claims.complete(KEY, ANSWER, NOW).await().indefinitely();

        assertThat(claim(SECOND, NOW.plus(LEASE))).isEqualTo(new Claim.Completed(ANSWER));
    }

    @Test
    void completingTwiceChangesNothing() {
        claim(FIRST, NOW);
        claims.complete(KEY, ANSWER, NOW).await().indefinitely();
        claims.complete(KEY, ANSWER, NOW).await().indefinitely();

        assertThat(claim(SECOND, NOW)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @Test
    void anotherContentUnderTheSameKeyIsAMismatch() {
        claim(FIRST, NOW);

        var other = new RequestKey(KEY.value(), "other");
        assertThat(claims.claim(other, SECOND, NOW).await().indefinitely()).isEqualTo(new Claim.Mismatched());
    }

    @Test
    void aCompletedRequestIsRememberedForItsTimeAndNoLonger() {
        claim(FIRST, NOW);
        claims.complete(KEY, ANSWER, NOW).await().indefinitely();

        assertThat(claim(SECOND, NOW.plus(MEMORY).minusSeconds(1))).isEqualTo(new Claim.Completed(ANSWER));
        assertThat(claim(SECOND, NOW.plus(MEMORY))).isEqualTo(new Claim.Granted(linkId(2)));
    }

    private Claim claim(Attempt attempt, Instant at) {
        return claims.claim(KEY, attempt, at).await().indefinitely();
    }
}
