package io.nowbridge.template;

import java.util.regex.Pattern;

/** Names a template: 1 to 64 letters, digits or dashes. */
public record TemplateId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public TemplateId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a template id has 1 to 64 letters, digits or dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
