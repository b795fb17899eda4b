package io.nowbridge.lambda;

import io.nowbridge.connection.Scheme;
import io.nowbridge.connection.SystemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A type of system that can be connected, with the ways of signing in to it.
 *
 * @param hasClient whether this version can speak to it; without, its connections are kept, and nothing flows over them
 */
@RegisterForReflection
record SystemTypeReply(
        String type, String title, String kind, boolean hasClient, List<Authentication> authentications) {

    @RegisterForReflection
    record Authentication(String type, List<String> required, List<String> optional) {

        static Authentication of(Scheme scheme) {
            return new Authentication(scheme.name(), scheme.required(), scheme.optional());
        }
    }

    static SystemTypeReply of(SystemType type, boolean hasClient) {
        return new SystemTypeReply(
                type.label(),
                type.title(),
                type.kind().label(),
                hasClient,
                Scheme.of(type).stream().map(Authentication::of).toList());
    }
}
