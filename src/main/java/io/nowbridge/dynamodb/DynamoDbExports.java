package io.nowbridge.dynamodb;

import io.nowbridge.export.Export;
import io.nowbridge.export.Exports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Exports, one item each.
 *
 * <table>
 * <caption>Exports in the activity table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>ttl</th></tr>
 * <tr><td>export</td><td>{@code export#<id>}</td><td>{@code export}</td><td>{@code expiresAtEpochSeconds}, a week after it was
 * asked for; none where it is a day of the archive</td></tr>
 * </table>
 */
public final class DynamoDbExports implements Exports {

    private static final String SK = "export";

    private final String table;
    private final KeyedItems items;
    private final Transactions transactions;

    public DynamoDbExports(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.activity();
        this.items = new KeyedItems(dynamoDb, table);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Boolean> add(Export export) {
        return put(export, 0);
    }

    @Override
    public Uni<Optional<Export>> find(String id) {
        return items.find(pk(id), SK).map(found -> found.map(item -> ExportItems.export(id, item)));
    }

    @Override
    public Uni<Boolean> replace(Export next) {
        return put(next, next.revision() - 1);
    }

    private Uni<Boolean> put(Export export, long before) {
        var item = ExportItems.item(export);
        item.putAll(KeyedItems.key(pk(export.id()), SK));
        return transactions.put(table, item, before);
    }

    private static String pk(String id) {
        return "export#" + id;
    }
}
