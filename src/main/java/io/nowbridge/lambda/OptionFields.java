package io.nowbridge.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.template.Option;
import io.nowbridge.template.Sheet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the options of a template, each in its one spelling. */
final class OptionFields {

    private OptionFields() {}

    /** Those that are given; a faulty one is refused in {@code fields}. */
    static Map<String, String> read(Map<String, JsonNode> given, Sheet sheet, Fields fields) {
        var chosen = new TreeMap<String, String>();
        given.forEach((name, value) -> {
            var field = "options." + name;
            var option = sheet.option(name);
            if (option.isEmpty()) {
                fields.refuse(field, "is no option of this kind of template");
            } else if (!takes(option.get(), value)) {
                fields.refuse(field, "has a value of the wrong type");
            } else if (!value.isNull()) {
                fields.optional(field, text(value), option.get()::spelling)
                        .ifPresent(spelling -> chosen.put(name, spelling));
            }
        });
        return chosen;
    }

    private static boolean takes(Option<?> option, JsonNode value) {
        return value.isValueNode()
                || (option.type() instanceof Option.Type.Many
                        && value.isArray()
                        && value.valueStream().allMatch(JsonNode::isValueNode));
    }

    // A list may come as it is answered, or as one text.
    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : value.asText();
    }
}
