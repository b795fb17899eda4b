package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of an anomaly as plain text for people, a line for each thing. */
final class AnomalyContext {

    private AnomalyContext() {}

    static String of(Anomaly anomaly) {
        return Stream.of(
                        line("Anomaly ID", Optional.of(anomaly.id().id())),
                        line("UUID", anomaly.uuid()),
                        line("Type", anomaly.type()),
                        line("Status", anomaly.status()),
                        line("Weight", anomaly.weight().map(String::valueOf)),
                        line("Detected", anomaly.detectedAt().map(PlainText::time)),
                        line(
                                "Datastore",
                                anomaly.datastore().map(store -> store.name().orElse(store.id()))),
                        line("Container", anomaly.container()),
                        line("Fields", joined(anomaly.fields())),
                        line("Failed checks", joined(failedChecks(anomaly))),
                        line("View", anomaly.link().map(Object::toString)),
                        // The last, since it may be long, and what is too long is cut at its end.
                        line("Message", anomaly.description()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    static List<String> failedChecks(Anomaly anomaly) {
        return anomaly.failedChecks().stream().map(AnomalyContext::name).toList();
    }

    private static Optional<String> line(String label, Optional<String> value) {
        return value.filter(text -> !text.isBlank()).map(text -> label + ": " + PlainText.oneLine(text));
    }

    private static Optional<String> joined(List<String> parts) {
        return Optional.of(String.join("; ", parts));
    }

    private static String name(FailedCheck check) {
        return check.name()
                .map(name -> check.id().map(id -> name + " (" + id + ")").orElse(name))
                .or(check::id)
                .orElse("unnamed");
    }
}
