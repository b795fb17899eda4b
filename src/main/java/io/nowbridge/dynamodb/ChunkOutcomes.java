package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Chunk;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.RunId;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of the products of chunks that have ended. A chunk that has none of what is wanted is not read. */
final class ChunkOutcomes {

    private final KeyedItems items;
    private final FoundItems found;
    private final ChunkPieces pieces;

    /** A product's place in a plan: its chunk's, and its own in there from 0. */
    private record Place(String chunk, int index) {

        private static final Place FIRST = new Place("", 0);

        static Place of(String text) {
            var colon = text.indexOf(':');
            return new Place(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }

        boolean isBehind(Place other) {
            return !chunk.equals(other.chunk) || index >= other.index;
        }

        @Override
        public String toString() {
            return chunk + ":" + index;
        }
    }

    private record Placed(Place place, Item item) {}

    ChunkOutcomes(DynamoDbAsyncClient dynamoDb, String table, ChunkPieces pieces) {
        this.items = new KeyedItems(dynamoDb, table);
        this.found = new FoundItems(dynamoDb, table);
        this.pieces = pieces;
    }

    Uni<Page<Item>> page(RunId run, int attempt, Optional<Outcome> only, PageRequest request) {
        var first = request.from().map(Place::of).orElse(Place.FIRST);
        return from(first, run, attempt, only)
                // One more than wanted, which is where the next page begins.
                .select()
                .first(request.size() + 1)
                .collect()
                .asList()
                .map(placed -> page(placed, request.size()));
    }

    private static Page<Item> page(List<Placed> placed, int size) {
        return new Page<>(
                placed.stream().limit(size).map(Placed::item).toList(),
                placed.stream().skip(size).map(next -> next.place().toString()).findFirst());
    }

    Multi<Item> all(RunId run, int attempt, Optional<Outcome> only) {
        return from(Place.FIRST, run, attempt, only).map(Placed::item);
    }

    private Multi<Placed> from(Place first, RunId run, int attempt, Optional<Outcome> only) {
        return found.all(query -> query.keyConditionExpression("pk = :plan AND sk >= :first")
                        .filterExpression("attribute_exists(#outcomes)")
                        .expressionAttributeNames(Map.of("#outcomes", ChunkItems.OUTCOMES))
                        .expressionAttributeValues(Map.of(
                                // A key is never empty.
                                ":first", text(first.chunk().isEmpty() ? "0" : first.chunk()),
                                ":plan", text(ProductKeys.plan(run, attempt)))))
                .filter(chunk -> ChunkItems.has(chunk, only))
                .onItem()
                .transformToUniAndConcatenate(chunk -> placed(run, attempt, chunk))
                .onItem()
                .<Placed>disjoint()
                .filter(placed -> placed.place().isBehind(first))
                .filter(placed -> only.isEmpty() || only.get() == placed.item().outcome());
    }

    private Uni<List<Placed>> placed(RunId run, int attempt, Map<String, AttributeValue> chunk) {
        return pieces.items(ProductKeys.chunk(run, attempt, chunk))
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(index -> new Placed(new Place(text(chunk, "sk"), index), all.get(index)))
                        .toList());
    }

    Uni<Optional<Item>> find(RunId run, int attempt, Sku sku) {
        return Multi.createFrom()
                .iterable(Chunk.places(sku))
                .onItem()
                .transformToUniAndConcatenate(place -> find(run, attempt, place, sku))
                .onItem()
                .<Item>transformToIterable(item -> item.stream().toList())
                .toUni()
                .map(Optional::ofNullable);
    }

    /** The product's place begins some chunks, or it lies in the last one that begins before. */
    private Uni<Optional<Item>> find(RunId run, int attempt, int place, Sku sku) {
        var plan = ProductKeys.plan(run, attempt);
        var begins = ProductKeys.chunksAt(place);
        var before =
                items.page(plan, new PageRequest(1, Optional.of(begins)), false).map(Page::items);
        var own =
                Page.all(request -> items.page(plan, begins, request)).collect().asList();
        return Uni.combine()
                .all()
                .unis(before, own)
                .with((some, others) -> Stream.concat(some.stream(), others.stream())
                        .filter(chunk -> chunk.containsKey(ChunkItems.OUTCOMES))
                        .map(chunk -> ProductKeys.chunk(run, attempt, chunk))
                        .toList())
                .flatMap(chunks -> find(chunks, sku));
    }

    private Uni<Optional<Item>> find(List<ChunkKey> chunks, Sku sku) {
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(pieces::items)
                .onItem()
                .<Item>disjoint()
                .filter(item -> item.sku().equals(sku))
                .toUni()
                .map(Optional::ofNullable);
    }
}
