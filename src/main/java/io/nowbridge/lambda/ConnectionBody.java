package io.nowbridge.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that connects a system or changes a connection, as it comes over the wire. */
@RegisterForReflection
record ConnectionBody(
        @Nullable String type,
        @Nullable String name,
        @Nullable String instanceUrl,
        @Nullable Map<String, @Nullable String> authentication,
        @Nullable Map<String, @Nullable String> settings,
        @Nullable Boolean enabled) {

    /** The body of a request for a test. */
    @RegisterForReflection
    record Test(@Nullable Boolean createRecord) {}

    /** The body of a request that says which connection serves when nobody names one. */
    @RegisterForReflection
    record Defaults(
            @Nullable Map<String, @Nullable String> purposes,
            @Nullable Map<String, @Nullable String> datastores) {}
}
