package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.servicenow.ServiceNowException;

/** Words ServiceNow's failures as the features know them, with what its administrator can do. */
public final class Translation {

    private static final String CREDENTIALS =
            "Check the instance URL, the user name and password or the OAuth client, and"
                    + " that the integration user is active and not locked out; then reconnect.";
    private static final String RIGHTS =
            "Give the integration user the role itil, and have the access controls (ACLs) on"
                    + " the table and on the fields used, its data policies, its business rules and any restriction of a scoped"
                    + " application checked.";
    private static final String ADDRESS = "Have the instance's host name lead to a public address, or ask whoever runs"
            + " Nowbridge to allow this one.";
    private static final String INSTANCE = "Open the instance in a browser: a developer instance hibernates until it is"
            + " woken there; a proxy or a wrong instance URL answers with a page of its own.";
    private static final String REQUEST = "Correct the request; the message is ServiceNow's own.";
    private static final String WAIT = "Repeat the same request later. If it goes on, see whether a firewall keeps our"
            + " addresses out, and whether the instance's rate limit rules are too tight.";

    private Translation() {}

    /** What a failure of the client means to the features; the client fails with nothing else. */
    public static ConnectedSystemException of(Throwable failure) {
        return switch (failure) {
            case ServiceNowException.Rejected e -> new Rejected(report(e, reasoned(e, e.reason()), REQUEST), e);
            case ServiceNowException.Unauthorized e -> new Unauthorized(report(e, message(e), CREDENTIALS), e);
            case ServiceNowException.Forbidden e -> new Forbidden(report(e, reasoned(e, e.reason()), RIGHTS), e);
            case ServiceNowException.Barred e -> new Forbidden(report(e, reasoned(e, e.reason()), ADDRESS), e);
            case ServiceNowException.Unavailable e ->
                new Unavailable(
                        report(e, message(e), WAIT), e.retryAfter(), e.asked().isPresent(), e);
            case ServiceNowException.Unintelligible e -> new Unintelligible(report(e, message(e), INSTANCE), e);
            default -> throw new IllegalArgumentException("the client fails with its own exception only", failure);
        };
    }

    private static Report report(ServiceNowException failure, String message, String remedy) {
        return new Report(message, remedy, effect(failure));
    }

    private static Effect effect(ServiceNowException failure) {
        if (failure.nothingHappened()) {
            return Effect.NONE;
        }
        return failure.answered() ? Effect.POSSIBLE : Effect.PENDING;
    }

    private static String reasoned(ServiceNowException failure, String reason) {
        return reason.isEmpty() ? message(failure) : message(failure) + ": " + reason;
    }

    private static String message(ServiceNowException failure) {
        return String.valueOf(failure.getMessage());
    }
}
