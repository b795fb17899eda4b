package io.nowbridge.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the route that a request takes: exactly as written, and a written word before a parameter. */
final class RouteTable {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The route found, the function it leads to, and the values of its path's parameters, decoded. */
    record Match(Template.Function function, Template.Route route, Map<String, String> parameters) {}

    private record Entry(Template.Function function, Template.Route route, Pattern path, List<String> names) {

        static Entry of(Template.Function function, Template.Route route) {
            var names = PARAMETER
                    .matcher(route.path())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            // What stands between the parameters is taken literally.
            var path = "\\Q" + PARAMETER.matcher(route.path()).replaceAll("\\\\E([^/]+)\\\\Q") + "\\E";
            return new Entry(function, route, Pattern.compile(path), names);
        }
    }

    private final List<Entry> entries;

    RouteTable(Template template) {
        entries = template.functions().stream()
                .flatMap(function -> function.routes().stream().map(route -> Entry.of(function, route)))
                .sorted(Comparator.comparingInt(entry -> entry.names.size()))
                .toList();
    }

    Optional<Match> find(String method, String rawPath) {
        return entries.stream()
                .filter(entry -> entry.route.method().equals(method))
                .flatMap(entry -> match(entry, rawPath).stream())
                .findFirst();
    }

    private static Optional<Match> match(Entry entry, String rawPath) {
        var found = entry.path.matcher(rawPath);
        if (!found.matches()) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (var i = 0; i < entry.names.size(); i++) {
            // In a path, unlike in a form, a plus sign means itself.
            var encoded = found.group(i + 1).replace("+", "%2B");
            parameters.put(entry.names.get(i), URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        }
        return Optional.of(new Match(entry.function, entry.route, parameters));
    }
}
