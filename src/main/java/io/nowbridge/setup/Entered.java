package io.nowbridge.setup;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Scheme;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connection.TicketSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody filled in about a system, judged by what the type of system takes; keeps every flaw. */
final class Entered {

    // A ServiceNow instance may be named by the first part of its host name.
    private static final Pattern INSTANCE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}", Pattern.CASE_INSENSITIVE);

    private final SystemType type;
    private final Addresses addresses;
    private final Texts texts;
    private final List<Flaw> flaws = new ArrayList<>();

    Entered(SystemType type, Addresses addresses, Texts texts) {
        this.type = type;
        this.addresses = addresses;
        this.texts = texts;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    Optional<URI> instance(String given) {
        var text = given.strip();
        var url = type == SystemType.SERVICENOW && INSTANCE_ID.matcher(text).matches()
                ? "https://" + text + ".service-now.com"
                : text;
        try {
            return Optional.of(addresses.accept(url));
        } catch (IllegalArgumentException e) {
            flaw("instanceUrl", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A connection stays with its instance. */
    void sameInstance(String given, URI known) {
        if (instance(given).filter(other -> !other.equals(known)).isPresent()) {
            flaw(
                    "instanceUrl",
                    "is another instance than " + known
                            + ", to which the links and templates of this connection belong: create one for it beside this");
        }
    }

    Optional<Authentication> authentication(Map<String, String> given) {
        var scheme = Scheme.of(type, given.getOrDefault("type", ""));
        if (scheme.isEmpty()) {
            flaw(
                    "authentication.type",
                    "is for " + type.title() + " one of "
                            + Scheme.of(type).stream().map(Scheme::name).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        var values = new HashMap<>(given);
        values.remove("type");
        splitUserAndPassword(values);
        scheme.get().required().stream()
                .filter(name -> values.getOrDefault(name, "").isBlank())
                .forEach(name -> flaw("authentication." + name, "is required"));
        values.keySet().stream()
                .filter(name -> !scheme.get().takes(name))
                .forEach(name -> flaw(
                        "authentication." + name,
                        "is not a value of " + scheme.get().name()));
        if (scheme.get().name().equals("basic")
                && values.getOrDefault("username", "").contains(":")) {
            // RFC 7617: the colon is where the password begins.
            flaw("authentication.username", "cannot have a colon in it");
        }
        return Optional.of(Authentication.of(scheme.get().name(), values));
    }

    // As people know it from elsewhere: username:password in one, of which only the password may hold colons.
    private static void splitUserAndPassword(Map<String, String> values) {
        var both = values.remove("usernamePassword");
        if (both != null) {
            var colon = both.indexOf(':');
            values.putIfAbsent("username", colon < 0 ? both : both.substring(0, colon));
            values.putIfAbsent("password", colon < 0 ? "" : both.substring(colon + 1));
        }
    }

    SortedMap<String, String> settings(Map<String, String> given) {
        given.forEach((name, value) -> Settings.flaw(type, name, value)
                .or(() -> TicketSettings.isTemplate(name) ? texts.flaw(value) : Optional.empty())
                .ifPresent(message -> flaw("settings." + name, message)));
        return new TreeMap<>(given);
    }

    private void flaw(String field, String message) {
        flaws.add(new Flaw(field, message));
    }
}
