package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.tdsynnex.TdSynnexException;

/** Words TD SYNNEX's failures as the features know them, with what can be done. */
final class Translation {

    private static final String CREDENTIALS =
            "Check the customer number, the user name and the password: passwords expire every 3 months, and those of the"
                    + " United States and Canada are separate. Then reconnect.";
    private static final String RIGHTS =
            "Ask the representative at TD SYNNEX to enable XML price and availability, purchase orders and order status for"
                    + " this user.";
    private static final String SOURCE =
            "Tell the representative at TD SYNNEX the address that our requests come from: the"
                    + " Elastic IP of each NAT gateway.";
    private static final String ADDRESS =
            "Have the host name lead to a public address, or ask whoever runs Nowbridge to allow this one.";
    private static final String INSTANCE = "Check the instance URL: https://ec.us.tdsynnex.com for the United States,"
            + " https://ec.ca.tdsynnex.com for Canada.";
    private static final String REQUEST = "Correct the request; the message is TD SYNNEX's own.";
    private static final String WAIT =
            "Repeat the same request later. If it goes on, see whether a firewall keeps our addresses out.";

    private static final String NOTHING = "Nothing need be done.";
    private static final String UNSURE = " The order is not sent again before TD SYNNEX was asked whether it has it.";

    private Translation() {}

    /** What a failure of the client means to the features. */
    static ConnectedSystemException of(TdSynnexException failure) {
        return switch (failure) {
            case TdSynnexException.Rejected e -> new Rejected(report(e, REQUEST), e);
            case TdSynnexException.Unauthorized e -> new Unauthorized(report(e, CREDENTIALS), e);
            case TdSynnexException.Forbidden e -> new Forbidden(report(e, RIGHTS), e);
            case TdSynnexException.UnknownAddress e -> new Forbidden(report(e, SOURCE), e);
            case TdSynnexException.Barred e -> new Forbidden(report(e, ADDRESS), e);
            case TdSynnexException.Unavailable e ->
                new Unavailable(
                        report(e, e.nothingHappened() ? WAIT : NOTHING),
                        e.retryAfter(),
                        e.asked().isPresent(),
                        e);
            case TdSynnexException.Unintelligible e -> new Unintelligible(report(e, INSTANCE), e);
        };
    }

    private static Report report(TdSynnexException failure, String remedy) {
        var message = failure.reason().isEmpty()
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + failure.reason();
        return new Report(message, failure.nothingHappened() ? remedy : remedy + UNSURE, effect(failure));
    }

    private static Effect effect(TdSynnexException failure) {
        if (failure.nothingHappened()) {
            return Effect.NONE;
        }
        return failure.answered() ? Effect.POSSIBLE : Effect.PENDING;
    }
}
