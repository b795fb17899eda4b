package io.nowbridge.connector.qualytics;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.qualytics.QualyticsException;

/** Words Qualytics' failures as the features know them, with what its administrator can do. */
public final class Translation {

    private static final String CREDENTIALS =
            "Check that the token has not expired or been deleted, and that its owner is"
                    + " active; create another if in doubt, and reconnect.";
    private static final String RIGHTS =
            "Give the token's owner the role Member or above, and a team with a permission on the"
                    + " datastore: Reporter to read, Editor to acknowledge and to comment, Author to archive.";
    private static final String ADDRESS = "Have the instance's host name lead to a public address, or ask whoever runs"
            + " Nowbridge to allow this one.";
    private static final String INSTANCE =
            "Open the instance in a browser: a proxy, a sign-in page or a wrong instance URL"
                    + " answers with a page of its own.";
    private static final String REQUEST = "Correct the request; the message is Qualytics' own.";
    private static final String WAIT =
            "Repeat the same request later. If it goes on, see whether a firewall keeps our" + " addresses out.";

    private Translation() {}

    /** What a failure of the client means to the features. */
    public static ConnectedSystemException of(QualyticsException failure) {
        return switch (failure) {
            case QualyticsException.Rejected e -> new Rejected(report(e, reasoned(e, e.reason()), REQUEST), e);
            case QualyticsException.Unauthorized e -> new Unauthorized(report(e, message(e), CREDENTIALS), e);
            case QualyticsException.Forbidden e -> new Forbidden(report(e, reasoned(e, e.reason()), RIGHTS), e);
            case QualyticsException.Barred e -> new Forbidden(report(e, reasoned(e, e.reason()), ADDRESS), e);
            case QualyticsException.Unavailable e -> new Unavailable(report(e, message(e), WAIT), e.retryAfter(), e);
            case QualyticsException.Unintelligible e -> new Unintelligible(report(e, message(e), INSTANCE), e);
        };
    }

    private static Report report(QualyticsException failure, String message, String remedy) {
        return new Report(message, remedy, effect(failure));
    }

    private static Effect effect(QualyticsException failure) {
        if (failure.nothingHappened()) {
            return Effect.NONE;
        }
        return failure.answered() ? Effect.POSSIBLE : Effect.PENDING;
    }

    private static String reasoned(QualyticsException failure, String reason) {
        return reason.isEmpty() ? message(failure) : message(failure) + ": " + reason;
    }

    private static String message(QualyticsException failure) {
        return String.valueOf(failure.getMessage());
    }
}
