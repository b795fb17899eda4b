package io.nowbridge.rule;

import java.util.regex.Pattern;

/** Names a rule. */
public record RuleId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public RuleId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a rule's id has 1 to 64 letters, digits or dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
