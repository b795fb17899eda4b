package io.nowbridge.activity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is nobody's business outside: addresses of machines and people, and whatever looks like a secret.
 * Rather too much than too little: an id of more than 23 characters goes too.
 */
final class Masking {

    private static final String SECRET = "[secret]";

    private record Rule(Pattern pattern, String replacement) {}

    // In this order: the first ones see whole what the later ones would see in parts.
    private static final List<Rule> RULES = List.of(
            rule("-----BEGIN [^-]{1,40}-----(?s:.*?)(?:-----END [^-]{1,40}-----|\\z)", SECRET),
            rule("[a-z][a-z0-9+.-]{0,20}(?::|%3a)(?:/|%2f){2}[^\\s\"'<>]+", "[url]"),
            rule("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}(?:@|%40)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,8}", "[address]"),
            // Of names with one dot only those with a port: statusOnState.incident is none.
            rule(
                    "(?<![\\w.-])(?:(?:[a-z0-9-]{1,63}\\.){2,8}[a-z]{2,24}(?::\\d{1,5})?"
                            + "|[a-z0-9-]{1,63}\\.[a-z]{2,24}:\\d{2,5}|\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?)(?![\\w-])",
                    "[address]"),
            rule(
                    "(?<![\\w:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}|[0-9a-f:]{0,30}::[0-9a-f:]{0,30})(?!\\w)",
                    "[address]"),
            rule("\\b(bearer|basic|digest|negotiate)\\s+[\\w+/.~=-]{6,}", "$1 " + SECRET),
            rule(
                    "(pass ?word|passwd|pwd|passphrase|secret|token|api.?key|authorization|cookie|session.?id|signature"
                            + "|credentials?|private.?key)([\"']?\\s{0,3}[=:]\\s{0,3})(?:\"[^\"]*\"|'[^']*'|[^\\s,;&]+)",
                    "$1$2" + SECRET),
            // A token in three parts, as JSON web tokens are.
            rule("eyj[\\w-]{6,}\\.[\\w-]*\\.[\\w-]*", SECRET),
            rule("(?=[\\w+/=-]{0,200}\\d)[\\w+/=-]{24,}", SECRET));

    private Masking() {}

    static String of(String text) {
        var masked = text;
        for (var rule : RULES) {
            masked = rule.pattern().matcher(masked).replaceAll(rule.replacement());
        }
        return masked;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), replacement);
    }
}
