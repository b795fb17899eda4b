package io.nowbridge.dynamodb;

import static io.nowbridge.product.RunFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Assortment;
import io.nowbridge.product.Assortment.Kind;
import io.nowbridge.product.Assortments;
import io.nowbridge.product.AssortmentsContract;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Product.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbAssortmentsTest extends AssortmentsContract {

    private static final String TABLE = "nowbridge-products";

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Assortments emptyStore() {
        TABLES.empty(TABLE, Set.of("pk", "sk"));
        return store(TABLES.client());
    }

    @Test
    void whatNoItemHoldsIsKeptInPieces() {
        var assortment = noise();

        keep(EDITION, assortment);

        assertThat(pieces()).hasSizeGreaterThan(1);
        assertThat(find(EDITION)).contains(assortment);
    }

    @Test
    void whatLacksAPieceIsNotFound() {
        keep(EDITION, noise());
        TABLES.client()
                .deleteItem(delete -> delete.tableName(TABLE).key(KeyedItems.key(pieces().getLast())))
                .join();

        assertThat(find(EDITION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1"})
    void whatFewerPiecesHoldIsFoundAmongTheLastOfThoseBefore(String before) {
        keep(edition(EDITION.name(), before), noise());

        keep(EDITION, assortment(1));

        assertThat(pieces()).hasSizeGreaterThan(1);
        assertThat(find(EDITION)).contains(assortment(1));
    }

    @Test
    void allThatALargeCatalogueConsistsOfIsFoundByAFewReads() {
        var kinds = IntStream.range(0, 20_000)
                .boxed()
                .collect(Collectors.toMap(
                        number -> new Kind(
                                Integer.toString(100_000_000 + number % 4_000 * 1_000),
                                "Manufacturer " + number % 1_001,
                                Status.values()[number % 5]),
                        number -> 1L + number % 40,
                        Long::sum));
        keep(EDITION, new Assortment(kinds));
        var reads = new CountingReads(TABLES.client());

        var found = store(reads.client()).find(DISTRIBUTOR, EDITION).await().indefinitely();

        assertThat(kinds).hasSize(20_000);
        assertThat(found).contains(new Assortment(kinds));
        assertThat(reads.units()).isPositive().isLessThan(100);
    }

    @Test
    void whatIsKeptExpires() {
        keep(EDITION, assortment(1));

        assertThat(pieces())
                .singleElement()
                .satisfies(piece -> assertThat(Attributes.number(piece, "expiresAtEpochSeconds"))
                        .isEqualTo(NOW.plus(Duration.ofDays(90)).getEpochSecond()));
    }

    private static Assortment noise() {
        var noise = RandomGenerator.of("L64X128MixRandom");
        var kinds = new HashMap<Kind, Long>();
        for (var number = 0; number < 1_000; number++) {
            var bytes = new byte[500];
            noise.nextBytes(bytes);
            kinds.put(new Kind("012", HexFormat.of().formatHex(bytes), Status.ACTIVE), 1L);
        }
        return new Assortment(kinds);
    }

    private static void keep(Edition edition, Assortment assortment) {
        store(TABLES.client()).keep(DISTRIBUTOR, edition, assortment).await().indefinitely();
    }

    private static Optional<Assortment> find(Edition edition) {
        return store(TABLES.client()).find(DISTRIBUTOR, edition).await().indefinitely();
    }

    private static List<Map<String, AttributeValue>> pieces() {
        return TABLES.items(TABLE);
    }

    private static Assortments store(DynamoDbAsyncClient client) {
        return new DynamoDbAssortments(client, TABLES.config(Duration.ZERO, Duration.ZERO), InstantSource.fixed(NOW));
    }
}
