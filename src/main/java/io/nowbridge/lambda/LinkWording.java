package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;

/** Words what every request about links may meet. */
final class LinkWording {

    private LinkWording() {}

    /** The same words where there is no such anomaly. */
    static Reply notAllowed(String what, String missing) {
        return Reply.problem(Kind.NOT_ALLOWED.saying(
                what + " takes " + missing, "Ask an administrator for it.", WhoCanFix.ADMINISTRATOR));
    }
}
