package io.nowbridge.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A command line of {@code --name value} pairs, which may repeat, and {@code --switch}es. */
record Arguments(Map<String, List<String>> values) {

    /** Reads {@code line}; refuses, in one sentence, a name that is in neither set. */
    static Arguments read(List<String> line, Set<String> named, Set<String> switches) {
        var values = new TreeMap<String, List<String>>();
        var words = line.iterator();
        while (words.hasNext()) {
            var word = words.next();
            var name = word.replaceFirst("^--", "");
            if (!word.startsWith("--") || !(named.contains(name) || switches.contains(name))) {
                throw new IllegalArgumentException("Unknown argument: " + word);
            }
            if (named.contains(name) && !words.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value");
            }
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(named.contains(name) ? words.next() : "true");
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> last(String name) {
        return has(name) ? Optional.of(all(name).getLast()) : Optional.empty();
    }

    int port(String name, int otherwise) {
        return last(name).map(text -> port(name, text)).orElse(otherwise);
    }

    private static int port(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--" + name + " needs a port number, not " + text);
        }
        return Integer.parseInt(text);
    }

    /** A number from 1 to 9,999,999. */
    int number(String name, int otherwise) {
        var text = last(name).orElse(Integer.toString(otherwise));
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException("--" + name + " needs a number, not " + text);
        }
        return Integer.parseInt(text);
    }
}
