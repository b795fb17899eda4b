package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.access.DatastoreAccess;
import io.nowbridge.access.TeamRight;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rights to datastores, one item each. A change is a transaction, for the reason that {@link DynamoDbConnections} gives.
 *
 * <table>
 * <caption>The access table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>the rights to a datastore</td><td>{@code datastores}</td><td>{@code <datastore id>}</td></tr>
 * </table>
 */
public final class DynamoDbDatastoreAccess implements DatastoreAccess {

    private static final String DATASTORES = "datastores";
    private static final String DATASTORE = "datastoreId";
    private static final String TEAMS = "teams";
    private static final String REVISION = "revision";

    private final String table;
    private final KeyedItems items;
    private final Transactions transactions;

    public DynamoDbDatastoreAccess(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.access();
        this.items = new KeyedItems(dynamoDb, table);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Granted> of(String datastore) {
        return items.find(DATASTORES, datastore)
                .map(found -> found.map(DynamoDbDatastoreAccess::granted)
                        .orElseGet(() -> new Granted(datastore, Map.of(), 0)));
    }

    @Override
    public Uni<Page<Granted>> page(PageRequest request) {
        return items.page(DATASTORES, request, true).map(page -> page.map(DynamoDbDatastoreAccess::granted));
    }

    @Override
    public Uni<Boolean> change(Granted granted) {
        return transactions.put(table, toItem(granted), granted.revision() - 1);
    }

    private static Map<String, AttributeValue> toItem(Granted granted) {
        var item = new HashMap<>(KeyedItems.key(DATASTORES, granted.datastore()));
        item.put(DATASTORE, text(granted.datastore()));
        item.put(
                TEAMS,
                AttributeValue.fromM(granted.teams().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, team -> text(team.getValue().name())))));
        item.put(REVISION, number(granted.revision()));
        return item;
    }

    private static Granted granted(Map<String, AttributeValue> item) {
        var teams = map(item, TEAMS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        team -> TeamRight.valueOf(team.getValue().s())));
        return new Granted(text(item, DATASTORE), teams, number(item, REVISION));
    }
}
