package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.servicenow.ServiceNowException;

/** Words ServiceNow's failures as the features know them, with what its administrator can do. */
final class Translation {

    private static final String CREDENTIALS =
            "Check the instance URL, the user name and password or the OAuth client, and"
                    + " that the integration user is active and not locked out; then reconnect.";
    private static final String RIGHTS =
            "Give the integration user the role itil, and have the access controls (ACLs) on"
                    + " the table and on the fields used, its data policies, its business rules and any restriction of a scoped"
                    + " application checked.";
    private static final String INSTANCE = "Open the instance in a browser: a developer instance hibernates until it is"
            + " woken there; a proxy or a wrong instance URL answers with a page of its own.";
    private static final String REQUEST = "Correct the request; the message is ServiceNow's own.";
    private static final String WAIT = "Repeat the same request later. If it goes on, see whether a firewall keeps our"
            + " addresses out, and whether the instance's rate limit rules are too tight.";

    private Translation() {}

    static ConnectedSystemException of(Throwable failure) {
        return switch (failure) {
            case ServiceNowException.Rejected e ->
                new ConnectedSystemException.Rejected(reasoned(e, e.reason()), REQUEST, e.nothingHappened(), e);
            case ServiceNowException.Unauthorized e ->
                new ConnectedSystemException.Unauthorized(message(e), CREDENTIALS, e.nothingHappened(), e);
            case ServiceNowException.Forbidden e ->
                new ConnectedSystemException.Forbidden(reasoned(e, e.reason()), RIGHTS, e.nothingHappened(), e);
            case ServiceNowException.Unavailable e ->
                new ConnectedSystemException.Unavailable(message(e), WAIT, e.nothingHappened(), e.retryAfter(), e);
            case ServiceNowException.Unintelligible e ->
                new ConnectedSystemException.Unintelligible(message(e), INSTANCE, e.nothingHappened(), e);
            default -> throw new IllegalArgumentException("the client fails with its own exception only", failure);
        };
    }

    private static String reasoned(ServiceNowException failure, String reason) {
        return reason.isEmpty() ? message(failure) : message(failure) + ": " + reason;
    }

    private static String message(ServiceNowException failure) {
        return String.valueOf(failure.getMessage());
    }
}
