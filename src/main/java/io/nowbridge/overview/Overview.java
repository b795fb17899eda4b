package io.nowbridge.overview;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Operation;
import io.nowbridge.connection.Connection;
import io.nowbridge.delivery.Backlog;
import java.time.LocalDate;
import java.util.List;

/**
 * How things are.
 *
 * @param days the last ones, with today at the end
 * @param operations what was done in these days
 * @param underWay a few of the actions that have not ended, those that began last first
 */
public record Overview(
        List<Connection> connections,
        List<OfDay> days,
        List<OfOperation> operations,
        Backlog.Waiting waiting,
        Backlog.Dead dead,
        List<Activity> underWay) {

    public Overview {
        connections = List.copyOf(connections);
        days = List.copyOf(days);
        operations = List.copyOf(operations);
        underWay = List.copyOf(underWay);
    }

    public Tally today() {
        return days.getLast().tally();
    }

    /** What the actions that began on a day have come to. */
    public record OfDay(LocalDate day, Tally tally) {}

    /** What the actions of a kind have come to. */
    public record OfOperation(Operation operation, Tally tally) {}
}
