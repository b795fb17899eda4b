package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Refused;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Updated;
import io.nowbridge.order.Likeness;
import io.nowbridge.order.Order;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderId;
import io.nowbridge.order.Orders;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Orders, where {@link OrderKeys} says: one item each, of up to some 350 KB compressed. A write whose answer was lost and that
 * is repeated by the client succeeds as the first did, since it is a transaction.
 */
public final class DynamoDbOrders implements Orders {

    private final KeyedItems items;
    private final FoundItems found;
    private final GuardedUpdates updates;
    private final Transactions transactions;
    private final OrderIndexes indexes;
    private final OrderWrites writes;
    private final SpentRequests spent;
    private final OrderItems orders = new OrderItems();
    private final InstantSource clock;

    /** {@code clock} says from when on something is kept for some time, and decides nothing else. */
    public DynamoDbOrders(DynamoDbAsyncClient dynamoDb, TableConfig config, InstantSource clock) {
        this.items = new KeyedItems(dynamoDb, config.orders());
        this.found = new FoundItems(dynamoDb, config.orders());
        this.updates = new GuardedUpdates(dynamoDb, config.orders());
        this.transactions = new Transactions(dynamoDb);
        this.indexes = new OrderIndexes(dynamoDb, config.orders());
        this.writes = new OrderWrites(config.orders(), config.orderMemory());
        this.spent = new SpentRequests(items, updates);
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> add(Order order) {
        return Uni.createFrom().deferred(() -> transactions.writeIfUnchanged(writes.adding(order, clock.instant())));
    }

    @Override
    public Uni<Optional<Order>> find(OrderId id) {
        return items.find(OrderKeys.order(id)).map(found -> found.map(orders::order));
    }

    @Override
    public Uni<Optional<Order>> take(OrderId id, String owner, Instant now, Instant until) {
        return updates.update(OrderKeys.order(id), OrderWrites.taking(owner, now, until))
                .map(answer -> switch (answer) {
                    case Updated(var item) -> Optional.of(orders.order(item));
                    case Refused(var other) -> Optional.empty();
                });
    }

    @Override
    public Uni<Boolean> change(Order order, String owner) {
        return Uni.createFrom()
                .deferred(() -> transactions.writeIfUnchanged(writes.changing(order, owner, clock.instant())));
    }

    @Override
    public Uni<Void> giveBack(OrderId id, String owner) {
        return updates.update(OrderKeys.order(id), OrderWrites.givingBack(owner))
                .replaceWithVoid();
    }

    @Override
    public Multi<OrderId> due(Set<Stage> stages, Instant now) {
        return indexes.due(stages, now);
    }

    @Override
    public Uni<Page<Order>> page(ConnectionId desk, Filter filter, PageRequest request) {
        return indexes.page(desk, filter, request)
                .flatMap(page -> all(page.items())
                        .map(known -> new Page<>(
                                known.stream()
                                        .filter(order -> filter.stages().isEmpty()
                                                || filter.stages().contains(order.stage()))
                                        .toList(),
                                page.next())));
    }

    @Override
    public Uni<List<OrderId>> alike(Order order, Instant since) {
        var likeness = Likeness.of(order);
        return found.all(query -> query.keyConditionExpression("pk = :alike AND sk >= :since")
                        .expressionAttributeValues(Map.of(
                                ":alike", text(OrderKeys.alike(likeness)), ":since", text(OrderKeys.time(since)))))
                .map(place -> OrderKeys.made(text(place, "sk")))
                .filter(id -> !id.equals(order.id()))
                .collect()
                .asList()
                .flatMap(this::all)
                .map(known -> known.stream()
                        .filter(other -> Likeness.of(other).equals(likeness))
                        .filter(other -> !other.created().isBefore(since))
                        .map(Order::id)
                        .toList());
    }

    /** Those that are there, in this order. */
    private Uni<List<Order>> all(List<OrderId> ids) {
        return items.findAll(ids.stream().map(OrderKeys::order).toList())
                .map(orders::order)
                .collect()
                .asMap(Order::id)
                .map(known -> ids.stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .toList());
    }

    @Override
    public Uni<Boolean> spend(ConnectionId distributor, LocalDate day, int most) {
        return spent.spend(distributor, day, most);
    }

    @Override
    public Uni<Integer> spent(ConnectionId distributor, LocalDate day) {
        return spent.of(distributor, day);
    }
}
