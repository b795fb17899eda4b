package io.nowbridge.servicenow;

import java.util.regex.Pattern;

/** The 32 hexadecimal digits that identify a record in its instance. */
public record SysId(String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

    public SysId {
        if (!isSysId(value)) {
            throw new IllegalArgumentException("A sys_id has 32 hexadecimal digits");
        }
    }

    /** Whether {@code text} could be a sys_id. */
    public static boolean isSysId(String text) {
        return DIGITS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
