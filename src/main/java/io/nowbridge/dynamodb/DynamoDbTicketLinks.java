package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

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
import java.util.Map;
import java.util.Optional;
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
 * </table>
 */
public final class DynamoDbTicketLinks implements TicketLinks {

    private static final String PK = "pk";
    private static final String SK = "sk";

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;

    public DynamoDbTicketLinks(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<Void> link(Link link, Ticket ticket) {
        var writes = Stream.of(anomalyKey(link), ticketKey(link, ticket))
                .map(key -> put(key, link, ticket))
                .toList();
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<LinkedTicket>> find(AnomalyId anomaly, LinkId link) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<LinkedTicket>> ofAnomaly(AnomalyId anomaly, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<LinkedTicket>> ofTicket(TicketRef ticket, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<LinkedTicket>> ofConnection(ConnectionId connection, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> unlink(LinkedTicket linked) {
        throw new UnsupportedOperationException();
    }

    private TransactWriteItem put(String partition, Link link, Ticket ticket) {
        Map<String, AttributeValue> item = LinkedTickets.toItem(link, ticket);
        item.put(PK, text(partition));
        item.put(SK, text("link#" + link.id()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(config.links()).item(item))
                .build();
    }

    private static String anomalyKey(Link link) {
        return "anomaly#" + link.anomaly().source() + "#" + link.anomaly().id();
    }

    private static String ticketKey(Link link, Ticket ticket) {
        return "ticket#" + link.connection() + "#" + ticket.table() + "#" + ticket.id();
    }
}
