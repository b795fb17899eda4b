package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;
import static java.util.stream.Collectors.toMap;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.Purpose;
import io.nowbridge.connection.SystemType;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Connections and defaults as items. */
final class ConnectionItems {

    static final String REVISION = "revision";
    static final String SCHEME = "scheme";
    private static final String CREDENTIALS_CHANGED = "credentialsChangedAtEpochMillis";
    static final String HEALTH = "health";

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String INSTANCE = "instance";
    private static final String SETTINGS = "settings";
    private static final String ENABLED = "enabled";
    private static final String CREATED = "created";
    private static final String CHANGED = "changed";
    private static final String BY = "by";
    private static final String AT = "atEpochMillis";
    private static final String CAUSE = "cause";
    private static final String PURPOSES = "purposes";
    private static final String DATASTORES = "datastores";

    /** What people change without touching the credentials. */
    static final List<String> EDITED = List.of(NAME, SETTINGS, ENABLED, CHANGED, REVISION);

    private ConnectionItems() {}

    static Map<String, AttributeValue> of(Connection connection) {
        var item = new HashMap<String, AttributeValue>();
        item.put(ID, text(connection.id().value()));
        item.put(TYPE, text(connection.type().label()));
        item.put(NAME, text(connection.name()));
        item.put(INSTANCE, text(connection.instance().toString()));
        item.put(SETTINGS, texts(connection.settings(), Function.identity(), Function.identity()));
        item.put(ENABLED, AttributeValue.fromBool(connection.enabled()));
        item.put(HEALTH, AttributeValue.fromM(of(connection.health())));
        item.put(CREATED, AttributeValue.fromM(of(connection.created())));
        item.put(CHANGED, AttributeValue.fromM(of(connection.changed())));
        item.put(REVISION, number(connection.revision()));
        connection.credentials().ifPresent(known -> {
            item.put(SCHEME, text(known.scheme()));
            item.put(CREDENTIALS_CHANGED, number(known.changedAt().toEpochMilli()));
        });
        return item;
    }

    static Connection connection(Map<String, AttributeValue> item) {
        return new Connection(
                new ConnectionId(text(item, ID)),
                SystemType.labelled(text(item, TYPE)).orElseThrow(),
                text(item, NAME),
                URI.create(text(item, INSTANCE)),
                Optional.ofNullable(item.get(SCHEME))
                        .map(scheme -> new CredentialsInfo(scheme.s(), instant(item, CREDENTIALS_CHANGED))),
                new TreeMap<>(texts(item, SETTINGS, Function.identity(), Function.identity())),
                Attributes.flag(item, ENABLED),
                health(Attributes.map(item, HEALTH)),
                change(Attributes.map(item, CREATED)),
                change(Attributes.map(item, CHANGED)),
                number(item, REVISION));
    }

    static Map<String, AttributeValue> of(Health health) {
        return switch (health) {
            case Health.Unproven(var why) -> Map.of(CAUSE, text(why));
            case Health.Well(var at) -> Map.of(AT, number(at.toEpochMilli()));
            case Health.Failing(var at, var cause) -> Map.of(AT, number(at.toEpochMilli()), CAUSE, text(cause));
        };
    }

    private static Health health(Map<String, AttributeValue> item) {
        if (!item.containsKey(AT)) {
            return new Health.Unproven(text(item, CAUSE));
        }
        var at = instant(item, AT);
        return item.containsKey(CAUSE) ? new Health.Failing(at, text(item, CAUSE)) : new Health.Well(at);
    }

    static Map<String, AttributeValue> of(Defaults defaults) {
        var item = new HashMap<String, AttributeValue>();
        item.put(PURPOSES, texts(defaults.byPurpose(), Purpose::label, ConnectionId::value));
        item.put(DATASTORES, texts(defaults.byDatastore(), Function.identity(), ConnectionId::value));
        item.put(REVISION, number(defaults.revision()));
        return item;
    }

    static Defaults defaults(Map<String, AttributeValue> item) {
        return new Defaults(
                texts(item, PURPOSES, label -> Purpose.labelled(label).orElseThrow(), ConnectionId::new),
                texts(item, DATASTORES, Function.identity(), ConnectionId::new),
                number(item, REVISION));
    }

    private static Map<String, AttributeValue> of(Change change) {
        return Map.of(BY, text(change.by()), AT, number(change.at().toEpochMilli()));
    }

    private static Change change(Map<String, AttributeValue> item) {
        return new Change(text(item, BY), instant(item, AT));
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(number(item, name));
    }

    private static <K, V> AttributeValue texts(Map<K, V> map, Function<K, String> key, Function<V, String> value) {
        return AttributeValue.fromM(map.entrySet().stream()
                .collect(toMap(entry -> key.apply(entry.getKey()), entry -> text(value.apply(entry.getValue())))));
    }

    private static <K, V> Map<K, V> texts(
            Map<String, AttributeValue> item, String name, Function<String, K> key, Function<String, V> value) {
        return Attributes.map(item, name).entrySet().stream()
                .collect(toMap(
                        entry -> key.apply(entry.getKey()),
                        entry -> value.apply(entry.getValue().s())));
    }
}
