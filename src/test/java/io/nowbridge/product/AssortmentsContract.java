package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.SystemType;
import io.nowbridge.product.Assortment.Kind;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Product.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Assortments}. */
public abstract class AssortmentsContract {

    protected static final Connection DISTRIBUTOR = ConnectionFixtures.connection("distributor", SystemType.TDSYNNEX);
    protected static final Edition EDITION = edition("products.zip", "v1");

    private static final Connection ANOTHER = ConnectionFixtures.connection("another", SystemType.TDSYNNEX);

    private Assortments assortments = new InMemoryAssortments();

    protected abstract Assortments emptyStore();

    @BeforeEach
    void nothingKept() {
        assortments = emptyStore();
    }

    @Test
    void whatAnEditionConsistsOfIsFoundAsItWasKept() {
        var counted = new LinkedHashMap<Kind, Long>();
        counted.put(new Kind("034", "Zeppelin", Status.DISCONTINUED), Long.MAX_VALUE);
        counted.put(new Kind("012034056", "Écran \"27\", Inc.", Status.TO_BE_DISCONTINUED), 1L);
        counted.put(new Kind("", "", Status.ACTIVE), 7L);
        counted.put(new Kind("034", "Zeppelin", Status.ACTIVE), 2L);

        keep(DISTRIBUTOR, EDITION, new Assortment(counted));

        assertThat(find(DISTRIBUTOR, EDITION))
                .hasValueSatisfying(
                        found -> assertThat(found.products().entrySet()).containsExactlyElementsOf(counted.entrySet()));
    }

    @Test
    void ofAnotherCatalogueAnotherFileOrAnotherVersionNothingIsFound() {
        keep(DISTRIBUTOR, EDITION, assortment(1));

        assertThat(find(ANOTHER, EDITION)).isEmpty();
        assertThat(find(DISTRIBUTOR, edition("products.zip", "v2"))).isEmpty();
        assertThat(find(DISTRIBUTOR, edition("others.zip", "v1"))).isEmpty();
    }

    @Test
    void whatWasCountedBeforeTheConnectionWasChangedIsNotFound() {
        keep(DISTRIBUTOR, EDITION, assortment(1));

        assertThat(find(ConnectionFixtures.renamed(DISTRIBUTOR, "Another name"), EDITION))
                .isEmpty();
    }

    @Test
    void theNextEditionTakesThePlaceOfTheOneBefore() {
        keep(DISTRIBUTOR, EDITION, assortment(1));
        keep(ANOTHER, EDITION, assortment(3));

        keep(DISTRIBUTOR, edition("products.zip", "v2"), assortment(2));

        assertThat(find(DISTRIBUTOR, EDITION)).isEmpty();
        assertThat(find(DISTRIBUTOR, edition("products.zip", "v2"))).contains(assortment(2));
        assertThat(find(ANOTHER, EDITION)).contains(assortment(3));
    }

    @Test
    void whatIsKeptAgainIsFoundAllTheSame() {
        keep(DISTRIBUTOR, EDITION, assortment(1));
        keep(DISTRIBUTOR, EDITION, assortment(1));

        assertThat(find(DISTRIBUTOR, EDITION)).contains(assortment(1));
    }

    @Test
    void anEmptyCatalogueIsCountedToo() {
        keep(DISTRIBUTOR, EDITION, new Assortment(Map.of()));

        assertThat(find(DISTRIBUTOR, EDITION)).contains(new Assortment(Map.of()));
    }

    protected static Edition edition(String name, String version) {
        return new Edition(name, Instant.EPOCH, 1, version);
    }

    protected static Assortment assortment(long products) {
        return new Assortment(Map.of(new Kind("012", "Canon", Status.ACTIVE), products));
    }

    private void keep(Connection distributor, Edition edition, Assortment assortment) {
        assortments.keep(distributor, edition, assortment).await().indefinitely();
    }

    private Optional<Assortment> find(Connection distributor, Edition edition) {
        return assortments.find(distributor, edition).await().indefinitely();
    }
}
