package io.nowbridge.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code {name}} and {@code {map.name}}; a template with an open brace is none. */
public final class FakeTicketWording implements TicketWording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\w.]+)}");

    @Override
    public String fill(String template, Map<String, Object> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
    }

    @Override
    public Optional<String> flaw(String template) {
        return PLACEHOLDER.matcher(template).replaceAll("").contains("{")
                ? Optional.of("has a brace that nothing closes")
                : Optional.empty();
    }

    private static String value(String path, Map<String, Object> values) {
        Object value = values;
        for (var name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : "";
        }
        return String.valueOf(value);
    }
}
