package io.nowbridge.lambda;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Defaults;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which connection serves when nobody names one, as it goes over the wire: ids of connections. */
@RegisterForReflection
record DefaultsReply(Map<String, String> purposes, Map<String, String> datastores) {

    static DefaultsReply of(Defaults defaults) {
        return new DefaultsReply(
                named(defaults.byPurpose(), purpose -> purpose.label()), named(defaults.byDatastore(), name -> name));
    }

    private static <K> Map<String, String> named(Map<K, ConnectionId> ids, Function<K, String> name) {
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> name.apply(entry.getKey()),
                        entry -> entry.getValue().value()));
    }
}
