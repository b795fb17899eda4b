package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.rule.RuleId;
import io.nowbridge.rule.StormBrake;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * What each rule opens in each hour, in the table that {@link DynamoDbRules} describes.
 *
 * <p>The hour in which an opening was asked for first is written once. In that hour's set the opening takes a place while
 * there is one: a set takes each member once, a full one stays full, and so a repeat finds what the first found.
 */
public final class DynamoDbStormBrake implements StormBrake {

    private static final String HOUR = "hourEpochMillis";
    private static final String OPENED = "opened";
    private static final String EXPIRES = "expiresAtEpochSeconds";
    private static final Duration MEMORY = Duration.ofDays(30);

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    public DynamoDbStormBrake(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.table = config.rules();
    }

    @Override
    public Uni<Place> place(RuleId rule, String opening, int most, Instant now) {
        return hour(rule, opening, now)
                .flatMap(hour -> isWithin(rule, hour, opening, most).map(within -> new Place(hour, within)));
    }

    private Uni<Instant> hour(RuleId rule, String opening, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var item = new HashMap<>(KeyedItems.key("opening#" + rule + "#" + opening, "place"));
        item.put(HOUR, number(hour.toEpochMilli()));
        item.put(EXPIRES, number(now.plus(MEMORY).getEpochSecond()));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk) OR #expires <= :now")
                        .expressionAttributeNames(Map.of("#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .replaceWith(hour)
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(failure -> Instant.ofEpochMilli(number(failure.item(), HOUR)));
    }

    private Uni<Boolean> isWithin(RuleId rule, Instant hour, String opening, int most) {
        var member = member(opening);
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(table)
                        .key(KeyedItems.key("hour#" + rule + "#" + hour, OPENED))
                        .updateExpression("ADD #opened :members SET #expires = :expires")
                        .conditionExpression(
                                "attribute_not_exists(#opened) OR contains(#opened, :member) OR size(#opened) < :most")
                        .expressionAttributeNames(Map.of("#opened", OPENED, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(
                                ":members", AttributeValue.fromSs(List.of(member)),
                                ":member", text(member),
                                ":most", number(most),
                                // As long as the last place in it is remembered.
                                ":expires",
                                        number(hour.plus(MEMORY)
                                                .plus(1, ChronoUnit.HOURS)
                                                .getEpochSecond())))))
                .replaceWith(true)
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(false);
    }

    // Short, since all the members of an hour are in one item.
    private static String member(String opening) {
        return UUID.nameUUIDFromBytes(opening.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
