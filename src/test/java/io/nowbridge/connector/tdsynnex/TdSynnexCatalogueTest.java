package io.nowbridge.connector.tdsynnex;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.tdsynnex.PriceFiles.HEADER;
import static io.nowbridge.tdsynnex.PriceFiles.detail;
import static io.nowbridge.tdsynnex.PriceFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.catalogue.GivenInbox;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Product;
import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Sku;
import io.nowbridge.tdsynnex.Prices.Price;
import io.nowbridge.tdsynnex.Prices.State;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TdSynnexCatalogueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aProductIsWhatItsLineSaysWithThePriceThatIsPaid() {
        var fields = Map.ofEntries(
                Map.entry(3, "52107201"),
                Map.entry(6, "A"),
                Map.entry(7, "TONER BLACK"),
                Map.entry(8, "OKIDATA"),
                Map.entry(10, "42"),
                // Single warehouses, of which nobody knows here which ones they are.
                Map.entry(11, "40"),
                Map.entry(12, "9000"),
                Map.entry(13, "27.12"),
                Map.entry(14, "39.99"),
                Map.entry(21, "30.50"),
                Map.entry(25, "001002003"),
                Map.entry(28, "1.75"),
                Map.entry(34, "051851403281"),
                Map.entry(40, "A"),
                Map.entry(50, "Black toner"),
                Map.entry(65, "1031809"),
                Map.entry(66, "5"));

        var rows = rows("US", zip(HEADER, detail("1031808", fields)));

        assertThat(rows)
                .containsExactly(
                        new Row.Header(true, Optional.of(LocalDate.of(2026, 1, 5))),
                        new Row.Listed(new Product(
                                new Sku("1031808"),
                                "52107201",
                                "OKIDATA",
                                "TONER BLACK",
                                "Black toner",
                                Status.ACTIVE,
                                "001002003",
                                new Prices("USD", amount("27.12"), amount("30.50"), amount("39.99")),
                                42,
                                "EA",
                                "051851403281",
                                amount("1.75"),
                                Optional.of(new Sku("1031809")),
                                5)));
    }

    @ParameterizedTest
    @CsvSource({"US, USD", "CA, CAD"})
    void theCurrencyIsThatOfTheCountry(String region, String currency) {
        var product = product(rows(region, zip(HEADER, detail("1", Map.of()))));

        assertThat(product.prices().currency()).isEqualTo(currency);
    }

    @ParameterizedTest
    @CsvSource({
        "A, A, ACTIVE",
        "C, A, ACTIVE",
        "A, '', ACTIVE",
        "A, B, SPECIAL_ORDER",
        "S, B, SPECIAL_ORDER",
        "A, C, END_OF_LIFE",
        "C, T, TO_BE_DISCONTINUED",
        "D, A, DISCONTINUED",
        "D, T, DISCONTINUED"
    })
    void whetherItIsSoldStandsInTwoFields(String status, String abc, Status expected) {
        var product = product(rows("US", zip(HEADER, detail("1", Map.of(6, status, 40, abc)))));

        assertThat(product.status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1"})
    void aProductIsNotReplacedByNothingOrItself(String replacement) {
        var product = product(rows("US", zip(HEADER, detail("1", Map.of(65, replacement)))));

        assertThat(product.replacedBy()).isEmpty();
    }

    @Test
    void withoutAMinimumOneCanBeOrdered() {
        var product = product(rows("US", zip(HEADER, detail("1", Map.of()))));

        assertThat(product.minimumQuantity()).isEqualTo(1);
    }

    @Test
    void aLineThatCannotBeReadIsToldAndTheNextOnesRead() {
        var rows = rows("US", zip(HEADER, "x~DTL", detail("a b", Map.of()), detail("2", Map.of())));

        assertThat(rows.subList(1, 3))
                .containsExactly(
                        new Row.Malformed(2, "Line 2 has only 2 fields and not 70 to 100"),
                        new Row.Malformed(3, "Line 3: a SKU has 1 to 40 visible ASCII characters"));
        assertThat(rows.getLast()).isInstanceOf(Row.Listed.class);
    }

    @Test
    void aFileThatWasCutOffFailsAfterItsRowsAndSaysWhatToDo() {
        var whole = zip(HEADER, detail("1", Map.of()));
        var inbox = GivenInbox.with(Arrays.copyOf(whole, whole.length / 2));

        assertThatExceptionOfType(ConnectedSystemException.Unintelligible.class)
                .isThrownBy(() -> rows("US", inbox))
                .satisfies(failure -> assertThat(failure.remedy()).contains("sent again"));
        assertThat(inbox.copiesLeft()).isEmpty();
    }

    @Test
    void noCopyIsLeftHoweverFarItIsRead() {
        var inbox = GivenInbox.with(zip(HEADER, detail("1", Map.of()), detail("2", Map.of())));
        var catalogue = catalogue("US", inbox, List.of());

        catalogue.rows(edition()).select().first(2).collect().asList().await().atMost(PATIENCE);
        rows("US", inbox);

        assertThat(inbox.copiesLeft()).isEmpty();
    }

    @Test
    void aQuoteIsInTheCurrencyOfTheCountryAndWhatCannotBeBoughtHasNone() {
        var prices = List.of(
                new Price("1", State.ACTIVE, amount("9.99"), 3),
                new Price("2", State.NOT_FOUND, Optional.empty(), 0),
                new Price("3", State.NOT_AUTHORIZED, Optional.empty(), 0),
                new Price("4", State.DISCONTINUED, Optional.empty(), 0));

        var quotes = catalogue("CA", GivenInbox.empty(), prices)
                .quotes(List.of(new Sku("1"), new Sku("2"), new Sku("3"), new Sku("4")))
                .await()
                .atMost(PATIENCE);

        assertThat(quotes)
                .containsExactly(
                        new Quote(new Sku("1"), Status.ACTIVE, amount("9.99"), "CAD", 3),
                        new Quote(new Sku("4"), Status.DISCONTINUED, Optional.empty(), "CAD", 0));
    }

    private static Product product(List<Row> rows) {
        return ((Row.Listed) rows.getLast()).product();
    }

    private static List<Row> rows(String region, byte[] zip) {
        return rows(region, GivenInbox.with(zip));
    }

    private static List<Row> rows(String region, GivenInbox inbox) {
        return catalogue(region, inbox, List.of())
                .rows(edition())
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    private static TdSynnexCatalogue catalogue(String region, GivenInbox inbox, List<Price> prices) {
        var connection =
                connection("supplier", SystemType.TDSYNNEX, URI.create("https://ec.example"), Map.of("region", region));
        return new TdSynnexCatalogue(connection, inbox, skus -> Uni.createFrom().item(prices));
    }

    private static Edition edition() {
        return new Edition("file", GivenInbox.ARRIVED, 1, "1");
    }

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
