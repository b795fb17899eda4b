package io.nowbridge.setup;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Kind;
import io.nowbridge.connection.PlatformSettings;
import io.nowbridge.connection.SystemType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Which source of anomalies each platform is: no two are the same, or nobody could tell whose an anomaly is. */
final class Sources {

    private Sources() {}

    /** What is wrong with settings of a platform beside {@code others}, if anything is. */
    static Optional<Flaw> flaw(SystemType type, SortedMap<String, String> settings, List<Connection> others) {
        var source = new PlatformSettings(settings).source();
        return others.stream()
                .filter(other ->
                        type.kind() == Kind.ANOMALY_PLATFORM && other.type().kind() == type.kind())
                .filter(other -> PlatformSettings.of(other).source().equals(source))
                .findFirst()
                .map(other -> new Flaw(
                        "settings.source",
                        "is " + source + ", which the connection " + other.id()
                                + " is already: give one of them another source, or remove that one"));
    }
}
