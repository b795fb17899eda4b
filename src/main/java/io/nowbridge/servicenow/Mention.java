package io.nowbridge.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A record as people name it.
 *
 * @param table the table that its page's address names; empty if it was named otherwise
 * @param name its sys_id or its number
 */
public record Mention(Optional<String> table, String name) {

    // ServiceNow docs, Navigating by URL: a page of the classic interface, by itself or within a frame.
    private static final Pattern CLASSIC = Pattern.compile("/?([a-z][a-z0-9_]*)\\.do\\?(.*)", Pattern.DOTALL);
    private static final Pattern FRAMED = Pattern.compile("/now/nav/ui/classic/params/target/(.+)", Pattern.DOTALL);
    private static final Pattern WORKSPACE =
            Pattern.compile("/now/.+?/record/([a-z][a-z0-9_]*)/([0-9a-fA-F]{32})(/.*)?");
    private static final Pattern NUMBER = Pattern.compile("number=([^^]+)");

    /** The sys_id, if that is what it is named by. */
    public Optional<SysId> sysId() {
        return Optional.of(name).filter(SysId::isSysId).map(SysId::new);
    }

    boolean isOf(TaskView task) {
        return name.equalsIgnoreCase(task.number())
                || name.equalsIgnoreCase(task.sysId().value());
    }

    /** What {@code text} names at {@code instance}: by a sys_id, a number, or the address of its page there. */
    static Optional<Mention> of(URI instance, String text) {
        var wanted = text.strip();
        return wanted.regionMatches(true, 0, "http", 0, 4) && wanted.contains("://")
                ? uri(wanted).filter(page -> isAt(instance, page)).flatMap(Mention::shownAt)
                : Optional.of(wanted).filter(Literal::isValue).map(name -> new Mention(Optional.empty(), name));
    }

    private static Optional<URI> uri(String text) {
        try {
            // Browsers copy what a parser would refuse.
            return Optional.of(
                    new URI(text.replace("^", "%5E").replace(" ", "%20").replace("|", "%7C")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAt(URI instance, URI page) {
        return host(page).isPresent() && host(page).equals(host(instance)) && port(page) == port(instance);
    }

    private static Optional<String> host(URI uri) {
        return Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT));
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static Optional<Mention> shownAt(URI page) {
        var path = Optional.ofNullable(page.getRawPath()).orElse("");
        var parameters = parameters(Optional.ofNullable(page.getRawQuery()).orElse(""));
        var framed = FRAMED.matcher(path);
        if (framed.matches()) {
            return classic(decoded(framed.group(1)));
        }
        if (path.equals("/nav_to.do")) {
            return classic(parameters.getOrDefault("uri", ""));
        }
        var workspace = WORKSPACE.matcher(path);
        if (workspace.matches()) {
            return Optional.of(new Mention(Optional.of(workspace.group(1)), workspace.group(2)));
        }
        return classic(path + "?" + Optional.ofNullable(page.getRawQuery()).orElse(""))
                .or(() -> Optional.ofNullable(parameters.get("table")).flatMap(table -> named(table, parameters)));
    }

    private static Optional<Mention> classic(String target) {
        var page = CLASSIC.matcher(target);
        return page.matches() ? named(page.group(1), parameters(page.group(2))) : Optional.empty();
    }

    private static Optional<Mention> named(String table, Map<String, String> parameters) {
        var number = NUMBER.matcher(parameters.getOrDefault("sysparm_query", ""));
        return Optional.ofNullable(parameters.get("sys_id"))
                .filter(SysId::isSysId)
                .or(() -> number.find() ? Optional.of(number.group(1).strip()) : Optional.empty())
                .filter(Literal::isValue)
                .filter(name -> Literal.isName(table))
                .map(name -> new Mention(Optional.of(table), name));
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> List.of(parameter.split("=", 2)))
                .filter(parameter -> parameter.size() == 2)
                .collect(Collectors.toMap(
                        List::getFirst, parameter -> decoded(parameter.getLast()), (one, other) -> one));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            // A % that begins no code is itself.
            return text;
        }
    }
}
