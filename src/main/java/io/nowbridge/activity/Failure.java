package io.nowbridge.activity;

import io.nowbridge.connection.ConnectedSystemException;

/** One item that failed: what it was, why, who can put it right and how. */
public record Failure(String subject, String cause, WhoCanFix whoCanFix, String resolution) {

    public static Failure of(String subject, ConnectedSystemException failure) {
        return new Failure(subject, String.valueOf(failure.getMessage()), WhoCanFix.of(failure), failure.remedy());
    }
}
