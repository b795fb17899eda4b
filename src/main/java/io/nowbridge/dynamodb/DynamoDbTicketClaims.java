package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;
import static io.nowbridge.dynamodb.WaitingItems.WAITING;
import static io.nowbridge.dynamodb.WaitingItems.WAITING_SINCE;
import static io.nowbridge.dynamodb.WaitingItems.since;

import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.RequestKey;
import io.nowbridge.ticket.TicketClaims;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Claims on requests, one item each.
 *
 * <table>
 * <caption>The claims table</caption>
 * <tr><th>entity</th><th>key</th><th>index byWaiting</th><th>ttl</th></tr>
 * <tr><td>claim</td><td>{@code given:<idempotency key>}, {@code derived:<digest>}, {@code ours:<name>} or
 * {@code turn:<ticket>}</td><td>{@code claim#<0 to 7>}, when it counts as left behind</td>
 * <td>{@code expiresAtEpochSeconds}, a day; 30 from the end of a write</td></tr>
 * <tr><td>completed claim</td><td>the same</td><td></td><td>a day from completion</td></tr>
 * </table>
 */
public final class DynamoDbTicketClaims implements TicketClaims {

    static final String KEY = "key";
    static final String CONTENT = "content";
    static final String TABLE = "table";
    static final String LINK = "link";

    private static final String OWNER = "owner";
    private static final String LEASE_ENDS = "leaseEndsEpochMillis";
    private static final String SETTLES = "settlesEpochMillis";
    private static final String ANSWER = "answer";
    private static final String EXPIRES = "expiresAtEpochSeconds";
    private static final String OURS = "#owner = :owner";

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;
    private final LeftClaims left;

    public DynamoDbTicketClaims(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.left = new LeftClaims(dynamoDb, config.claims());
    }

    @Override
    public Uni<Claim> claim(RequestKey key, Attempt attempt, Instant now) {
        var leaseEnd = now.plus(config.claimLease());
        var item = Map.of(
                KEY, text(key.value()),
                CONTENT, text(key.content()),
                TABLE, text(key.table()),
                LINK, AttributeValue.fromM(LinkedTickets.toItem(attempt.link())),
                OWNER, text(attempt.owner()),
                LEASE_ENDS, number(leaseEnd.toEpochMilli()),
                EXPIRES, number(now.plus(config.requestMemory()).getEpochSecond()),
                WAITING, left.bucket(key),
                WAITING_SINCE, since(leaseEnd));
        // Time to live is a promise to delete within days, so an expired claim may still be lying there.
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(put -> put.tableName(config.claims())
                        .item(item)
                        .conditionExpression("attribute_not_exists(#key) OR #expires <= :now")
                        .expressionAttributeNames(Map.of("#key", KEY, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .map(put -> (Claim) new Claim.Granted(attempt.link()))
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithUni(failure -> judge(key, attempt, now, failure.item()));
    }

    private Uni<Claim> judge(RequestKey key, Attempt attempt, Instant now, Map<String, AttributeValue> held) {
        if (text(held, OWNER).equals(attempt.owner())) {
            // Our own write, repeated by the SDK because its acknowledgement was lost.
            return Uni.createFrom().item(new Claim.Granted(attempt.link()));
        }
        if (!text(held, CONTENT).equals(key.content())) {
            return Uni.createFrom().item(new Claim.Mismatched());
        }
        if (held.containsKey(ANSWER)) {
            return Uni.createFrom().item(new Claim.Completed(LinkedTickets.linkedTicket(map(held, ANSWER))));
        }
        if (number(held, LEASE_ENDS) > now.toEpochMilli()) {
            return Uni.createFrom().item(new Claim.Held());
        }
        return takeOver(key, attempt, now, held);
    }

    private Uni<Claim> takeOver(RequestKey key, Attempt attempt, Instant now, Map<String, AttributeValue> held) {
        var link = LinkedTickets.link(map(held, LINK));
        // As long as a claim that was left: whether a write was announced is known for certain only afterwards.
        var expires = now.plus(config.leftMemory()).getEpochSecond();
        var leaseEnd = now.plus(config.claimLease());
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(config.claims())
                        .key(Map.of(KEY, text(key.value())))
                        .updateExpression("SET #owner = :owner, #leaseEnds = :leaseEnds, #expires = :expires,"
                                + " waitingSince = :leftBehind")
                        .conditionExpression("#owner = :dead AND attribute_not_exists(#answer)")
                        .expressionAttributeNames(Map.of(
                                "#owner", OWNER, "#leaseEnds", LEASE_ENDS, "#answer", ANSWER, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(
                                ":owner", text(attempt.owner()),
                                ":dead", text(text(held, OWNER)),
                                ":leaseEnds", number(leaseEnd.toEpochMilli()),
                                ":leftBehind", since(leaseEnd),
                                ":expires", number(expires)))
                        .returnValues(ReturnValue.ALL_OLD)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .map(update -> (Claim) new Claim.TakenOver(link, settles(update.attributes())))
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(failure -> isOurs(failure, attempt)
                        ? new Claim.TakenOver(link, settles(failure.item()))
                        : new Claim.Held());
    }

    private static Optional<Instant> settles(Map<String, AttributeValue> item) {
        return item.containsKey(SETTLES) ? Optional.of(Instant.ofEpochMilli(number(item, SETTLES))) : Optional.empty();
    }

    @Override
    public Uni<Boolean> announceWrite(RequestKey key, Attempt attempt, Instant settles) {
        var expires = settles.plus(config.leftMemory()).getEpochSecond();
        return ifOurs(
                key,
                update -> update.updateExpression("SET #link = :link, #settles = :settles, #expires = :expires,"
                                + " waitingSince = :leftBehind")
                        .expressionAttributeNames(
                                Map.of("#owner", OWNER, "#link", LINK, "#settles", SETTLES, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(
                                ":owner", text(attempt.owner()),
                                ":link", AttributeValue.fromM(LinkedTickets.toItem(attempt.link())),
                                ":settles", number(settles.toEpochMilli()),
                                ":leftBehind", since(settles),
                                ":expires", number(expires))));
    }

    @Override
    public Uni<Void> complete(RequestKey key, LinkedTicket answer, Instant now) {
        var expires = now.plus(config.requestMemory()).getEpochSecond();
        // Whoever owns the claim by now: the link is the same, and so is the ticket.
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(config.claims())
                        .key(Map.of(KEY, text(key.value())))
                        .updateExpression("SET #answer = :answer, #expires = :expires REMOVE waiting, waitingSince")
                        .conditionExpression("#link.#linkId = :linkId")
                        .expressionAttributeNames(Map.of(
                                "#answer",
                                ANSWER,
                                "#expires",
                                EXPIRES,
                                "#link",
                                LINK,
                                "#linkId",
                                LinkedTickets.LINK_ID))
                        .expressionAttributeValues(Map.of(
                                ":answer", AttributeValue.fromM(LinkedTickets.toItem(answer)),
                                ":expires", number(expires),
                                ":linkId", text(answer.link().id().toString())))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(RequestKey key, Attempt attempt) {
        // Somebody else's claim by now, or one that our own lost delete removed: either way nothing is left to give up.
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.deleteItem(delete -> delete.tableName(config.claims())
                        .key(Map.of(KEY, text(key.value())))
                        .conditionExpression(OURS)
                        .expressionAttributeNames(Map.of("#owner", OWNER))
                        .expressionAttributeValues(Map.of(":owner", text(attempt.owner())))))
                .replaceWithVoid()
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<Void> leave(RequestKey key, Attempt attempt, Instant settles, Instant lookAt) {
        var expires = settles.plus(config.leftMemory()).getEpochSecond();
        return ifOurs(
                        key,
                        update -> update.updateExpression(
                                        "SET #leaseEnds = :ended, #settles = :settles, #expires = :expires,"
                                                + " waitingSince = :leftBehind")
                                .expressionAttributeNames(Map.of(
                                        "#owner",
                                        OWNER,
                                        "#leaseEnds",
                                        LEASE_ENDS,
                                        "#settles",
                                        SETTLES,
                                        "#expires",
                                        EXPIRES))
                                .expressionAttributeValues(Map.of(
                                        ":owner", text(attempt.owner()),
                                        ":ended", number(0),
                                        ":leftBehind", since(lookAt),
                                        ":settles", number(settles.toEpochMilli()),
                                        ":expires", number(expires))))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Left>> leftBehind(Instant before, int limit) {
        return left.oldest(before, limit);
    }

    private Uni<Boolean> ifOurs(RequestKey key, Consumer<UpdateItemRequest.Builder> change) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> {
                    update.tableName(config.claims())
                            .key(Map.of(KEY, text(key.value())))
                            .conditionExpression(OURS);
                    change.accept(update);
                }))
                .replaceWith(true)
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(false);
    }

    // Forgotten between our two looks at it, a claim is nobody's; the next repeat finds it free.
    private static boolean isOurs(ConditionalCheckFailedException failure, Attempt attempt) {
        return failure.hasItem() && text(failure.item(), OWNER).equals(attempt.owner());
    }
}
