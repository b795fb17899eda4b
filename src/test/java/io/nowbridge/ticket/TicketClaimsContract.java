package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import io.nowbridge.ticket.TicketClaims.Left;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link TicketClaims}, for every store that keeps them. */
public abstract class TicketClaimsContract {

    /** Far off, or a real store would delete by its own clock what has expired. */
    protected static final Instant NOW = Instant.parse("2096-01-05T09:00:00Z");

    protected static final Duration LEASE = Duration.ofSeconds(40);
    protected static final Duration MEMORY = Duration.ofDays(1);
    protected static final Duration LEFT_MEMORY = Duration.ofDays(30);

    private static final RequestKey KEY = new RequestKey("given:1", "content", "incident");
    private static final Attempt FIRST = new Attempt("first", link(1));
    private static final Attempt SECOND = new Attempt("second", link(2));
    private static final Instant SETTLES = NOW.plusSeconds(65);
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
        assertThat(claim(FIRST, NOW)).isEqualTo(new Claim.Granted(link(1)));
    }

    @Test
    void theSecondIsHeldOff() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW)).isEqualTo(new Claim.Held());
    }

    @Test
    void aRepeatedAttemptIsGrantedAgain() {
        claim(FIRST, NOW);

        assertThat(claim(FIRST, NOW)).isEqualTo(new Claim.Granted(link(1)));
    }

    @Test
    void aClaimIsHeldUntilItsLeaseEnds() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW.plus(LEASE).minusMillis(1))).isEqualTo(new Claim.Held());
    }

    @Test
    void anEndedLeaseIsTakenOverWithItsLink() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW.plus(LEASE))).isEqualTo(new Claim.TakenOver(link(1), Optional.empty()));
    }

    @Test
    void onlyOneTakesOver() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        assertThat(claim(new Attempt("third", link(3)), NOW.plus(LEASE))).isEqualTo(new Claim.Held());
    }

    @Test
    void aClaimThatWasLeftIsTakenOverAtOnceWithTheEndOfItsWrite() {
        claim(FIRST, NOW);
        claims.leave(KEY, FIRST, SETTLES).await().indefinitely();

        assertThat(claim(SECOND, NOW)).isEqualTo(new Claim.TakenOver(link(1), Optional.of(SETTLES)));
    }

    @Test
    void anAnnouncedWriteIsKnownToWhoeverTakesOver() {
        claim(FIRST, NOW);
        var ours = claims.announceWrite(KEY, FIRST, SETTLES).await().indefinitely();

        assertThat(ours).isTrue();
        assertThat(claim(SECOND, NOW.plus(LEASE))).isEqualTo(new Claim.TakenOver(link(1), Optional.of(SETTLES)));
    }

    @Test
    void whoLostItsClaimMayNotWrite() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        var ours = claims.announceWrite(KEY, FIRST, SETTLES).await().indefinitely();

        assertThat(ours).isFalse();
    }

    @Test
    void aClaimWhoseOwnerDiedBeforeItWroteIsForgottenAfterADay() {
        claim(FIRST, NOW);

        assertThat(claim(SECOND, NOW.plus(MEMORY))).isEqualTo(new Claim.Granted(link(2)));
    }

    @Test
    void aClaimWhoseOwnerDiedWhileItWroteIsRememberedAsLongAsOneThatWasLeft() {
        claim(FIRST, NOW);
        claims.announceWrite(KEY, FIRST, SETTLES).await().indefinitely();

        assertThat(claim(SECOND, NOW.plus(MEMORY))).isEqualTo(new Claim.TakenOver(link(1), Optional.of(SETTLES)));
    }

    @Test
    void aClaimThatWasTakenOverAndDiedAgainIsForgottenInTheEnd() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        assertThat(claim(new Attempt("third", link(3)), NOW.plus(LEASE).plus(LEFT_MEMORY)))
                .isEqualTo(new Claim.Granted(link(3)));
    }

    @Test
    void aClaimThatWasLeftIsForgottenInTheEnd() {
        claim(FIRST, NOW);
        claims.leave(KEY, FIRST, SETTLES).await().indefinitely();

        assertThat(claim(SECOND, SETTLES.plus(LEFT_MEMORY))).isEqualTo(new Claim.Granted(link(2)));
    }

    @Test
    void aForgottenClaimIsGrantedAfreshEvenForAnotherContent() {
        claim(FIRST, NOW);
        claims.forget(KEY, FIRST).await().indefinitely();

        var corrected = new RequestKey(KEY.value(), "corrected", "incident");
        assertThat(claims.claim(corrected, SECOND, NOW).await().indefinitely()).isEqualTo(new Claim.Granted(link(2)));
    }

    @Test
    void whoLostItsClaimCannotGiveItUp() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        claims.forget(KEY, FIRST).await().indefinitely();
        claims.leave(KEY, FIRST, SETTLES).await().indefinitely();

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

        var other = new RequestKey(KEY.value(), "other", "incident");
        assertThat(claims.claim(other, SECOND, NOW).await().indefinitely()).isEqualTo(new Claim.Mismatched());
    }

    @Test
    void aCompletedRequestIsRememberedForItsTimeAndNoLonger() {
        claim(FIRST, NOW);
        claims.complete(KEY, ANSWER, NOW).await().indefinitely();

        assertThat(claim(SECOND, NOW.plus(MEMORY).minusSeconds(1))).isEqualTo(new Claim.Completed(ANSWER));
        assertThat(claim(SECOND, NOW.plus(MEMORY))).isEqualTo(new Claim.Granted(link(2)));
    }

    @Test
    void whatIsWrittenForAnotherLinkIsTakenOverWithThat() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));
        claims.announceWrite(KEY, SECOND, SETTLES).await().indefinitely();

        assertThat(claim(new Attempt("third", link(3)), NOW.plus(LEASE).plus(LEASE)))
                .isEqualTo(new Claim.TakenOver(link(2), Optional.of(SETTLES)));
    }

    @Test
    void aClaimIsLeftBehindWhenItsLeaseHasEnded() {
        claim(FIRST, NOW);

        assertThat(leftBehind(NOW.plus(LEASE))).isEmpty();
        assertThat(leftBehind(NOW.plus(LEASE).plusMillis(1))).containsExactly(new Left(KEY, link(1)));
    }

    @Test
    void aClaimThatIsTakenOverIsWorkedOnAgain() {
        claim(FIRST, NOW);
        claim(SECOND, NOW.plus(LEASE));

        assertThat(leftBehind(NOW.plus(LEASE).plus(LEASE))).isEmpty();
        assertThat(leftBehind(NOW.plus(LEASE).plus(LEASE).plusMillis(1))).hasSize(1);
    }

    @Test
    void whatWasAnnouncedIsLeftBehindWhenItHasSettled() {
        claim(FIRST, NOW);
        claims.announceWrite(KEY, FIRST, SETTLES).await().indefinitely();

        assertThat(leftBehind(SETTLES)).isEmpty();
        assertThat(leftBehind(SETTLES.plusMillis(1))).containsExactly(new Left(KEY, link(1)));
    }

    @Test
    void aClaimThatWasLeftIsLeftBehindFromWhenItIsToBeLookedAt() {
        claim(FIRST, NOW);
        claims.leave(KEY, FIRST, SETTLES, SETTLES.plusSeconds(60)).await().indefinitely();

        assertThat(leftBehind(SETTLES.plusSeconds(60))).isEmpty();
        assertThat(leftBehind(SETTLES.plusSeconds(61))).containsExactly(new Left(KEY, link(1)));
        assertThat(claim(SECOND, NOW)).isEqualTo(new Claim.TakenOver(link(1), Optional.of(SETTLES)));
    }

    @Test
    void whatIsCompletedOrForgottenIsNotLeftBehind() {
        claim(FIRST, NOW);
        claims.complete(KEY, ANSWER, NOW).await().indefinitely();
        var other = new RequestKey("given:2", "content", "incident");
        claims.claim(other, SECOND, NOW).await().indefinitely();
        claims.forget(other, SECOND).await().indefinitely();

        assertThat(leftBehind(NOW.plus(MEMORY))).isEmpty();
    }

    @Test
    void ofWhatIsLeftBehindTheOldestComesFirst() {
        IntStream.range(0, 20)
                .forEach(number -> claims.claim(
                                new RequestKey("given:" + number, "content", "problem"),
                                new Attempt("owner-" + number, link(number)),
                                NOW.minusMillis(number))
                        .await()
                        .indefinitely());

        assertThat(claims.leftBehind(NOW.plus(LEASE), 3).await().indefinitely())
                .containsExactly(
                        new Left(new RequestKey("given:19", "content", "problem"), link(19)),
                        new Left(new RequestKey("given:18", "content", "problem"), link(18)),
                        new Left(new RequestKey("given:17", "content", "problem"), link(17)));
    }

    private List<Left> leftBehind(Instant before) {
        return claims.leftBehind(before, 10).await().indefinitely();
    }

    private Claim claim(Attempt attempt, Instant at) {
        return claims.claim(KEY, attempt, at).await().indefinitely();
    }
}
