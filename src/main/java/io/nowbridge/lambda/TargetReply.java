package io.nowbridge.lambda;

import io.nowbridge.connection.Connection;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What anybody may know of a connection: enough to choose where a ticket goes. */
@RegisterForReflection
record TargetReply(String id, String name, String type) {

    static TargetReply of(Connection connection) {
        return new TargetReply(
                connection.id().value(), connection.name(), connection.type().label());
    }
}
