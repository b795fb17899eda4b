package io.nowbridge.template;

import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.Need.Access;
import java.util.HashMap;
import java.util.Map;

/**
 * Something of ours that has, or may have, a column at the desk.
 *
 * @param part whose table has the column
 * @param length how many characters the column must hold, since the value must not be cut; 0 if it may be
 * @param suggestions the column that it usually is, by the type of the desk
 */
public record Field(
        String name,
        String part,
        Access access,
        Requirement requirement,
        int length,
        Map<SystemType, String> suggestions) {

    public Field {
        suggestions = Map.copyOf(suggestions);
    }

    /** When a template cannot run without the field. */
    public sealed interface Requirement {

        record Always() implements Requirement {}

        record Never() implements Requirement {}

        /** Only where an option has a certain value. */
        record When(Option<?> option, String value) implements Requirement {}
    }

    static Field read(String part, String name) {
        return new Field(name, part, Access.READ, new Requirement.Never(), 0, Map.of());
    }

    static Field written(String part, String name) {
        return new Field(name, part, Access.WRITE, new Requirement.Never(), 0, Map.of());
    }

    Field required() {
        return new Field(name, part, access, new Requirement.Always(), length, suggestions);
    }

    Field requiredIf(Option<?> option, String value) {
        return new Field(name, part, access, new Requirement.When(option, value), length, suggestions);
    }

    /** Of a length that the column must hold. */
    Field holding(int characters) {
        return new Field(name, part, access, requirement, characters, suggestions);
    }

    Field atServiceNow(String column) {
        return suggesting(SystemType.SERVICENOW, column);
    }

    Field atAutotask(String column) {
        return suggesting(SystemType.AUTOTASK, column);
    }

    boolean isRequired(Map<String, String> options) {
        return switch (requirement) {
            case Requirement.Always always -> true;
            case Requirement.Never never -> false;
            case Requirement.When(var option, var value) ->
                option.in(options).toString().equals(value);
        };
    }

    private Field suggesting(SystemType type, String column) {
        var more = new HashMap<>(suggestions);
        more.put(type, column);
        return new Field(name, part, access, requirement, length, more);
    }
}
