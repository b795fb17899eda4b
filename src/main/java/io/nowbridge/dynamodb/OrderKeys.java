package io.nowbridge.dynamodb;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Likeness;
import io.nowbridge.order.Order;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderId;
import io.nowbridge.template.TemplateId;
import io.nowbridge.ticket.ContentDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where everything about orders lies.
 *
 * <table>
 * <caption>The orders table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>ttl</th></tr>
 * <tr><td>order, and who has taken it</td><td>{@code order#<id>}</td><td>{@code order}</td><td>{@code expiresAtEpochSeconds},
 * once nothing more is to come</td></tr>
 * <tr><td>that it asks for certain things at a certain place</td><td>{@code alike#<digest>}</td><td>{@code <created>#<id>}</td>
 * <td>the same, counted from its last change</td></tr>
 * <tr><td>requests made of a distributor on a day</td><td>{@code spent#<connection>}</td><td>{@code <day>}</td><td>a week
 * after</td></tr>
 * <tr><td>what a template saw when it looked last</td><td>{@code look#<template>}</td><td>{@code last}</td><td>{@code
 * expiresAtEpochSeconds}</td></tr>
 * </table>
 *
 * <table>
 * <caption>The indexes of orders, which decide nothing: what is found is read once more</caption>
 * <tr><th>index</th><th>partition</th><th>sorted by</th></tr>
 * <tr><td>{@code byDue}: only while something is to be done</td><td>{@code <stage>}</td><td>{@code <when, 13 digits>}</td></tr>
 * <tr><td>{@code byDesk}</td><td>{@code <desk>}</td><td>{@code <created>#<id>}</td></tr>
 * <tr><td>{@code byStage}</td><td>{@code <desk>#<stage>}</td><td>the same</td></tr>
 * <tr><td>{@code byNumber}</td><td>{@code <desk>#<number>}</td><td>the same</td></tr>
 * <tr><td>{@code byDistributorNumber}</td><td>{@code <desk>#<number with its prefix>}</td><td>the same</td></tr>
 * </table>
 *
 * <p>A partition of an index takes 1,000 writes a second; a stage has a few a minute, since remote systems take no more.
 */
final class OrderKeys {

    static final String EXPIRES = "expiresAtEpochSeconds";

    /** After every order among others. */
    static final String LAST = ":";

    private static final String ORDER = "order";
    private static final String PREFIX = ORDER + "#";

    private OrderKeys() {}

    static Map<String, AttributeValue> order(OrderId id) {
        return KeyedItems.key(PREFIX + id, ORDER);
    }

    /** The order of an item, or of its place in an index. */
    static OrderId order(Map<String, AttributeValue> item) {
        return new OrderId(Attributes.text(item, "pk").substring(PREFIX.length()));
    }

    static Map<String, AttributeValue> alike(Order order) {
        return KeyedItems.key(alike(Likeness.of(order)), made(order));
    }

    /** The partition of those that are alike. */
    static String alike(Likeness likeness) {
        var shape = Stream.of(
                likeness.account().value(), Integer.toString(likeness.wanted().size()));
        return "alike#"
                + ContentDigest.of(
                        Stream.concat(shape, Stream.concat(likeness.wanted().stream(), likeness.place().stream()))
                                .toArray(String[]::new));
    }

    static Map<String, AttributeValue> spent(ConnectionId distributor, LocalDate day) {
        return KeyedItems.key("spent#" + distributor, day.toString());
    }

    static Map<String, AttributeValue> look(TemplateId template) {
        return KeyedItems.key("look#" + template, "last");
    }

    /** An order among others: by when it was created. */
    static String made(Order order) {
        return time(order.created()) + "#" + order.id();
    }

    /** The order that is there among others. */
    static OrderId made(String place) {
        return new OrderId(place.substring(place.indexOf('#') + 1));
    }

    /** A time as keys sort it. */
    static String time(Instant at) {
        return "%013d".formatted(at.toEpochMilli());
    }

    static String inStage(ConnectionId desk, Stage stage) {
        return desk + "#" + stage;
    }

    static String ofNumber(ConnectionId desk, String number) {
        return desk + "#" + number;
    }
}
