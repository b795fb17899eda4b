package io.nowbridge.activity;

import io.nowbridge.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody outside needs to know to help with entries of the log, and no more: of texts only what {@link Masking} leaves,
 * of connections neither settings nor credentials.
 *
 * @param version of what is deployed
 * @param remark of whoever asks for help
 */
public record SupportBundle(
        Instant madeAt, String version, String remark, List<Activity> entries, List<Party> systems) {

    // Ids that whoever helps has to know; what people enter as one of them has the shape of one.
    private static final Set<String> IDS =
            Set.of("anomaly", "source", "ticket", "table", "link", "event", "entry", "sku", "order", "action");

    public SupportBundle {
        entries = List.copyOf(entries);
        systems = List.copyOf(systems);
    }

    /**
     * A connected system.
     *
     * @param instance the first label of its host's name, by which its vendor knows it
     */
    public record Party(String id, String name, String type, String instance, String state) {

        static Party of(Connection connection) {
            var host = String.valueOf(connection.instance().getHost());
            return new Party(
                    connection.id().value(),
                    Masking.of(connection.name()),
                    connection.type().label(),
                    host.split("\\.", 2)[0],
                    connection.state().label());
        }
    }

    static SupportBundle of(
            Instant madeAt, String version, String remark, List<Activity> entries, List<Connection> connections) {
        return new SupportBundle(
                madeAt,
                version,
                Masking.of(remark),
                entries.stream().map(SupportBundle::masked).toList(),
                connections.stream().map(Party::of).toList());
    }

    private static Activity masked(Activity entry) {
        return new Activity(
                entry.id(),
                entry.at(),
                entry.duration(),
                entry.operation(),
                entry.function(),
                entry.connection(),
                entry.template(),
                Masking.of(entry.startedBy()),
                entry.result(),
                entry.counts(),
                masked(entry.subjects()),
                entry.failures().stream().map(SupportBundle::masked).toList(),
                entry.trace(),
                entry.ignored()
                        .map(ignored -> new Activity.Ignored(
                                Masking.of(ignored.by()), ignored.at(), Masking.of(ignored.reason()))));
    }

    private static Map<String, String> masked(Map<String, String> subjects) {
        return subjects.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        subject ->
                                IDS.contains(subject.getKey()) ? subject.getValue() : Masking.of(subject.getValue())));
    }

    private static Failure masked(Failure failure) {
        return new Failure(
                Masking.of(failure.subject()),
                Masking.of(failure.cause()),
                failure.whoCanFix(),
                Masking.of(failure.resolution()));
    }
}
