package io.nowbridge.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/** Text of JSON as it can be written again: JSON can escape half a character, which UTF-8 has no way to write. */
final class WholeText {

    private WholeText() {}

    /** The text, with a question mark for each half of a character that is without the other. */
    static String of(JsonNode node) {
        return new String(node.asText().getBytes(UTF_8), UTF_8);
    }
}
