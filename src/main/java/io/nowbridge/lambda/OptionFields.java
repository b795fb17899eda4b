package io.nowbridge.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.template.Sheet;
import java.util.Map;
import java.util.TreeMap;

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
            } else if (value.isContainerNode()) {
                fields.refuse(field, "has a value of the wrong type");
            } else if (!value.isNull()) {
                fields.optional(field, value.asText(), option.get()::spelling)
                        .ifPresent(spelling -> chosen.put(name, spelling));
            }
        });
        return chosen;
    }
}
