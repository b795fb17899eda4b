package io.nowbridge.connection;

import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.Connection.CredentialsInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The connections that the tests speak of. */
public final class ConnectionFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    public static final Authentication CREDENTIALS =
            Authentication.of("basic", Map.of("username", "svc_nowbridge", "password", "old:pass/word+1"));

    public static final Authentication OTHER_CREDENTIALS = Authentication.of(
            "oauth-client-credentials", Map.of("clientId", "client-0f1e2d3c", "clientSecret", "new?secret&two=2"));

    private ConnectionFixtures() {}

    /** A connected ServiceNow at {@code https://<id>.service-now.com}. */
    public static Connection connection(String id) {
        return connection(id, SystemType.SERVICENOW);
    }

    public static Connection connection(String id, SystemType type) {
        var created = new Change("maria", NOW);
        return new Connection(
                new ConnectionId(id),
                type,
                "The " + id,
                URI.create("https://" + id + ".service-now.com"),
                Optional.of(new CredentialsInfo(CREDENTIALS.scheme(), NOW)),
                new TreeMap<>(Map.of("timeZone", "Europe/Berlin")),
                true,
                new Health.Well(NOW),
                created,
                created,
                1);
    }

    /** A connected system that answers at {@code instance}. */
    public static Connection connection(String id, SystemType type, URI instance, Map<String, String> settings) {
        var usual = connection(id, type);
        return new Connection(
                usual.id(),
                type,
                usual.name(),
                instance,
                usual.credentials(),
                new TreeMap<>(settings),
                true,
                usual.health(),
                usual.created(),
                usual.changed(),
                1);
    }

    /** The next revision, changed a minute later. */
    public static Connection changed(Connection before) {
        return before.changed(new Change("otto", before.changed().at().plusSeconds(60)));
    }

    public static Connection rotated(Connection before) {
        var next = changed(before);
        return next.with(Optional.of(
                new CredentialsInfo(OTHER_CREDENTIALS.scheme(), next.changed().at())));
    }

    public static Connection disconnected(Connection before) {
        return changed(before).with(Optional.empty()).found(new Health.Unproven("It was disconnected"));
    }

    public static Connection disabled(Connection before) {
        return before.with(before.name(), before.settings(), false);
    }

    public static Connection renamed(Connection before, String name) {
        return changed(before).with(name, before.settings(), before.enabled());
    }
}
