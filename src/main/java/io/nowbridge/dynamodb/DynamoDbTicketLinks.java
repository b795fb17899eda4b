package io.nowbridge.dynamodb;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Links, written in both directions in one transaction, so that no index lag decides anything.
 *
 * <table>
 * <caption>The links table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>the tickets of an anomaly</td><td>{@code anomaly#<source>#<id>}</td><td>{@code link#<link id>}</td></tr>
 * <tr><td>the anomalies of a ticket</td><td>{@code ticket#<connection>#<table>#<id>}</td>
 * <td>{@code link#<link id>}</td></tr>
 * <tr><td>the ticket as it was last seen, see {@link DynamoDbSeenTickets}</td><td>as above</td><td>{@code seen}</td></tr>
 * </table>
 *
 * <p>The links of a connection are found by the index {@code byConnection}, which may lag by a moment, and then read.
 */
public final class DynamoDbTicketLinks implements TicketLinks {

    static final String LINK = "link#";

    private static final Pattern LINK_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TableConfig config;
    private final KeyedItems items;
    private final Transactions transactions;
    private final LinksOfConnection ofConnection;

    public DynamoDbTicketLinks(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.config = config;
        this.items = new KeyedItems(dynamoDb, config.links());
        this.transactions = new Transactions(dynamoDb);
        this.ofConnection = new LinksOfConnection(dynamoDb, config.links());
    }

    @Override
    public Uni<Void> link(Link link, Ticket ticket) {
        var linked = new LinkedTicket(link, ticket, List.of());
        var item = LinkedTickets.toItem(link, ticket);
        return transactions.write(keys(linked).map(key -> put(key, item)).toList());
    }

    @Override
    public Uni<Optional<LinkedTicket>> find(AnomalyId anomaly, LinkId link) {
        return items.find(partition(anomaly), LINK + link).map(found -> found.map(LinkedTickets::linkedTicket));
    }

    @Override
    public Uni<Page<LinkedTicket>> ofAnomaly(AnomalyId anomaly, PageRequest request) {
        return page(partition(anomaly), request);
    }

    @Override
    public Uni<Page<LinkedTicket>> ofTicket(TicketRef ticket, PageRequest request) {
        return page(TicketItems.partition(ticket), request);
    }

    @Override
    public Uni<Page<LinkedTicket>> ofConnection(ConnectionId connection, PageRequest request) {
        return ofConnection
                .page(connection, request)
                .flatMap(page -> items.findAll(page.items())
                        .collect()
                        .asMap(KeyedItems::key, Function.identity())
                        // One that is gone by now is left out.
                        .map(found -> new Page<>(
                                page.items().stream()
                                        .flatMap(key -> Stream.ofNullable(found.get(key)))
                                        .map(LinkedTickets::linkedTicket)
                                        .toList(),
                                page.next())));
    }

    @Override
    public Uni<Void> unlink(LinkedTicket linked) {
        return transactions.write(keys(linked).map(this::delete).toList());
    }

    // What no page gave as its next place has nothing behind it.
    private Uni<Page<LinkedTicket>> page(String pk, PageRequest request) {
        var isOurs =
                request.from().map(place -> LINK_ID.matcher(place).matches()).orElse(true);
        return isOurs
                ? items.page(pk, LINK, request).map(page -> page.map(LinkedTickets::linkedTicket))
                : Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
    }

    private TransactWriteItem put(Map<String, AttributeValue> key, Map<String, AttributeValue> link) {
        var item = new HashMap<>(link);
        item.putAll(key);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(config.links()).item(item))
                .build();
    }

    private TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(config.links()).key(key))
                .build();
    }

    private static Stream<Map<String, AttributeValue>> keys(LinkedTicket linked) {
        var sk = LINK + linked.link().id();
        return Stream.of(partition(linked.link().anomaly()), TicketItems.partition(linked.ref()))
                .map(pk -> KeyedItems.key(pk, sk));
    }

    private static String partition(AnomalyId anomaly) {
        return "anomaly#" + anomaly.source() + "#" + anomaly.id();
    }
}
