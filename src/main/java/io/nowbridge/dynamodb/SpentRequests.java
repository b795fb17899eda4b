package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Updated;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** How many requests were made of distributors, by day, where {@link OrderKeys} says. */
final class SpentRequests {

    private static final String SPENT = "spent";
    private static final Duration MEMORY = Duration.ofDays(7);

    private final KeyedItems items;
    private final GuardedUpdates updates;

    SpentRequests(KeyedItems items, GuardedUpdates updates) {
        this.items = items;
        this.updates = updates;
    }

    // One whose answer was lost is counted twice: fewer are made than there are, never more.
    Uni<Boolean> spend(ConnectionId distributor, LocalDate day, int most) {
        if (most <= 0) {
            return Uni.createFrom().item(false);
        }
        var over = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(MEMORY);
        return updates.update(
                        OrderKeys.spent(distributor, day),
                        update -> update.updateExpression("SET #expires = :expires ADD #spent :one")
                                .conditionExpression("attribute_not_exists(#spent) OR #spent < :most")
                                .expressionAttributeNames(Map.of("#spent", SPENT, "#expires", OrderKeys.EXPIRES))
                                .expressionAttributeValues(Map.of(
                                        ":one", number(1),
                                        ":most", number(most),
                                        ":expires", number(over.getEpochSecond()))))
                .map(Updated.class::isInstance);
    }

    Uni<Integer> of(ConnectionId distributor, LocalDate day) {
        return items.find(OrderKeys.spent(distributor, day))
                .map(found ->
                        found.map(item -> Math.toIntExact(number(item, SPENT))).orElse(0));
    }
}
