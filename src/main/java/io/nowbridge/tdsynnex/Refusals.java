package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.TdSynnexException.Effect;
import io.nowbridge.tdsynnex.TdSynnexException.Forbidden;
import io.nowbridge.tdsynnex.TdSynnexException.Rejected;
import io.nowbridge.tdsynnex.TdSynnexException.Unauthorized;
import io.nowbridge.tdsynnex.TdSynnexException.Unavailable;
import io.nowbridge.tdsynnex.TdSynnexException.UnknownAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * TD SYNNEX's own refusals, in words and under status 200. Only those of its purchase orders are published (specification
 * 3.37, appendix D) and those of its SOAP service were seen; the words are all there is to tell them apart by.
 */
final class Refusals {

    private Refusals() {}

    static TdSynnexException of(Attempt attempt, String words) {
        var message = attempt.name() + " was refused";
        var said = words.toLowerCase(Locale.ROOT);
        if (says(said, "ip address", "validateip")) {
            return new UnknownAddress(message, words);
        }
        // Before the login, which may be what is missing.
        if (says(said, "incompletexml", "content is incomplete")) {
            return new Rejected(message, words, Effect.NONE);
        }
        if (says(said, "login", "password", "username", "user name", "security data", "credential")) {
            return new Unauthorized(message, words);
        }
        if (says(said, "not authorized", "not permitted")) {
            return new Forbidden(message, words);
        }
        // It ended its wait for a system behind it, which may be working still.
        if (says(said, "timeout", "timed out")) {
            return new Unavailable(message, words, Optional.empty(), attempt.effectUnanswered(), null);
        }
        if (says(said, "databaseissue", "apifault", "not available", "try again")) {
            return new Unavailable(message, words, Optional.empty(), attempt.effect(), null);
        }
        return new Rejected(message, words, attempt.effect());
    }

    private static boolean says(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }
}
