package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.ticket.ListedAnomaly;
import io.nowbridge.ticket.ShowAnomaly.Outcome.Shown;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * An anomaly as it goes over the wire; everything but its id may be missing.
 *
 * @param tickets how many it has; 10 stands for ten or more
 * @param seenAt when it was last heard of, where its platform could not be asked
 * @param may what the requester may do with it, where one anomaly was asked for
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AnomalyReply(
        String source,
        String id,
        Optional<String> type,
        Optional<String> status,
        Optional<Integer> weight,
        Optional<String> description,
        Optional<Datastore> datastore,
        Optional<String> container,
        List<String> fields,
        List<String> tags,
        List<Check> failedChecks,
        Optional<String> detectedAt,
        Optional<String> link,
        int tickets,
        Optional<String> seenAt,
        Optional<May> may) {

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Datastore(String id, Optional<String> name) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Check(Optional<String> id, Optional<String> name, Optional<String> ruleType) {}

    @RegisterForReflection
    record May(boolean createTicket, boolean link) {}

    static AnomalyReply of(ListedAnomaly listed) {
        return of(listed, Optional.empty(), Optional.empty());
    }

    static AnomalyReply of(Shown shown) {
        // Who is shown an anomaly has the right Reporter at least, and more is not needed to open a ticket.
        var may = new May(true, shown.mayLink());
        return of(shown.anomaly(), shown.seenAt().map(Object::toString), Optional.of(may));
    }

    private static AnomalyReply of(ListedAnomaly listed, Optional<String> seenAt, Optional<May> may) {
        var anomaly = listed.anomaly();
        return new AnomalyReply(
                anomaly.id().source(),
                anomaly.id().id(),
                anomaly.type(),
                anomaly.status(),
                anomaly.weight(),
                anomaly.description(),
                anomaly.datastore().map(store -> new Datastore(store.id(), store.name())),
                anomaly.container(),
                anomaly.fields(),
                anomaly.tags(),
                anomaly.failedChecks().stream().map(AnomalyReply::check).toList(),
                anomaly.detectedAt().map(Object::toString),
                anomaly.link().map(Object::toString),
                listed.tickets(),
                seenAt,
                may);
    }

    private static Check check(Anomaly.FailedCheck check) {
        return new Check(check.id(), check.name(), check.ruleType());
    }
}
