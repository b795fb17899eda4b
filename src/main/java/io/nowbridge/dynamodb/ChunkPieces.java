package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.product.Change;
import io.nowbridge.product.Chunk;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.Item;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What chunks are about, and what became of it: compressed, each chunk in a partition of its own. */
final class ChunkPieces {

    private final FoundItems found;
    private final Zipped zipped = new Zipped();

    ChunkPieces(FoundItems found) {
        this.found = found;
    }

    Stream<Map<String, AttributeValue>> changes(Chunk chunk, AttributeValue expiry) {
        return pieces(chunk.key(), ProductKeys.CHANGES, ChangeJson.changes(chunk.changes()), expiry);
    }

    Uni<List<Change>> changes(ChunkKey key) {
        return read(key, ProductKeys.CHANGES).map(ChangeJson::changes);
    }

    Stream<Map<String, AttributeValue>> items(ChunkKey key, List<Item> items, AttributeValue expiry) {
        return pieces(key, ProductKeys.ITEMS, ItemJson.items(items), expiry);
    }

    Uni<List<Item>> items(ChunkKey key) {
        return read(key, ProductKeys.ITEMS).map(ItemJson::items);
    }

    private Stream<Map<String, AttributeValue>> pieces(
            ChunkKey key, String prefix, JsonNode json, AttributeValue expiry) {
        return zipped.pieces(ProductKeys.pieces(key), prefix, json)
                .map(piece -> TableWrites.together(piece, Map.of(ProductKeys.EXPIRES, expiry)));
    }

    private Uni<JsonNode> read(ChunkKey key, String prefix) {
        return found.all(query -> query.keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(
                                Map.of(":pk", text(ProductKeys.pieces(key)), ":prefix", text(prefix))))
                .collect()
                .asList()
                .map(zipped::together);
    }
}
