package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.activity.EntryKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Entries of the log as the API names them: by when they began and their id, in one opaque text. */
final class EntryIds {

    static final String ENTRY = "such entry";

    private EntryIds() {}

    static String of(EntryKey key) {
        return OpaqueText.of(key.text());
    }

    /** The entry that an id names, whether it is there or not; empty where none can have that id. */
    static Optional<EntryKey> read(String id) {
        try {
            return Optional.of(EntryKey.of(OpaqueText.read(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The entry that the path names. An id that none can have is one that is not there. */
    static EntryKey path(APIGatewayV2HTTPEvent event) {
        var parameters = Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of());
        return read(parameters.getOrDefault("entryId", "")).orElseThrow(() -> RefusedException.notFound(ENTRY));
    }
}
