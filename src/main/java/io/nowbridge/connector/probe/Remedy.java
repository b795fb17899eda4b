package io.nowbridge.connector.probe;

import io.nowbridge.activity.WhoCanFix;

/** What to do about something, in a sentence for whoever can. */
public record Remedy(String fix, WhoCanFix who) {

    public static Remedy ofAdministrator(String fix) {
        return new Remedy(fix, WhoCanFix.ADMINISTRATOR);
    }

    public static Remedy ofRemoteOwner(String fix) {
        return new Remedy(fix, WhoCanFix.REMOTE_OWNER);
    }

    public static Remedy ofOperator(String fix) {
        return new Remedy(fix, WhoCanFix.OPERATOR);
    }

    public static Remedy ofNobody(String fix) {
        return new Remedy(fix, WhoCanFix.NOBODY);
    }
}
