package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An anomaly as templates name its parts; what is not known is missing.
 *
 * <table>
 * <caption>The values</caption>
 * <tr><td>{@code id}, {@code source}, {@code uuid}, {@code type}, {@code status}, {@code fingerprint}, {@code
 * description}, {@code container}, {@code link}</td><td>text</td></tr>
 * <tr><td>{@code weight}</td><td>a number</td></tr>
 * <tr><td>{@code detectedAt}</td><td>{@code 2026-01-23 19:51:23 UTC}</td></tr>
 * <tr><td>{@code datastore.id}, {@code datastore.name}</td><td>text</td></tr>
 * <tr><td>{@code fields}, {@code tags}</td><td>lists of names</td></tr>
 * <tr><td>{@code failedChecks}</td><td>a list such as {@code Total Amount Check (99)}</td></tr>
 * <tr><td>{@code ruleTypes}</td><td>a list of the failed checks' types, each once</td></tr>
 * </table>
 */
public final class AnomalyValues {

    private AnomalyValues() {}

    public static Map<String, Object> of(Anomaly anomaly) {
        var values = new HashMap<String, Object>();
        values.put("id", anomaly.id().id());
        values.put("source", anomaly.id().source());
        put(values, "uuid", anomaly.uuid());
        put(values, "type", anomaly.type());
        put(values, "status", anomaly.status());
        put(values, "weight", anomaly.weight());
        put(values, "fingerprint", anomaly.fingerprint());
        put(values, "description", anomaly.description());
        put(values, "datastore", anomaly.datastore().map(AnomalyValues::of));
        put(values, "container", anomaly.container());
        put(values, "detectedAt", anomaly.detectedAt().map(PlainText::time));
        put(values, "link", anomaly.link().map(Object::toString));
        values.put("fields", anomaly.fields());
        values.put("tags", anomaly.tags());
        values.put("failedChecks", AnomalyContext.failedChecks(anomaly));
        values.put(
                "ruleTypes",
                anomaly.failedChecks().stream()
                        .map(FailedCheck::ruleType)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
        return Map.copyOf(values);
    }

    private static Map<String, Object> of(Datastore datastore) {
        var values = new HashMap<String, Object>(Map.of("id", datastore.id()));
        put(values, "name", datastore.name());
        return Map.copyOf(values);
    }

    private static void put(Map<String, Object> values, String name, Optional<?> value) {
        value.ifPresent(known -> values.put(name, known));
    }
}
