package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.vault.VaultException;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** Words a failure for whoever called: the one place that knows which is which. */
final class Problems {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private Problems() {}

    static Reply of(Throwable failure) {
        return switch (failure) {
            case RefusedException e -> Reply.problem(e.problem());
            case ConnectedSystemException e -> of(e);
            case TimeoutException e ->
                Reply.problem(
                        Kind.OUT_OF_TIME.saying(
                                "The connected system took too long",
                                "Repeat the same request: what was begun is found, not begun again.",
                                WhoCanFix.NOBODY),
                        A_MOMENT);
            case VaultException e -> of(e);
            case SdkException e ->
                Reply.problem(
                        Kind.STORE_UNAVAILABLE.saying(
                                "What the functions remember could not be read or written",
                                "Repeat the same request in a moment.",
                                WhoCanFix.NOBODY),
                        A_MOMENT);
            default ->
                Reply.problem(Kind.INTERNAL_ERROR.saying(
                        "The failure is in the function's log under this request's id",
                        "Tell the operator the request id.",
                        WhoCanFix.OPERATOR));
        };
    }

    static Reply notFound(String what) {
        return Reply.problem(RefusedException.notFound(what).problem());
    }

    static Reply changedMeanwhile() {
        return Reply.problem(Kind.CHANGED_MEANWHILE.saying(
                "What was read before this change is not what is there now",
                "Read it again, see what has changed, and repeat the change with the new ETag.",
                WhoCanFix.CALLER));
    }

    private static Reply of(VaultException failure) {
        var message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case VaultException.KeyUnusable e ->
                Reply.problem(Kind.CREDENTIALS_UNREADABLE.saying(
                        message, "See to the master key that wraps the credentials.", WhoCanFix.OPERATOR));
            case VaultException.Tampered e ->
                Reply.problem(Kind.CREDENTIALS_UNREADABLE.saying(
                        message, "Reconnect the connection with its credentials.", WhoCanFix.ADMINISTRATOR));
            case VaultException.Unavailable e ->
                Reply.problem(
                        Kind.STORE_UNAVAILABLE.saying(
                                message, "Repeat the same request in a moment.", WhoCanFix.NOBODY),
                        A_MOMENT);
        };
    }

    private static Reply of(ConnectedSystemException failure) {
        return switch (failure) {
            case ConnectedSystemException.Rejected e -> Reply.problem(word(Kind.REJECTED_BY_SYSTEM, e));
            case ConnectedSystemException.Unauthorized e -> Reply.problem(word(Kind.CREDENTIALS_REFUSED, e));
            case ConnectedSystemException.Forbidden e -> Reply.problem(word(Kind.RIGHTS_MISSING, e));
            case ConnectedSystemException.Unintelligible e -> Reply.problem(word(Kind.UNINTELLIGIBLE_ANSWER, e));
            case ConnectedSystemException.Unavailable e ->
                vault(e).map(Problems::of)
                        .orElseGet(() -> Reply.problem(word(Kind.SYSTEM_UNAVAILABLE, e), e.retryAfter()));
        };
    }

    // To the client of a system, credentials that cannot be fetched are a call that was not made; the vault knows why.
    private static Optional<VaultException> vault(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(VaultException.class::isInstance)
                .map(VaultException.class::cast)
                .findFirst();
    }

    private static Problem word(Kind kind, ConnectedSystemException failure) {
        return kind.saying(String.valueOf(failure.getMessage()), failure.remedy(), WhoCanFix.of(failure));
    }
}
