package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.dynamodb.GuardedUpdates.Answer.Refused;
import io.nowbridge.dynamodb.GuardedUpdates.Answer.Updated;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Chunk;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Run;
import io.nowbridge.product.RunId;
import io.nowbridge.product.Runs;
import io.nowbridge.product.Runs.Taking;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The chunks of runs, where {@link ProductKeys} says. Who has a chunk, and how it ended, is in a small item; what it is about is
 * in others, so that looking for chunks reads little.
 */
public final class DynamoDbChunks implements Runs.Chunks {

    private final FoundItems found;
    private final BatchedPuts puts;
    private final GuardedUpdates updates;
    private final ChunkPieces pieces;
    private final ChunkEnds ends;
    private final ChunkOutcomes outcomes;
    private final InstantSource clock;
    private final Duration memory;

    /** {@code clock} says from when on something is kept for some time, and decides nothing else. */
    public DynamoDbChunks(DynamoDbAsyncClient dynamoDb, TableConfig config, InstantSource clock) {
        this.found = new FoundItems(dynamoDb, config.products());
        this.puts = new BatchedPuts(dynamoDb, config.products());
        this.updates = new GuardedUpdates(dynamoDb, config.products());
        this.pieces = new ChunkPieces(found);
        this.ends = new ChunkEnds(dynamoDb, config.products(), pieces);
        this.outcomes = new ChunkOutcomes(dynamoDb, config.products(), pieces);
        this.clock = clock;
        this.memory = config.productMemory();
    }

    // What a chunk is about comes before the chunk itself, which somebody could take.
    @Override
    public Uni<Void> add(List<Chunk> chunks) {
        var expiry = expiry();
        return puts.put(chunks.stream().flatMap(chunk -> pieces.changes(chunk, expiry)))
                .flatMap(kept -> puts.put(chunks.stream().map(chunk -> ChunkItems.added(chunk.key(), expiry))));
    }

    @Override
    public Multi<ChunkKey> due(RunId run, int attempt, Instant now) {
        return found.all(query -> ofPlan(query, run, attempt, now)
                        .filterExpression(ChunkItems.IS_DUE)
                        .expressionAttributeNames(ChunkItems.DUE_NAMES))
                .map(item -> ProductKeys.chunk(run, attempt, item));
    }

    @Override
    public Uni<Long> idle(RunId run, int attempt, Instant now) {
        return found.all(query -> ofPlan(query, run, attempt, now)
                        .filterExpression(ChunkItems.IS_IDLE)
                        .expressionAttributeNames(ChunkItems.IDLE_NAMES))
                .collect()
                .with(Collectors.counting());
    }

    private static QueryRequest.Builder ofPlan(QueryRequest.Builder query, RunId run, int attempt, Instant now) {
        return query.keyConditionExpression("pk = :plan")
                .expressionAttributeValues(
                        Map.of(":plan", text(ProductKeys.plan(run, attempt)), ":now", number(now.toEpochMilli())));
    }

    @Override
    public Uni<Taking> take(ChunkKey key, String owner, Instant now, Instant until) {
        return updates.update(ProductKeys.chunk(key), ChunkItems.taking(owner, now, until))
                .flatMap(answer -> switch (answer) {
                    case Updated(var item) -> taken(key, item);
                    case Refused(var item) ->
                        ChunkItems.isHeld(item, owner, until)
                                ? taken(key, item)
                                : Uni.createFrom().item(ChunkItems.refused(item));
                });
    }

    private Uni<Taking> taken(ChunkKey key, Map<String, AttributeValue> item) {
        return pieces.changes(key)
                .map(changes -> new Taking.Taken(new Chunk(key, changes, ChunkItems.attemptsBefore(item))));
    }

    @Override
    public Uni<Void> giveBack(ChunkKey key, String owner, Instant next) {
        return updates.update(ProductKeys.chunk(key), ChunkItems.givingBack(owner, next))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Run>> end(ChunkKey key, String owner, List<Item> items) {
        return ends.end(key, owner, items, expiry());
    }

    @Override
    public Uni<Page<Item>> items(RunId run, int attempt, Optional<Outcome> only, PageRequest request) {
        return outcomes.page(run, attempt, only, request);
    }

    @Override
    public Uni<Optional<Item>> item(RunId run, int attempt, Sku sku) {
        return outcomes.find(run, attempt, sku);
    }

    @Override
    public Multi<Item> failed(RunId run, int attempt) {
        return outcomes.all(run, attempt, Optional.of(Outcome.FAILED));
    }

    private AttributeValue expiry() {
        return number(clock.instant().plus(memory).getEpochSecond());
    }
}
