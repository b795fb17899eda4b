package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;
import static io.nowbridge.dynamodb.KeyedItems.key;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The keys of the templates table, and the writes that belong into one transaction. */
final class TemplateWrites {

    /** The partition of all templates. */
    static final String ALL = "templates";

    private static final String FREE_OR_OURS = TableWrites.IS_NOT_THERE + " OR #id = :id";

    private final TableWrites writes;

    TemplateWrites(String table) {
        this.writes = new TableWrites(table);
    }

    /** The partition of a connection's templates. */
    static String joining(ConnectionId connection) {
        return "connection#" + connection;
    }

    /** The partition of a template's versions. */
    static String versions(TemplateId id) {
        return "template#" + id;
    }

    /** The sort key of a version. */
    static String version(long revision) {
        return "%019d".formatted(revision);
    }

    List<TransactWriteItem> add(Template template) {
        return copies(template, head -> head.conditionExpression(TableWrites.IS_NOT_THERE))
                .toList();
    }

    /** A template in place of its revision before. */
    List<TransactWriteItem> change(Template changed) {
        return next(changed).toList();
    }

    /** The same, and the place of the only one enabled; whether that was free is the first thing to be judged. */
    List<TransactWriteItem> enable(Template enabled) {
        var id = enabled.id().value();
        var take = writes.put(
                place(enabled),
                Map.of(TemplateItems.ID, text(id)),
                put -> put.conditionExpression(FREE_OR_OURS)
                        .expressionAttributeNames(Map.of("#id", TemplateItems.ID))
                        .expressionAttributeValues(Map.of(":id", text(id)))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
        return Stream.concat(Stream.of(take), next(enabled)).toList();
    }

    List<TransactWriteItem> disable(Template disabled) {
        var leave = writes.remove(
                place(disabled),
                delete -> delete.conditionExpression(FREE_OR_OURS)
                        .expressionAttributeNames(Map.of("#id", TemplateItems.ID))
                        .expressionAttributeValues(
                                Map.of(":id", text(disabled.id().value()))));
        return Stream.concat(Stream.of(leave), next(disabled)).toList();
    }

    /** Everything but the versions. */
    List<TransactWriteItem> remove(Template template) {
        var head = writes.remove(
                key(ALL, template.id().value()),
                delete -> delete.conditionExpression("#revision = :revision AND #enabled = :disabled")
                        .expressionAttributeNames(
                                Map.of("#revision", TemplateItems.REVISION, "#enabled", TemplateItems.ENABLED))
                        .expressionAttributeValues(Map.of(
                                ":revision", number(template.revision()),
                                ":disabled", AttributeValue.fromBool(false))));
        var copies = ofConnections(template).map(key -> writes.remove(key, delete -> {}));
        return Stream.concat(Stream.of(head), copies).toList();
    }

    private Stream<TransactWriteItem> next(Template template) {
        return copies(
                template,
                head -> head.conditionExpression("#revision = :before")
                        .expressionAttributeNames(Map.of("#revision", TemplateItems.REVISION))
                        .expressionAttributeValues(Map.of(":before", number(template.revision() - 1))));
    }

    private Stream<TransactWriteItem> copies(Template template, Consumer<Put.Builder> condition) {
        var item = TemplateItems.toItem(template);
        var head = writes.put(key(ALL, template.id().value()), item, condition);
        var version = key(versions(template.id()), version(template.revision()));
        return Stream.concat(
                Stream.of(head),
                Stream.concat(Stream.of(version), ofConnections(template))
                        .map(key -> writes.put(key, item, put -> {})));
    }

    private static Stream<Map<String, AttributeValue>> ofConnections(Template template) {
        return Stream.of(template.form().desk(), template.form().distributor())
                .map(connection -> key(joining(connection), template.id().value()));
    }

    private static Map<String, AttributeValue> place(Template template) {
        var form = template.form();
        return key("enabled#" + form.kind().label() + "#" + form.desk() + "#" + form.distributor(), "enabled");
    }
}
