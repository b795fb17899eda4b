package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.AnomalyItems.perhaps;
import static io.nowbridge.dynamodb.AnomalyItems.put;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An event as attributes. */
final class AnomalyEventItems {

    private static final String VERSION = "version";
    private static final String ID = "eventId";
    private static final String AT = "at";
    private static final String SEQUENCE = "sequence";
    private static final String ANOMALY = "anomaly";
    private static final String TYPE = "type";
    private static final String STATUS = "status";
    private static final String COMMENT_ID = "commentId";
    private static final String AUTHOR = "author";
    private static final String TEXT = "text";
    private static final String FOR_CUSTOMER = "forCustomer";

    private static final String TRIGGERED = "triggered";
    private static final String CREATED = "created";
    private static final String STATUS_CHANGED = "status_changed";
    private static final String COMMENTED = "commented";

    private AnomalyEventItems() {}

    static Map<String, AttributeValue> of(AnomalyEvent event) {
        var item = new HashMap<String, AttributeValue>();
        item.put(VERSION, number(AnomalyEvent.VERSION));
        item.put(ID, text(event.id()));
        item.put(AT, text(event.at().toString()));
        event.sequence().ifPresent(sequence -> item.put(SEQUENCE, number(sequence)));
        item.put(ANOMALY, AnomalyItems.of(event.anomaly()));
        item.putAll(of(event.what()));
        return item;
    }

    private static Map<String, AttributeValue> of(What what) {
        return switch (what) {
            case What.Triggered any -> Map.of(TYPE, text(TRIGGERED));
            case What.Created any -> Map.of(TYPE, text(CREATED));
            case What.StatusChanged change ->
                Map.of(TYPE, text(STATUS_CHANGED), STATUS, text(change.status().name()));
            case What.Commented comment -> of(comment);
        };
    }

    private static Map<String, AttributeValue> of(What.Commented comment) {
        var item = new HashMap<String, AttributeValue>();
        item.put(TYPE, text(COMMENTED));
        put(item, COMMENT_ID, comment.id());
        put(item, AUTHOR, comment.author());
        item.put(TEXT, text(comment.text()));
        item.put(FOR_CUSTOMER, AttributeValue.fromBool(comment.forCustomer()));
        return item;
    }

    static AnomalyEvent event(Map<String, AttributeValue> item) {
        return new AnomalyEvent(
                text(item, ID),
                Instant.parse(text(item, AT)),
                Optional.ofNullable(item.get(SEQUENCE)).map(sequence -> Long.valueOf(sequence.n())),
                AnomalyItems.anomaly(Attributes.map(item, ANOMALY)),
                what(item));
    }

    private static What what(Map<String, AttributeValue> item) {
        return switch (text(item, TYPE)) {
            case TRIGGERED -> new What.Triggered();
            case CREATED -> new What.Created();
            case STATUS_CHANGED -> new What.StatusChanged(Status.valueOf(text(item, STATUS)));
            case COMMENTED ->
                new What.Commented(
                        perhaps(item, COMMENT_ID),
                        perhaps(item, AUTHOR),
                        text(item, TEXT),
                        Attributes.flag(item, FOR_CUSTOMER));
            default -> throw new IllegalStateException("nothing here keeps events of the type " + text(item, TYPE));
        };
    }
}
