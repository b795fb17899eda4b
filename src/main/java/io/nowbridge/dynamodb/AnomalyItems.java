package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyId;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An anomaly as attributes, the same wherever one is kept; what is not known has none. */
final class AnomalyItems {

    private static final String SOURCE = "source";
    private static final String ID = "id";
    private static final String UUID = "uuid";
    private static final String TYPE = "type";
    private static final String STATUS = "status";
    private static final String WEIGHT = "weight";
    private static final String FINGERPRINT = "fingerprint";
    private static final String DESCRIPTION = "description";
    private static final String DATASTORE = "datastore";
    private static final String CONTAINER = "container";
    private static final String FIELDS = "fields";
    private static final String TAGS = "tags";
    private static final String FAILED_CHECKS = "failedChecks";
    private static final String DETECTED_AT = "detectedAt";
    private static final String LINK = "link";
    private static final String NAME = "name";
    private static final String RULE_TYPE = "ruleType";

    private AnomalyItems() {}

    /** The partition of all that is kept about an anomaly. */
    static String partition(AnomalyId id) {
        return "anomaly#" + id.source() + "#" + id.id();
    }

    static AttributeValue of(Anomaly anomaly) {
        var item = new HashMap<String, AttributeValue>();
        item.put(SOURCE, text(anomaly.id().source()));
        item.put(ID, text(anomaly.id().id()));
        put(item, UUID, anomaly.uuid());
        put(item, TYPE, anomaly.type());
        put(item, STATUS, anomaly.status());
        anomaly.weight().ifPresent(weight -> item.put(WEIGHT, number(weight)));
        put(item, FINGERPRINT, anomaly.fingerprint());
        put(item, DESCRIPTION, anomaly.description());
        anomaly.datastore().ifPresent(datastore -> item.put(DATASTORE, of(datastore)));
        put(item, CONTAINER, anomaly.container());
        item.put(FIELDS, texts(anomaly.fields()));
        item.put(TAGS, texts(anomaly.tags()));
        item.put(
                FAILED_CHECKS,
                Attributes.list(
                        anomaly.failedChecks().stream().map(AnomalyItems::of).toList()));
        put(item, DETECTED_AT, anomaly.detectedAt().map(Instant::toString));
        put(item, LINK, anomaly.link().map(URI::toString));
        return AttributeValue.fromM(item);
    }

    static Anomaly anomaly(Map<String, AttributeValue> item) {
        return new Anomaly(
                new AnomalyId(text(item, SOURCE), text(item, ID)),
                perhaps(item, UUID),
                perhaps(item, TYPE),
                perhaps(item, STATUS),
                Optional.ofNullable(item.get(WEIGHT)).map(weight -> Integer.valueOf(weight.n())),
                perhaps(item, FINGERPRINT),
                perhaps(item, DESCRIPTION),
                Optional.ofNullable(item.get(DATASTORE))
                        .map(AttributeValue::m)
                        .map(datastore -> new Datastore(text(datastore, ID), perhaps(datastore, NAME))),
                perhaps(item, CONTAINER),
                texts(item, FIELDS),
                texts(item, TAGS),
                Attributes.list(item, FAILED_CHECKS).stream()
                        .map(check ->
                                new FailedCheck(perhaps(check, ID), perhaps(check, NAME), perhaps(check, RULE_TYPE)))
                        .toList(),
                perhaps(item, DETECTED_AT).map(Instant::parse),
                perhaps(item, LINK).map(URI::create));
    }

    static void put(Map<String, AttributeValue> item, String name, Optional<String> value) {
        value.ifPresent(known -> item.put(name, text(known)));
    }

    static Optional<String> perhaps(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static AttributeValue of(Datastore datastore) {
        var item = new HashMap<String, AttributeValue>();
        item.put(ID, text(datastore.id()));
        put(item, NAME, datastore.name());
        return AttributeValue.fromM(item);
    }

    private static Map<String, AttributeValue> of(FailedCheck check) {
        var item = new HashMap<String, AttributeValue>();
        put(item, ID, check.id());
        put(item, NAME, check.name());
        put(item, RULE_TYPE, check.ruleType());
        return item;
    }

    private static AttributeValue texts(List<String> values) {
        return AttributeValue.fromL(values.stream().map(Attributes::text).toList());
    }

    private static List<String> texts(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(AttributeValue::s)
                .toList();
    }
}
