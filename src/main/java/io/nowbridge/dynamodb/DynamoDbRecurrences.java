package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.rule.Recurrences;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Series of anomalies, in the table that {@link DynamoDbRules} describes. */
public final class DynamoDbRecurrences implements Recurrences {

    private static final String FIRST = "firstAnomalyId";
    private static final String NUMBER = "number";
    private static final String LAST_AT = "lastAtEpochMillis";
    private static final String REVISION = "revision";
    private static final String EXPIRES = "expiresAtEpochSeconds";
    // Longer than any rule looks back.
    private static final Duration MEMORY = Duration.ofDays(100);

    private final String table;
    private final KeyedItems items;
    private final Transactions transactions;

    public DynamoDbRecurrences(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.rules();
        this.items = new KeyedItems(dynamoDb, table);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Optional<Series>> find(String source, String fingerprint) {
        return items.find(partition(source), fingerprint)
                .map(found -> found.map(item -> series(source, fingerprint, item)));
    }

    @Override
    public Uni<Boolean> keep(Series series) {
        var item = new HashMap<>(KeyedItems.key(partition(series.first().source()), series.fingerprint()));
        item.put(FIRST, text(series.first().id()));
        item.put(NUMBER, number(series.number()));
        item.put(LAST_AT, number(series.lastAt().toEpochMilli()));
        item.put(REVISION, number(series.revision() + 1));
        item.put(EXPIRES, number(series.lastAt().plus(MEMORY).getEpochSecond()));
        return transactions.put(table, item, series.revision());
    }

    private static Series series(String source, String fingerprint, Map<String, AttributeValue> item) {
        return new Series(
                fingerprint,
                new AnomalyId(source, text(item, FIRST)),
                Math.toIntExact(number(item, NUMBER)),
                Instant.ofEpochMilli(number(item, LAST_AT)),
                number(item, REVISION));
    }

    private static String partition(String source) {
        return "series#" + source;
    }
}
