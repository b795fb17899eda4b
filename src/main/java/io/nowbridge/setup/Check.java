package io.nowbridge.setup;

import io.nowbridge.activity.WhoCanFix;

/**
 * One thing that a test of a connection looked at.
 *
 * @param name what was looked at, in few words; the same in every test
 * @param subject the table, field or address it was looked at for; empty if there is but one
 * @param cause what was found
 * @param fix what to do about it, in a sentence for the person who can; empty if nothing is to be done
 */
public record Check(String name, String subject, Verdict verdict, String cause, String fix, WhoCanFix whoCanFix) {

    /** What came out. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** Not looked at, or looked at without a proof either way; the cause says why. */
        SKIPPED
    }

    public static Check passed(String name, String subject, String found) {
        return new Check(name, subject, Verdict.PASSED, found, "", WhoCanFix.NOBODY);
    }

    public static Check failed(String name, String subject, String cause, String fix, WhoCanFix whoCanFix) {
        return new Check(name, subject, Verdict.FAILED, cause, fix, whoCanFix);
    }

    public static Check skipped(String name, String subject, String why) {
        return new Check(name, subject, Verdict.SKIPPED, why, "", WhoCanFix.NOBODY);
    }
}
