package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.Connection;
import io.nowbridge.product.Assortment;
import io.nowbridge.product.Assortments;
import io.nowbridge.product.Catalogue.Edition;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What editions consist of, compressed, where {@link ProductKeys} says. Each piece says which edition it is of and how many there
 * are, since two that keep different ones at once may leave some of both; then nothing is found.
 */
public final class DynamoDbAssortments implements Assortments {

    private static final String EDITION = "edition";
    private static final String VERSION = "version";
    private static final String REVISION = "revision";
    private static final String PIECES = "pieces";

    private final FoundItems found;
    private final BatchedPuts puts;
    private final Zipped zipped = new Zipped();
    private final InstantSource clock;
    private final Duration memory;

    /** {@code clock} says from when on something is kept for some time, and decides nothing else. */
    public DynamoDbAssortments(DynamoDbAsyncClient dynamoDb, TableConfig config, InstantSource clock) {
        this.found = new FoundItems(dynamoDb, config.products());
        this.puts = new BatchedPuts(dynamoDb, config.products());
        this.clock = clock;
        this.memory = config.productMemory();
    }

    @Override
    public Uni<Optional<Assortment>> find(Connection distributor, Edition edition) {
        var wanted = stamp(distributor, edition).entrySet();
        return found.all(query -> query.keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(ProductKeys.assortment(distributor.id())))))
                .filter(piece -> piece.entrySet().containsAll(wanted))
                .collect()
                .asList()
                .map(this::whole);
    }

    @Override
    public Uni<Void> keep(Connection distributor, Edition edition, Assortment assortment) {
        var pieces = zipped.pieces(ProductKeys.assortment(distributor.id()), "", AssortmentJson.assortment(assortment))
                .toList();
        var about = Map.of(
                PIECES,
                number(pieces.size()),
                ProductKeys.EXPIRES,
                number(clock.instant().plus(memory).getEpochSecond()));
        var all = TableWrites.together(stamp(distributor, edition), about);
        return puts.put(pieces.stream().map(piece -> TableWrites.together(piece, all)));
    }

    private Optional<Assortment> whole(List<Map<String, AttributeValue>> pieces) {
        // What was kept of the same edition before may have had more of them.
        var its = pieces.stream()
                .filter(piece -> number(piece, PIECES) == number(pieces.getFirst(), PIECES))
                .toList();
        return pieces.isEmpty() || its.size() != number(pieces.getFirst(), PIECES)
                ? Optional.empty()
                : Optional.of(AssortmentJson.assortment(zipped.together(its)));
    }

    private static Map<String, AttributeValue> stamp(Connection distributor, Edition edition) {
        return Map.of(
                EDITION, text(edition.name()),
                VERSION, text(edition.version()),
                REVISION, number(distributor.revision()));
    }
}
