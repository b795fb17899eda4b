package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;
import static io.nowbridge.dynamodb.ProductKeys.EXPIRES;
import static io.nowbridge.dynamodb.RunItems.ATTEMPT;
import static io.nowbridge.dynamodb.RunItems.STATE;
import static io.nowbridge.dynamodb.RunItems.VERSION;

import io.nowbridge.dynamodb.GuardedUpdates.Answer.Refused;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Updated;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Run;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.RunId;
import io.nowbridge.product.Runs;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Runs, where {@link ProductKeys} says. A run is written together with what points to it, and with what keeps others of its
 * pairing away: all of that is there, or none of it.
 */
public final class DynamoDbRuns implements Runs {

    private static final String RUN = "run";
    private static final String OWNER = "owner";
    private static final String LEASE_ENDS = "leaseEndsEpochMillis";

    private final KeyedItems items;
    private final FoundItems found;
    private final TableWrites writes;
    private final Transactions transactions;
    private final GuardedUpdates updates;
    private final RunItems runs = new RunItems();
    private final Duration memory;

    public DynamoDbRuns(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        items = new KeyedItems(dynamoDb, config.products());
        found = new FoundItems(dynamoDb, config.products());
        writes = new TableWrites(config.products());
        transactions = new Transactions(dynamoDb);
        updates = new GuardedUpdates(dynamoDb, config.products());
        memory = config.productMemory();
    }

    @Override
    public Uni<Starting> start(Run run) {
        var named = Map.of(RUN, text(run.id().value()));
        return transactions
                .write(List.of(
                        writes.put(
                                ProductKeys.slot(run.pairing()),
                                named,
                                slot -> slot.conditionExpression(TableWrites.IS_NOT_THERE)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD)),
                        writes.put(
                                ProductKeys.run(run.id()),
                                runs.item(run),
                                put -> put.conditionExpression(TableWrites.IS_NOT_THERE)),
                        writes.put(ProductKeys.ofTemplate(run), named, put -> {}),
                        writes.put(ProductKeys.open(run.id()), named, put -> {})))
                .<Starting>replaceWith(new Starting.Started())
                .onFailure(Transactions::isRefusal)
                .recoverWithItem(refusal -> refused(run, (TransactionCanceledException) refusal));
    }

    // Where only the run itself was refused, it was started before, and has ended.
    private static Starting refused(Run run, TransactionCanceledException refusal) {
        var slot = refusal.cancellationReasons().getFirst();
        return under(slot)
                .filter(other -> !other.equals(run.id()))
                .<Starting>map(Starting.Busy::new)
                .orElseGet(Starting.Started::new);
    }

    private static Optional<RunId> under(CancellationReason slot) {
        return Transactions.isRefused(slot) ? Optional.of(new RunId(text(slot.item(), RUN))) : Optional.empty();
    }

    @Override
    public Uni<Optional<Run>> find(RunId id) {
        return items.find(ProductKeys.run(id)).map(found -> found.map(runs::run));
    }

    @Override
    public Uni<Page<Run>> page(TemplateId template, PageRequest request) {
        return items.page(ProductKeys.runs(template), request, false)
                .flatMap(page -> ofPointers(page.items()).map(known -> new Page<>(known, page.next())));
    }

    @Override
    public Uni<List<Run>> open() {
        return found.all(query -> query.keyConditionExpression("pk = :open")
                        .expressionAttributeValues(Map.of(":open", text(ProductKeys.OPEN_RUNS))))
                .collect()
                .asList()
                .flatMap(this::ofPointers);
    }

    private Uni<List<Run>> ofPointers(List<Map<String, AttributeValue>> pointers) {
        var ids =
                pointers.stream().map(pointer -> new RunId(text(pointer, RUN))).toList();
        return items.findAll(ids.stream().map(ProductKeys::run).toList())
                .map(runs::run)
                .collect()
                .asMap(Run::id)
                .map(known -> ids.stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .toList());
    }

    @Override
    public Uni<Boolean> change(Run run) {
        var transaction = new ArrayList<>(List.of(written(run)));
        if (run.state() == State.ENDED) {
            transaction.add(writes.remove(ProductKeys.slot(run.pairing()), slot -> {}));
            transaction.add(writes.remove(ProductKeys.open(run.id()), pointer -> {}));
            transaction.add(writes.change(
                    ProductKeys.ofTemplate(run),
                    pointer -> pointer.updateExpression("SET #expires = :expires")
                            .expressionAttributeNames(Map.of("#expires", EXPIRES))
                            .expressionAttributeValues(Map.of(":expires", expiry(run)))));
        }
        return transactions.writeIfUnchanged(transaction);
    }

    private TransactWriteItem written(Run run) {
        var values = new HashMap<String, AttributeValue>();
        runs.item(run).forEach((name, value) -> values.put(":" + name, value));
        values.put(":before", number(run.version() - 1));
        values.put(":over", text(State.ENDED.name()));
        var names = new HashMap<>(Map.of("#state", STATE, "#version", VERSION));
        var ends = run.state() == State.ENDED;
        if (ends) {
            names.put("#expires", EXPIRES);
            values.put(":expires", expiry(run));
        }
        return writes.change(
                ProductKeys.run(run.id()),
                update -> update.updateExpression(
                                "SET id = :id, #state = :state, attempt = :attempt, #version = :version, about = :about"
                                        + (ends ? ", #expires = :expires" : ""))
                        .conditionExpression("#version = :before AND #state <> :over")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }

    private AttributeValue expiry(Run run) {
        return number(run.endedAt().orElse(run.at()).plus(memory).getEpochSecond());
    }

    @Override
    public Uni<Optional<Run>> take(RunId id, String owner, Instant now, Instant until) {
        return updates.update(
                        ProductKeys.run(id),
                        update -> update.updateExpression(
                                        "SET #state = :planning, #owner = :owner, #lease = :until ADD #attempt :one, #version :one")
                                .conditionExpression("#state = :waiting OR #state = :planning AND #lease <= :now")
                                .expressionAttributeNames(Map.of(
                                        "#state",
                                        STATE,
                                        "#owner",
                                        OWNER,
                                        "#lease",
                                        LEASE_ENDS,
                                        "#attempt",
                                        ATTEMPT,
                                        "#version",
                                        VERSION))
                                .expressionAttributeValues(Map.of(
                                        ":waiting",
                                        text(State.WAITING.name()),
                                        ":planning",
                                        text(State.PLANNING.name()),
                                        ":owner",
                                        text(owner),
                                        ":now",
                                        number(now.toEpochMilli()),
                                        ":until",
                                        number(until.toEpochMilli()),
                                        ":one",
                                        number(1))))
                .map(answer -> switch (answer) {
                    case Updated(var run) -> Optional.of(runs.run(run));
                    case Refused(var run) -> isOwn(run, owner, until) ? Optional.of(runs.run(run)) : Optional.empty();
                });
    }

    // What refuses us may be our own write, whose answer was lost.
    private static boolean isOwn(Map<String, AttributeValue> run, String owner, Instant until) {
        return run.containsKey(OWNER)
                && text(run, STATE).equals(State.PLANNING.name())
                && text(run, OWNER).equals(owner)
                && number(run, LEASE_ENDS) == until.toEpochMilli();
    }
}
