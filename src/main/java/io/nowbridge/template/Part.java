package io.nowbridge.template;

import io.nowbridge.connection.SystemType;
import java.util.Map;

/** A table at the desk by the part that it plays in a template, and which one it is unless the template says another. */
public record Part(String name, Map<SystemType, String> tables) {

    public Part {
        tables = Map.copyOf(tables);
    }

    /** One that is of no use before a table is mapped to it. */
    static Part optional(String name) {
        return new Part(name, Map.of());
    }

    static Part of(String name, String atServiceNow, String atAutotask) {
        return new Part(name, Map.of(SystemType.SERVICENOW, atServiceNow, SystemType.AUTOTASK, atAutotask));
    }
}
