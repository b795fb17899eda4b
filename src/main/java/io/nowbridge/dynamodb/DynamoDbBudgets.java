package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;

import io.nowbridge.budget.Budgets;
import io.nowbridge.budget.Turns;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Refused;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Updated;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The turns at each connection, one item each, where {@link ProductKeys} says. It is written over the revision that was read:
 * whoever comes second looks at what the first has left. Done twice, each change is the same as once.
 */
public final class DynamoDbBudgets implements Budgets {

    private static final String HOLDERS = "holders";
    private static final String PAUSED = "pausedUntilEpochMillis";
    private static final String REVISION = "revision";

    // Whoever is refused has been overtaken by one who was not: as often as there are others, and those are few.
    private static final int ATTEMPTS = 100;

    private final KeyedItems items;
    private final GuardedUpdates updates;

    /** What is kept of a connection; {@code revision} is 0 while nothing is. */
    private record State(Turns turns, long revision) {

        static State of(Map<String, AttributeValue> item) {
            return item.isEmpty()
                    ? new State(Turns.FREE, 0)
                    : new State(
                            new Turns(
                                    map(item, HOLDERS).entrySet().stream()
                                            .collect(Collectors.toMap(
                                                    Map.Entry::getKey, end -> instant(end.getValue()))),
                                    Instant.ofEpochMilli(number(item, PAUSED))),
                            number(item, REVISION));
        }

        private static Instant instant(AttributeValue value) {
            return Instant.ofEpochMilli(Long.parseLong(value.n()));
        }
    }

    public DynamoDbBudgets(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.items = new KeyedItems(dynamoDb, config.products());
        this.updates = new GuardedUpdates(dynamoDb, config.products());
    }

    @Override
    public Uni<Turn> take(ConnectionId connection, String owner, int most, Instant now, Instant until) {
        return change(
                connection,
                turns -> turns.taken(owner, most, now, until),
                (turns, taken) -> taken ? new Turn.Taken() : new Turn.Wait(turns.next(now)));
    }

    @Override
    public Uni<Void> giveBack(ConnectionId connection, String owner) {
        return change(
                        connection,
                        turns -> turns.holders().containsKey(owner)
                                ? Optional.of(turns.without(owner))
                                : Optional.empty(),
                        (turns, changed) -> changed)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> pause(ConnectionId connection, Instant until) {
        return change(connection, turns -> Optional.of(turns.paused(until)), (turns, changed) -> changed)
                .replaceWithVoid();
    }

    private interface Wording<T> {

        /** What to say, where {@code turns} was found, and was changed or not. */
        T say(Turns turns, boolean changed);
    }

    private <T> Uni<T> change(ConnectionId connection, Function<Turns, Optional<Turns>> change, Wording<T> wording) {
        return items.find(ProductKeys.turns(connection))
                .map(item -> State.of(item.orElse(Map.of())))
                .flatMap(state -> change(connection, state, change, wording, ATTEMPTS));
    }

    private <T> Uni<T> change(
            ConnectionId connection,
            State state,
            Function<Turns, Optional<Turns>> change,
            Wording<T> wording,
            int attempts) {
        var changed = change.apply(state.turns());
        if (changed.isEmpty()) {
            return Uni.createFrom().item(wording.say(state.turns(), false));
        }
        if (attempts == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("the turns at " + connection + " changed too often meanwhile"));
        }
        return write(connection, changed.get(), state.revision()).flatMap(answer -> switch (answer) {
            case Updated updated -> Uni.createFrom().item(wording.say(state.turns(), true));
            case Refused(var item) -> change(connection, State.of(item), change, wording, attempts - 1);
        });
    }

    private Uni<GuardedUpdates.Answer> write(ConnectionId connection, Turns turns, long before) {
        return updates.update(
                ProductKeys.turns(connection),
                update -> update.updateExpression("SET #holders = :holders, #paused = :paused, #revision = :next")
                        // Nobody deletes it: what is not there has the revision 0.
                        .conditionExpression(before == 0 ? "attribute_not_exists(#revision)" : "#revision = :before")
                        .expressionAttributeNames(Map.of("#holders", HOLDERS, "#paused", PAUSED, "#revision", REVISION))
                        .expressionAttributeValues(values(turns, before)));
    }

    private static Map<String, AttributeValue> values(Turns turns, long before) {
        var values = Map.of(
                ":holders",
                        AttributeValue.fromM(turns.holders().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        end -> number(end.getValue().toEpochMilli())))),
                ":paused", number(turns.pausedUntil().toEpochMilli()),
                ":next", number(before + 1));
        return before == 0 ? values : TableWrites.together(values, Map.of(":before", number(before)));
    }
}
