package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.flag;
import static io.nowbridge.dynamodb.Attributes.list;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Tickets as they were last seen, each beside its links in the links table: the partition of the ticket, sort key {@code
 * seen}. They go with the links of their connection.
 */
public final class DynamoDbSeenTickets implements SeenTickets {

    private static final String SEEN = "seen";
    private static final String CONNECTION = "connectionId";
    private static final String ASSIGNED_TO = "assignedTo";
    private static final String RESOLUTION = "resolution";
    private static final String CHANGED_AT = "changedAtEpochMillis";
    private static final String NOTES = "notes";
    private static final String GONE = "gone";
    private static final String SEEN_AT = "seenAtEpochMillis";

    private static final String ID = "id";
    private static final String AUTHOR = "author";
    private static final String OURS = "ours";
    private static final String TEXT = "text";
    private static final String FOR_CUSTOMER = "forCustomer";
    private static final String AT = "atEpochMillis";

    // As long as a journal's form lets people write; twenty of them fit into an item's 400 KB in any script.
    private static final int LONGEST_NOTE = 4000;

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final KeyedItems items;

    public DynamoDbSeenTickets(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.table = config.links();
        this.items = new KeyedItems(dynamoDb, table);
    }

    @Override
    public Uni<Optional<SeenTicket>> find(TicketRef ref) {
        return items.find(TicketItems.partition(ref), SEEN).map(found -> found.map(DynamoDbSeenTickets::fromItem));
    }

    @Override
    public Uni<Map<TicketRef, SeenTicket>> findAll(Collection<TicketRef> refs) {
        return items.findAll(refs.stream().map(DynamoDbSeenTickets::key).toList())
                .map(DynamoDbSeenTickets::fromItem)
                .collect()
                .asMap(SeenTicket::ref);
    }

    @Override
    public Uni<Void> keep(SeenTicket seen) {
        var item = toItem(seen);
        item.put(
                NOTES,
                list(seen.notes().stream().map(DynamoDbSeenTickets::toItem).toList()));
        return update(seen, item);
    }

    @Override
    public Uni<Void> keepAllButNotes(SeenTicket seen) {
        return update(seen, toItem(seen));
    }

    private Uni<Void> update(SeenTicket seen, Map<String, AttributeValue> item) {
        var names = item.keySet().stream().collect(Collectors.toMap(name -> "#" + name, name -> name));
        var values = item.entrySet().stream().collect(Collectors.toMap(set -> ":" + set.getKey(), Map.Entry::getValue));
        var sets = item.keySet().stream()
                .map(name -> "#%s = :%s".formatted(name, name))
                .collect(Collectors.joining(", ", "SET ", ""));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(table)
                        .key(key(seen.ref()))
                        .updateExpression(sets)
                        .conditionExpression("attribute_not_exists(#seenAtEpochMillis)"
                                + " OR #seenAtEpochMillis <= :seenAtEpochMillis")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)))
                .replaceWithVoid()
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull();
    }

    private static Map<String, AttributeValue> key(TicketRef ref) {
        return KeyedItems.key(TicketItems.partition(ref), SEEN);
    }

    // What is not known is written too, as nothing, since it may have been known before.
    private static Map<String, AttributeValue> toItem(SeenTicket seen) {
        var item = new HashMap<>(TicketItems.toItem(seen.ticket()));
        item.put(CONNECTION, text(seen.ref().connection().value()));
        item.put(ASSIGNED_TO, optional(seen.assignedTo().map(Attributes::text)));
        item.put(RESOLUTION, optional(seen.resolution().map(Attributes::text)));
        item.put(CHANGED_AT, optional(seen.changedAt().map(at -> number(at.toEpochMilli()))));
        item.put(GONE, AttributeValue.fromBool(seen.gone()));
        item.put(SEEN_AT, number(seen.seenAt().toEpochMilli()));
        return item;
    }

    private static SeenTicket fromItem(Map<String, AttributeValue> item) {
        return new SeenTicket(
                TicketItems.ref(item),
                TicketItems.ticket(item),
                present(item, ASSIGNED_TO).map(AttributeValue::s),
                present(item, RESOLUTION).map(AttributeValue::s),
                present(item, CHANGED_AT).map(at -> Instant.ofEpochMilli(Long.parseLong(at.n()))),
                item.containsKey(NOTES)
                        ? list(item, NOTES).stream()
                                .map(DynamoDbSeenTickets::note)
                                .toList()
                        : List.of(),
                flag(item, GONE),
                Instant.ofEpochMilli(number(item, SEEN_AT)));
    }

    private static Map<String, AttributeValue> toItem(TicketNote note) {
        var kept = note.atMost(LONGEST_NOTE);
        return Map.of(
                ID, text(kept.id()),
                AUTHOR, text(kept.author()),
                OURS, AttributeValue.fromBool(kept.ours()),
                TEXT, text(kept.text()),
                FOR_CUSTOMER, AttributeValue.fromBool(kept.forCustomer()),
                AT, number(kept.at().toEpochMilli()));
    }

    private static TicketNote note(Map<String, AttributeValue> item) {
        return new TicketNote(
                text(item, ID),
                text(item, AUTHOR),
                flag(item, OURS),
                text(item, TEXT),
                flag(item, FOR_CUSTOMER),
                Instant.ofEpochMilli(number(item, AT)));
    }

    private static AttributeValue optional(Optional<AttributeValue> value) {
        return value.orElseGet(() -> AttributeValue.fromNul(true));
    }

    private static Optional<AttributeValue> present(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).filter(value -> value.nul() == null);
    }
}
