package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Health;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as it goes over the wire; of its credentials only the scheme and when they were last replaced. Times are ISO
 * 8601 in UTC.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ConnectionReply(
        String id,
        String type,
        String kind,
        String name,
        String instanceUrl,
        Credentials authentication,
        Map<String, String> settings,
        boolean enabled,
        String state,
        Optional<String> cause,
        Optional<String> testedAt,
        Change created,
        Change changed) {

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Credentials(boolean configured, Optional<String> type, Optional<String> changedAt) {}

    @RegisterForReflection
    record Change(String by, String at) {}

    @RegisterForReflection
    record Tested(ConnectionReply connection, List<CheckReply> checks) {}

    @RegisterForReflection
    record Disconnected(ConnectionReply connection, int templatesDisabled) {}

    @RegisterForReflection
    record Rewrapped(int rewrapped, int untouched, List<NotRewrapped> failed) {}

    @RegisterForReflection
    record NotRewrapped(String connectionId, String cause, String resolution) {}

    @RegisterForReflection
    record Removal(int linksRemoved, boolean complete) {}

    static ConnectionReply of(Connection connection) {
        return new ConnectionReply(
                connection.id().value(),
                connection.type().label(),
                connection.type().kind().label(),
                connection.name(),
                connection.instance().toString(),
                new Credentials(
                        connection.credentials().isPresent(),
                        connection.credentials().map(Connection.CredentialsInfo::scheme),
                        connection.credentials().map(known -> known.changedAt().toString())),
                connection.settings(),
                connection.enabled(),
                connection.state().label(),
                cause(connection.health()),
                testedAt(connection.health()),
                change(connection.created()),
                change(connection.changed()));
    }

    private static Optional<String> cause(Health health) {
        return switch (health) {
            case Health.Unproven(var why) -> Optional.of(why);
            case Health.Well well -> Optional.empty();
            case Health.Failing(var at, var cause) -> Optional.of(cause);
        };
    }

    private static Optional<String> testedAt(Health health) {
        return switch (health) {
            case Health.Unproven unproven -> Optional.empty();
            case Health.Well(var at) -> Optional.of(at.toString());
            case Health.Failing(var at, var cause) -> Optional.of(at.toString());
        };
    }

    static Change change(Connection.Change change) {
        return new Change(change.by(), change.at().toString());
    }
}
