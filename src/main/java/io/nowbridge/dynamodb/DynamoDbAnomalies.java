package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.AnomalyItems.perhaps;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known of anomalies, beside their events.
 *
 * <table>
 * <caption>Heads in the anomalies table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>what is known of an anomaly</td><td>{@code anomaly#<source>#<id>}</td><td>{@code head}</td></tr>
 * </table>
 */
public final class DynamoDbAnomalies implements Anomalies {

    private static final String HEAD = "head";

    private static final String ANOMALY = "anomaly";
    private static final String STATUS = "status";
    private static final String SEQUENCE = "sequence";
    private static final String SEEN_AT = "seenAt";
    private static final String REVISION = "revision";

    private final String table;
    private final KeyedItems items;
    private final Transactions transactions;

    public DynamoDbAnomalies(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.anomalies();
        this.items = new KeyedItems(dynamoDb, table);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Optional<Known>> find(AnomalyId id) {
        return items.find(AnomalyItems.partition(id), HEAD).map(found -> found.map(DynamoDbAnomalies::known));
    }

    @Override
    public Uni<Boolean> keep(Known known) {
        return transactions.put(table, toItem(known), known.revision());
    }

    private static Map<String, AttributeValue> toItem(Known known) {
        var item = new HashMap<>(
                KeyedItems.key(AnomalyItems.partition(known.anomaly().id()), HEAD));
        item.put(ANOMALY, AnomalyItems.of(known.anomaly()));
        known.status().ifPresent(status -> item.put(STATUS, text(status.name())));
        known.sequence().ifPresent(sequence -> item.put(SEQUENCE, number(sequence)));
        item.put(SEEN_AT, text(known.seenAt().toString()));
        item.put(REVISION, number(known.revision() + 1));
        return item;
    }

    private static Known known(Map<String, AttributeValue> item) {
        return new Known(
                AnomalyItems.anomaly(Attributes.map(item, ANOMALY)),
                perhaps(item, STATUS).map(Status::valueOf),
                Optional.ofNullable(item.get(SEQUENCE)).map(sequence -> Long.valueOf(sequence.n())),
                Instant.parse(text(item, SEEN_AT)),
                Attributes.number(item, REVISION));
    }
}
