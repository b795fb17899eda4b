package io.nowbridge.template;

import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.Need.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

        /** Only where one of these is so. */
        record When(List<Chosen> any) implements Requirement {

            public When {
                any = List.copyOf(any);
            }
        }
    }

    /** That an option has a certain value. */
    public record Chosen(Option<?> option, String value) {

        boolean isSo(Map<String, String> options) {
            return option.in(options).toString().equals(value);
        }
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

    /** Also where an option has a certain value. */
    Field requiredIf(Option<?> option, String value) {
        var before = requirement instanceof Requirement.When(var any) ? any : List.<Chosen>of();
        var all = Stream.concat(before.stream(), Stream.of(new Chosen(option, value)))
                .toList();
        return new Field(name, part, access, new Requirement.When(all), length, suggestions);
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
            case Requirement.When(var any) -> any.stream().anyMatch(chosen -> chosen.isSo(options));
        };
    }

    private Field suggesting(SystemType type, String column) {
        var more = new HashMap<>(suggestions);
        more.put(type, column);
        return new Field(name, part, access, requirement, length, more);
    }
}
