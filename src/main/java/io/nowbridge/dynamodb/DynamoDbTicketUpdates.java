package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The lines of updates before tickets. The head of a line has the index's key as long as an update may be in it, and with it
 * the time at which somebody should look after the ticket: now, when a postponement is over, or when a lease has ended.
 *
 * <table>
 * <caption>The updates table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>index</th><th>ttl</th></tr>
 * <tr><td>line: whose turn it is, and the next place</td><td>{@code ticket#<connection>#<table>#<id>}</td>
 * <td>{@code head}</td><td>{@code <connection>#<bucket>}, {@code <due, epoch millis>}</td><td>30 days after its last
 * update</td></tr>
 * <tr><td>update</td><td>the same</td><td>{@code update#<place, 19 digits>}</td><td></td><td></td></tr>
 * <tr><td>that an update was there, and whether it was given up</td><td>{@code known#<digest of its id>}</td>
 * <td>{@code known}</td><td></td><td>30 days, unless it was given up</td></tr>
 * <tr><td>until when a connection is left alone</td><td>{@code pause#<connection>}</td><td>{@code pause}</td><td></td>
 * <td>a day after</td></tr>
 * <tr><td>update that was given up</td><td>{@code buried}</td><td>{@code <epoch millis, 13 digits>-<digest>}</td><td></td>
 * <td></td></tr>
 * </table>
 */
public final class DynamoDbTicketUpdates implements TicketUpdates {

    private static final Duration MEMORY = Duration.ofDays(30);

    private final KeyedItems items;
    private final TicketLineReads reads;
    private final Transactions transactions;
    private final TicketLineWrites writes;
    private final KnownUpdateWrites known;

    public DynamoDbTicketUpdates(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.items = new KeyedItems(dynamoDb, config.updates());
        this.reads = new TicketLineReads(dynamoDb, config.updates());
        this.transactions = new Transactions(dynamoDb);
        this.writes = new TicketLineWrites(config.updates(), MEMORY);
        this.known = new KnownUpdateWrites(config.updates(), MEMORY);
    }

    @Override
    public Uni<Void> add(TicketUpdate update) {
        return join(update, Optional.empty(), List.of(known.know(update)), update.madeAt())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Whereabouts>> find(String update) {
        return reads.whereabouts(update);
    }

    @Override
    public Uni<Optional<TicketRef>> unearth(String id, Optional<String> note, Instant now) {
        return items.find(TicketLineKeys.BURIED, id)
                .flatMap(found -> found.map(TicketUpdateItems::waiting)
                        .map(buried -> unearth(
                                id, note.map(buried.update()::saying).orElse(buried.update()), buried.settles(), now))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<TicketRef>> unearth(String id, TicketUpdate update, Optional<Instant> settles, Instant now) {
        return join(update, settles, known.unearth(id, update, now), now)
                .map(joined -> joined ? Optional.of(update.ticket()) : Optional.empty());
    }

    @Override
    public Uni<Boolean> hasten(TicketRef ticket, Instant now) {
        return transactions.writeIfUnchanged(List.of(writes.hasten(ticket, now)));
    }

    /** Puts an update at the end of its line together with {@code others}; false, and nothing done, where the first is refused. */
    private Uni<Boolean> join(
            TicketUpdate update, Optional<Instant> settles, List<TransactWriteItem> others, Instant now) {
        return reads.nextPlace(update.ticket()).flatMap(place -> {
            var joining = writes.join(new Waiting(update, place, 0, settles), now);
            return transactions
                    .write(Stream.concat(others.stream(), joining.stream()).toList())
                    .replaceWith(true)
                    .onFailure(Transactions::isRefusal)
                    // If not the first was refused, another update has taken the place: there is a next one.
                    .recoverWithUni(refusal -> Transactions.isRefused(ofFirst(refusal))
                            ? Uni.createFrom().item(false)
                            : join(update, settles, others, now));
        });
    }

    @Override
    public Uni<Turn> take(TicketRef ticket, String owner, Instant now, Duration lease) {
        return reads.isParked(ticket.connection(), now)
                .flatMap(parked -> parked
                        ? Uni.createFrom().item(Turn.NOT_YET)
                        : transactions
                                .write(List.of(writes.take(ticket, owner, now, lease)))
                                .replaceWith(Turn.TAKEN)
                                .onFailure(Transactions::isRefusal)
                                .recoverWithItem(
                                        refusal -> refused(ofFirst(refusal).item(), now)));
    }

    private static Turn refused(Map<String, AttributeValue> head, Instant now) {
        if (!head.containsKey(TicketLineWrites.WAITING)) {
            return Turn.IDLE;
        }
        return head.containsKey(TicketLineWrites.UNTIL) && number(head, TicketLineWrites.UNTIL) > now.toEpochMilli()
                ? Turn.NOT_YET
                : Turn.HELD;
    }

    @Override
    public Uni<Optional<Waiting>> first(TicketRef ticket) {
        return reads.first(ticket);
    }

    @Override
    public Uni<Boolean> announce(Waiting update, String owner, Instant settles) {
        return transactions.writeIfUnchanged(writes.announce(update, owner, settles));
    }

    @Override
    public Uni<Void> delivered(Waiting update) {
        return transactions.writeIfUnchanged(writes.delivered(update)).replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(Waiting update, String owner, Instant until) {
        return transactions
                .writeIfUnchanged(writes.postpone(update, owner, until))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> bury(Waiting update, String cause, Instant now) {
        return transactions.writeIfUnchanged(known.bury(update, cause, now)).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> leave(TicketRef ticket, String owner, Instant now) {
        return reads.nextPlace(ticket)
                .flatMap(next -> reads.first(ticket)
                        .flatMap(first -> first.isPresent()
                                ? transactions.writeIfUnchanged(List.of(writes.leave(ticket, owner, now)))
                                : rest(ticket, owner, next, now)));
    }

    private Uni<Boolean> rest(TicketRef ticket, String owner, long next, Instant now) {
        return transactions
                .write(List.of(writes.rest(ticket, owner, next, now)))
                .replaceWith(false)
                .onFailure(Transactions::isRefusal)
                // If the turn is ours, an update has joined: the line is not empty any more.
                .recoverWithUni(refusal -> isOf(owner, ofFirst(refusal).item())
                        ? leave(ticket, owner, now)
                        : Uni.createFrom().item(false));
    }

    private static boolean isOf(String owner, Map<String, AttributeValue> head) {
        return head.containsKey(TicketLineWrites.OWNER)
                && text(head, TicketLineWrites.OWNER).equals(owner);
    }

    @Override
    public Uni<List<TicketRef>> due(ConnectionId connection, Instant now, int limit) {
        return reads.isParked(connection, now)
                .flatMap(parked ->
                        parked ? Uni.createFrom().item(List.<TicketRef>of()) : reads.due(connection, now, limit));
    }

    @Override
    public Uni<List<TicketRef>> waiting(ConnectionId connection, int limit) {
        return reads.due(connection, TicketLineKeys.END_OF_TIME, limit);
    }

    @Override
    public Uni<Page<Buried>> buried(PageRequest request) {
        return items.page(TicketLineKeys.BURIED, request, true)
                .map(page -> page.map(item -> TicketUpdateItems.buried(text(item, "sk"), item)));
    }

    @Override
    public Uni<Void> park(ConnectionId connection, Instant until) {
        return transactions
                .writeIfUnchanged(List.of(writes.park(connection, until)))
                .replaceWithVoid();
    }

    private static CancellationReason ofFirst(Throwable refusal) {
        return ((TransactionCanceledException) refusal).cancellationReasons().getFirst();
    }
}
