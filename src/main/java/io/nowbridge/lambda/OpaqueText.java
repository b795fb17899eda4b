package io.nowbridge.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts of ours that callers hand back as they got them, in a form that fits into a URL and says nothing. */
final class OpaqueText {

    // DynamoDB's longest sort key, in Base64.
    private static final int LONGEST = 1_366;
    private static final String NOT_OURS = "is not one that an answer gave as next";

    private OpaqueText() {}

    static String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text that became {@code opaque}; fails with an {@link IllegalArgumentException} if none did. */
    static String read(String opaque) {
        if (opaque.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than any that an answer gave as next");
        }
        var text = decoded(opaque);
        // What is not UTF-8 would become another text, and one that may be longer than a key can be.
        if (!of(text).equals(opaque)) {
            throw new IllegalArgumentException(NOT_OURS);
        }
        return text;
    }

    private static String decoded(String opaque) {
        try {
            return new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NOT_OURS, e);
        }
    }
}
