package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.regex.Pattern;

/** Revisions as entity tags (RFC 9110): {@code "3"}. */
final class Revisions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Revisions() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** The revision that the request changes: every change must say it. */
    static long expected(APIGatewayV2HTTPEvent event) {
        var header = event.getHeaders().getOrDefault("if-match", "").strip();
        var tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw RefusedException.withoutRevision();
        }
        return Long.parseLong(tag.group(1));
    }
}
