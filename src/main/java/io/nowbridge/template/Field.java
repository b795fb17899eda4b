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
 * @param required whether no template can run without it
 * @param requiredWhen what options may say of which each makes it required
 * @param length how many characters the column must hold, since the value must not be cut; 0 if it may be
 * @param suggestions the column that it usually is, by the type of the desk
 */
public record Field(
        String name,
        String part,
        Access access,
        boolean required,
        List<Chosen> requiredWhen,
        int length,
        Map<SystemType, String> suggestions) {

    public Field {
        requiredWhen = List.copyOf(requiredWhen);
        suggestions = Map.copyOf(suggestions);
    }

    /** That an option has a certain value. */
    public record Chosen(Option<?> option, String value) {

        boolean isSo(Map<String, String> options) {
            return option.in(options).toString().equals(value);
        }
    }

    static Field read(String part, String name) {
        return new Field(name, part, Access.READ, false, List.of(), 0, Map.of());
    }

    static Field written(String part, String name) {
        return new Field(name, part, Access.WRITE, false, List.of(), 0, Map.of());
    }

    /** Without which no template can run. */
    Field requiredAlways() {
        return new Field(name, part, access, true, requiredWhen, length, suggestions);
    }

    /** Without which no template can run whose option has this value; said twice, either value will do. */
    Field requiredIf(Option<?> option, String value) {
        var either = Stream.concat(requiredWhen.stream(), Stream.of(new Chosen(option, value)))
                .toList();
        return new Field(name, part, access, required, either, length, suggestions);
    }

    /** Of a length that the column must hold. No specification of the distributor's says it: the lengths are ours. */
    Field holding(int characters) {
        return new Field(name, part, access, required, requiredWhen, characters, suggestions);
    }

    Field atServiceNow(String column) {
        return suggesting(SystemType.SERVICENOW, column);
    }

    Field atAutotask(String column) {
        return suggesting(SystemType.AUTOTASK, column);
    }

    boolean isRequired(Map<String, String> options) {
        return required || requiredWhen.stream().anyMatch(chosen -> chosen.isSo(options));
    }

    private Field suggesting(SystemType type, String column) {
        var more = new HashMap<>(suggestions);
        more.put(type, column);
        return new Field(name, part, access, required, requiredWhen, length, more);
    }
}
