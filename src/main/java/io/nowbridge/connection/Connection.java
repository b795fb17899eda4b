package io.nowbridge.connection;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A system outside that the functions may use. Its credentials are kept apart.
 *
 * @param instance scheme, host and port, and nothing more
 * @param credentials empty once it is disconnected, and until it is connected again
 * @param enabled whether anything may flow over it
 * @param health what the last test found
 * @param revision counts the changes that people made, from 1
 */
public record Connection(
        ConnectionId id,
        SystemType type,
        String name,
        URI instance,
        Optional<CredentialsInfo> credentials,
        SortedMap<String, String> settings,
        boolean enabled,
        Health health,
        Change created,
        Change changed,
        long revision) {

    public Connection {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** What may be known of credentials: the scheme, and when they were last replaced. */
    public record CredentialsInfo(String scheme, Instant changedAt) {}

    /** Who changed something, and when. */
    public record Change(String by, Instant at) {}

    /** What becomes of work that would flow over it. */
    public enum State {
        /** It has no credentials, or they have never been seen to work: nothing flows. */
        NOT_CONNECTED("Not connected"),
        CONNECTED("Connected"),
        /** The last test failed; work is tried all the same, since the cause may have passed. */
        ERROR("Error"),
        /** Somebody switched it off: nothing flows. */
        DISABLED("Disabled");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public State state() {
        if (credentials.isEmpty()) {
            return State.NOT_CONNECTED;
        }
        if (!enabled) {
            return State.DISABLED;
        }
        return switch (health) {
            case Health.Unproven unproven -> State.NOT_CONNECTED;
            case Health.Well well -> State.CONNECTED;
            case Health.Failing failing -> State.ERROR;
        };
    }

    /** Whether work may flow over it. */
    public boolean isOpen() {
        return switch (state()) {
            case CONNECTED, ERROR -> true;
            case NOT_CONNECTED, DISABLED -> false;
        };
    }

    /** The next revision, by whoever changes it. */
    public Connection changed(Change change) {
        return new Connection(
                id, type, name, instance, credentials, settings, enabled, health, created, change, revision + 1);
    }

    public Connection with(String otherName, SortedMap<String, String> otherSettings, boolean isEnabled) {
        return new Connection(
                id,
                type,
                otherName,
                instance,
                credentials,
                otherSettings,
                isEnabled,
                health,
                created,
                changed,
                revision);
    }

    public Connection with(Optional<CredentialsInfo> others) {
        return new Connection(id, type, name, instance, others, settings, enabled, health, created, changed, revision);
    }

    /** With what a test found. */
    public Connection found(Health found) {
        return new Connection(
                id, type, name, instance, credentials, settings, enabled, found, created, changed, revision);
    }
}
