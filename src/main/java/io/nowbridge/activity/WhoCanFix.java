package io.nowbridge.activity;

import io.nowbridge.connection.ConnectedSystemException;
import java.util.Locale;

/** Who can put a failure right. */
public enum WhoCanFix {
    /** Whoever asked: the request has to change. */
    CALLER,
    /** Whoever administers the connection: credentials, rights, mappings. */
    ADMINISTRATOR,
    /** Whoever runs the remote system. */
    REMOTE_OWNER,
    /** Whoever runs Nowbridge. */
    OPERATOR,
    /** Nobody has to: it heals by itself, and a repeat succeeds. */
    NOBODY;

    /** As answers and files say it: {@code remote owner}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static WhoCanFix of(ConnectedSystemException failure) {
        return switch (failure) {
            case ConnectedSystemException.Rejected rejected -> CALLER;
            case ConnectedSystemException.Unauthorized unauthorized -> ADMINISTRATOR;
            case ConnectedSystemException.Forbidden forbidden -> ADMINISTRATOR;
            case ConnectedSystemException.Unavailable unavailable -> NOBODY;
            case ConnectedSystemException.Unintelligible unintelligible -> REMOTE_OWNER;
        };
    }
}
