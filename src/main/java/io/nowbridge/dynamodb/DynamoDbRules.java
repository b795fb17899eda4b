package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.rule.OpeningRule;
import io.nowbridge.rule.RuleId;
import io.nowbridge.rule.Rules;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Rules, one item each; what they have done is kept by {@link DynamoDbStormBrake} and {@link DynamoDbRecurrences}. A change is
 * a transaction, for the reason that {@link DynamoDbConnections} gives.
 *
 * <table>
 * <caption>The rules table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>ttl</th></tr>
 * <tr><td>rule</td><td>{@code rules}</td><td>{@code <id>}</td><td></td></tr>
 * <tr><td>when an opening was asked for first</td><td>{@code opening#<rule>#<name>}</td><td>{@code place}</td>
 * <td>{@code expiresAtEpochSeconds}</td></tr>
 * <tr><td>what a rule opens in an hour</td><td>{@code hour#<rule>#<hour>}</td><td>{@code opened}</td>
 * <td>{@code expiresAtEpochSeconds}</td></tr>
 * <tr><td>the anomalies with a fingerprint</td><td>{@code series#<source>}</td><td>{@code <fingerprint>}</td>
 * <td>{@code expiresAtEpochSeconds}</td></tr>
 * </table>
 */
public final class DynamoDbRules implements Rules {

    private static final String RULES = "rules";

    private final String table;
    private final KeyedItems items;
    private final Transactions transactions;

    public DynamoDbRules(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.rules();
        this.items = new KeyedItems(dynamoDb, table);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Page<OpeningRule>> page(PageRequest request) {
        return items.page(RULES, request, true).map(page -> page.map(RuleItems::rule));
    }

    @Override
    public Uni<Optional<OpeningRule>> find(RuleId id) {
        return items.find(RULES, id.value()).map(found -> found.map(RuleItems::rule));
    }

    @Override
    public Uni<Boolean> save(OpeningRule rule) {
        var item = new HashMap<>(RuleItems.toItem(rule));
        item.putAll(KeyedItems.key(RULES, rule.id().value()));
        return transactions.put(table, item, rule.revision() - 1);
    }

    @Override
    public Uni<Boolean> remove(OpeningRule rule) {
        return transactions.writeIfUnchanged(List.of(TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(KeyedItems.key(RULES, rule.id().value()))
                        .conditionExpression("revision = :revision")
                        .expressionAttributeValues(Map.of(":revision", number(rule.revision()))))
                .build()));
    }
}
