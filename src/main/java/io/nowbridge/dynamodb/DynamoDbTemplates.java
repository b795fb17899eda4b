package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Templates and their versions. Each write of a template writes all that tells of it, in one transaction.
 *
 * <table>
 * <caption>The templates table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>template</td><td>{@code templates}</td><td>{@code <id>}</td></tr>
 * <tr><td>the templates of a connection, once for each of the two</td><td>{@code connection#<connection>}</td>
 * <td>{@code <id>}</td></tr>
 * <tr><td>version</td><td>{@code template#<id>}</td><td>{@code <revision, 19 digits>}</td></tr>
 * <tr><td>which template of a kind is enabled between two systems</td>
 * <td>{@code enabled#<kind>#<desk>#<distributor>}</td><td>{@code enabled}</td></tr>
 * </table>
 */
public final class DynamoDbTemplates implements Templates {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String ALL = "templates";
    private static final String FREE_OR_OURS = "attribute_not_exists(pk) OR #id = :id";

    private static final int CONFLICTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;
    private final KeyedItems items;

    public DynamoDbTemplates(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.items = new KeyedItems(dynamoDb, config.templates());
    }

    @Override
    public Uni<Page<Template>> page(PageRequest request) {
        return items.page(ALL, request, true).map(page -> page.map(TemplateItems::template));
    }

    @Override
    public Uni<Page<Template>> page(ConnectionId connection, PageRequest request) {
        return items.page(joining(connection), request, true).map(page -> page.map(TemplateItems::template));
    }

    @Override
    public Uni<Optional<Template>> find(TemplateId id) {
        return items.find(ALL, id.value()).map(found -> found.map(TemplateItems::template));
    }

    @Override
    public Uni<Page<Template>> versions(TemplateId id, PageRequest request) {
        return items.page(versions(id), request, false).map(page -> page.map(TemplateItems::template));
    }

    @Override
    public Uni<Optional<Template>> version(TemplateId id, long revision) {
        return items.find(versions(id), version(revision)).map(found -> found.map(TemplateItems::template));
    }

    @Override
    public Uni<Void> add(Template template) {
        return write(copies(template, head -> head.conditionExpression("attribute_not_exists(pk)"))
                .toList());
    }

    @Override
    public Uni<Boolean> change(Template changed) {
        return ifUnchanged(copies(changed).toList());
    }

    @Override
    public Uni<Enabling> enable(Template enabled) {
        var slot = put(
                slot(enabled),
                Map.of(TemplateItems.ID, text(enabled.id().value())),
                put -> put.conditionExpression(FREE_OR_OURS)
                        .expressionAttributeNames(Map.of("#id", TemplateItems.ID))
                        .expressionAttributeValues(
                                Map.of(":id", text(enabled.id().value())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
        var writes = Stream.concat(Stream.of(slot), copies(enabled)).toList();
        return write(writes)
                .replaceWith((Enabling) new Enabling.Enabled())
                .onFailure(DynamoDbTemplates::isRefusal)
                .recoverWithItem(failure -> enabling(((TransactionCanceledException) failure)
                        .cancellationReasons()
                        .getFirst()));
    }

    private static Enabling enabling(CancellationReason ofSlot) {
        return isRefused(ofSlot)
                ? new Enabling.Taken(new TemplateId(text(ofSlot.item(), TemplateItems.ID)))
                : new Enabling.ChangedMeanwhile();
    }

    @Override
    public Uni<Boolean> disable(Template disabled) {
        var slot = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(config.templates())
                        .key(slot(disabled))
                        .conditionExpression(FREE_OR_OURS)
                        .expressionAttributeNames(Map.of("#id", TemplateItems.ID))
                        .expressionAttributeValues(
                                Map.of(":id", text(disabled.id().value()))))
                .build();
        return ifUnchanged(Stream.concat(Stream.of(slot), copies(disabled)).toList());
    }

    @Override
    public Uni<Boolean> remove(Template template) {
        var head = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(config.templates())
                        .key(key(ALL, template.id().value()))
                        .conditionExpression("#revision = :revision AND #enabled = :disabled")
                        .expressionAttributeNames(
                                Map.of("#revision", TemplateItems.REVISION, "#enabled", TemplateItems.ENABLED))
                        .expressionAttributeValues(Map.of(
                                ":revision", number(template.revision()), ":disabled", AttributeValue.fromBool(false))))
                .build();
        var copies = ofConnections(template)
                .map(key -> TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(config.templates()).key(key))
                        .build());
        return ifUnchanged(Stream.concat(Stream.of(head), copies).toList())
                .call(removed ->
                        removed ? sweep(template.id()) : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> sweep(TemplateId id) {
        return items.empty(versions(id));
    }

    private Uni<Boolean> ifUnchanged(List<TransactWriteItem> writes) {
        return write(writes)
                .replaceWith(true)
                .onFailure(DynamoDbTemplates::isRefusal)
                .recoverWithItem(false);
    }

    private Uni<Void> write(List<TransactWriteItem> writes) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes)))
                .replaceWithVoid()
                // Somebody else is writing the same template: asked again, the conditions say who came first.
                .onFailure(DynamoDbTemplates::isConflict)
                .retry()
                .withBackOff(PAUSE)
                .atMost(CONFLICTS);
    }

    private Stream<TransactWriteItem> copies(Template template) {
        return copies(
                template,
                head -> head.conditionExpression("#revision = :before")
                        .expressionAttributeNames(Map.of("#revision", TemplateItems.REVISION))
                        .expressionAttributeValues(Map.of(":before", number(template.revision() - 1))));
    }

    private Stream<TransactWriteItem> copies(Template template, Consumer<Put.Builder> condition) {
        var item = TemplateItems.toItem(template);
        var head = put(key(ALL, template.id().value()), item, condition);
        var version = key(versions(template.id()), version(template.revision()));
        return Stream.concat(
                Stream.of(head),
                Stream.concat(Stream.of(version), ofConnections(template)).map(key -> put(key, item, put -> {})));
    }

    private static Stream<Map<String, AttributeValue>> ofConnections(Template template) {
        return Stream.of(template.form().desk(), template.form().distributor())
                .map(connection -> key(joining(connection), template.id().value()));
    }

    private TransactWriteItem put(
            Map<String, AttributeValue> key, Map<String, AttributeValue> item, Consumer<Put.Builder> condition) {
        var whole = new HashMap<>(item);
        whole.putAll(key);
        return TransactWriteItem.builder()
                .put(put -> condition.accept(put.tableName(config.templates()).item(whole)))
                .build();
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof TransactionCanceledException cancelled
                && cancelled.cancellationReasons().stream().anyMatch(DynamoDbTemplates::isRefused);
    }

    private static boolean isRefused(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof TransactionCanceledException cancelled
                && !isRefusal(cancelled)
                && cancelled.cancellationReasons().stream()
                        .anyMatch(reason -> "TransactionConflict".equals(reason.code()));
    }

    private static String joining(ConnectionId connection) {
        return "connection#" + connection;
    }

    private static String versions(TemplateId id) {
        return "template#" + id;
    }

    private static String version(long revision) {
        return "%019d".formatted(revision);
    }

    private static Map<String, AttributeValue> slot(Template template) {
        var form = template.form();
        return key("enabled#" + form.kind().label() + "#" + form.desk() + "#" + form.distributor(), "enabled");
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, text(pk), SK, text(sk));
    }
}
