package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Purpose;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.ChangeConnection;
import io.nowbridge.setup.ChangeDefaults;
import io.nowbridge.setup.CreateConnection;
import io.nowbridge.setup.Disconnect;
import io.nowbridge.setup.Reconnect;
import io.nowbridge.setup.RemoveConnection;
import io.nowbridge.setup.TestConnection;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads requests about connections; who may not make them is refused before anything else. */
@Singleton
final class ConnectionParser {

    private static final int NAME = 100;
    private static final int URL = 300;
    private static final int SETTING = 4_000;
    // A PEM key of 4096 bits has some 3300.
    private static final int SECRET = 10_000;
    private static final int MOST_DATASTORES = 1_000;

    // Control characters, separators of lines, and what makes a name read like another.
    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]");

    private final JsonBody json;

    ConnectionParser(JsonBody json) {
        this.json = json;
    }

    /** The connection of the path; an id that none can have is one that is not there. */
    static ConnectionId id(APIGatewayV2HTTPEvent event) {
        try {
            return new ConnectionId(event.getPathParameters().getOrDefault("connectionId", ""));
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound("such connection");
        }
    }

    /** The connection that a Manager wants to see. */
    static ConnectionId wanted(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        return id(event);
    }

    CreateConnection.Command create(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var fields = new Fields();
        var body = json.read(event, ConnectionBody.class, fields);
        if (body.enabled() != null) {
            fields.refuse("enabled", "cannot be said of a new connection, which is enabled");
        }
        var label = fields.required("type", body.type(), NAME);
        var type = fields.optional("type", label, ConnectionParser::type);
        var name = fields.required("name", body.name(), NAME);
        requirePlain(fields, name);
        var url = fields.required("instanceUrl", body.instanceUrl(), URL);
        var authentication = authentication(fields, body);
        var settings = texts(fields, "settings", body.settings(), SETTING);
        fields.check();
        return new CreateConnection.Command(by, type.orElseThrow(), name, url, authentication, settings);
    }

    ChangeConnection.Command change(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var revision = Revisions.expected(event);
        var fields = new Fields();
        var body = json.read(event, ConnectionBody.class, fields);
        refuse(fields, "type", body.type(), "cannot be changed: connect the other system beside this one");
        refuse(fields, "authentication", body.authentication(), "is changed by reconnecting, which tests it first");
        if (body.name() != null && body.name().isBlank()) {
            fields.refuse("name", "cannot be empty");
        }
        var name = fields.optional("name", body.name(), NAME);
        name.ifPresent(text -> requirePlain(fields, text));
        var url = fields.optional("instanceUrl", body.instanceUrl(), URL);
        var settings = Optional.ofNullable(body.settings()).map(given -> texts(fields, "settings", given, SETTING));
        fields.check();
        return new ChangeConnection.Command(
                by, id(event), revision, name, url, settings, Optional.ofNullable(body.enabled()));
    }

    Reconnect.Command reconnect(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var revision = Revisions.expected(event);
        var fields = new Fields();
        var body = json.read(event, ConnectionBody.class, fields);
        var elsewhere = "is changed elsewhere: reconnecting takes authentication and, if you like, instanceUrl";
        refuse(fields, "type", body.type(), elsewhere);
        refuse(fields, "name", body.name(), elsewhere);
        refuse(fields, "settings", body.settings(), elsewhere);
        refuse(fields, "enabled", body.enabled(), elsewhere);
        var url = fields.optional("instanceUrl", body.instanceUrl(), URL);
        var authentication = authentication(fields, body);
        fields.check();
        return new Reconnect.Command(by, id(event), revision, authentication, url);
    }

    TestConnection.Command test(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var fields = new Fields();
        var body = json.readAny(event, ConnectionBody.Test.class, fields);
        fields.check();
        var mayCreate = body.map(ConnectionBody.Test::createRecord).filter(Boolean.TRUE::equals);
        return new TestConnection.Command(by, id(event), mayCreate.isPresent());
    }

    static Disconnect.Command disconnect(APIGatewayV2HTTPEvent event) {
        return new Disconnect.Command(Requesters.manager(event), id(event), Revisions.expected(event));
    }

    static RemoveConnection.Command remove(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        return new RemoveConnection.Command(
                by, id(event), Revisions.expected(event), parameters.getOrDefault("confirm", ""));
    }

    ChangeDefaults.Command defaults(APIGatewayV2HTTPEvent event) {
        var by = Requesters.manager(event);
        var revision = Revisions.expected(event);
        var fields = new Fields();
        var body = json.read(event, ConnectionBody.Defaults.class, fields);
        var purposes = ids(fields, "purposes", body.purposes(), ConnectionParser::purpose);
        var datastores = ids(fields, "datastores", body.datastores(), Function.identity());
        if (datastores.size() > MOST_DATASTORES) {
            fields.refuse("datastores", "names more than " + MOST_DATASTORES);
        }
        fields.check();
        return new ChangeDefaults.Command(by, new Defaults(purposes, datastores, revision));
    }

    private static Map<String, String> authentication(Fields fields, ConnectionBody body) {
        if (body.authentication() == null) {
            fields.refuse("authentication", "is required");
        }
        return texts(fields, "authentication", body.authentication(), SECRET);
    }

    private static Map<String, String> texts(
            Fields fields, String field, @Nullable Map<String, @Nullable String> given, int length) {
        var texts = new HashMap<String, String>();
        Objects.requireNonNullElse(given, Map.<String, @Nullable String>of())
                .forEach((name, value) ->
                        fields.optional(field + "." + name, value, length).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private static <K> Map<K, ConnectionId> ids(
            Fields fields, String field, @Nullable Map<String, @Nullable String> given, Function<String, K> key) {
        var ids = new HashMap<K, ConnectionId>();
        Objects.requireNonNullElse(given, Map.<String, @Nullable String>of()).forEach((name, value) -> {
            var path = field + "." + name;
            fields.required(path, value, NAME);
            fields.required(field, name, NAME);
            var id = fields.optional(path, value, ConnectionId::new);
            fields.optional(path, name, key).ifPresent(known -> id.ifPresent(named -> ids.put(known, named)));
        });
        return ids;
    }

    private static void requirePlain(Fields fields, String name) {
        if (MISLEADING.matcher(name).find()) {
            fields.refuse("name", "has a character in it that breaks the line or turns the reading direction");
        }
    }

    private static void refuse(Fields fields, String field, @Nullable Object value, String why) {
        if (value != null) {
            fields.refuse(field, why);
        }
    }

    private static SystemType type(String label) {
        return SystemType.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is one of " + names(Stream.of(SystemType.values()).map(SystemType::label))));
    }

    private static Purpose purpose(String label) {
        return Purpose.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is none of " + names(Stream.of(Purpose.values()).map(Purpose::label))));
    }

    private static String names(Stream<String> labels) {
        return labels.collect(Collectors.joining(", "));
    }
}
