package io.nowbridge.connector.csv;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.catalogue.GivenInbox;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Product;
import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Sku;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCatalogueTest {

    @Test
    void columnsThatAreCalledAsTheFieldsNeedNoMapping() {
        var rows = rows(Map.of(), """
                sku,name,manufacturerPartNumber,manufacturer,description,status,category,cost,costWithoutPromotion,listPrice,quantity,unit,upc,weight,replacedBy,minimumQuantity
                A-1,Toner,52107201,Oki,Black toner,end-of-life,Supplies,"1,027.12",1030.50,1100,42,BX,051851403281,1.75,A-2,5
                """);

        assertThat(rows)
                .containsExactly(
                        new Row.Header(true, Optional.empty()),
                        new Row.Listed(new Product(
                                new Sku("A-1"),
                                "52107201",
                                "Oki",
                                "Toner",
                                "Black toner",
                                Status.END_OF_LIFE,
                                "Supplies",
                                new Prices("USD", amount("1027.12"), amount("1030.50"), amount("1100")),
                                42,
                                "BX",
                                "051851403281",
                                amount("1.75"),
                                Optional.of(new Sku("A-2")),
                                5)));
    }

    @Test
    void aListAsAGermanSpreadsheetWritesItIsReadByItsMapping() {
        var settings = Map.of(
                "separator", "semicolon",
                "charset", "windows-1252",
                "decimalComma", "true",
                "currency", "EUR",
                "content", "changes",
                "column.sku", "Artikel-Nr.",
                "column.name", "Bezeichnung",
                "column.cost", "Preis (€)",
                "column.status", "Status",
                "statuses", "Auslauf=end-of-life,X=discontinued");

        var rows = rows(
                settings,
                "Artikel-Nr.;Bezeichnung;Preis (€);Status\r\n4711;Käse;1.234,50;auslauf\r\n",
                Charset.forName("windows-1252"));

        assertThat(rows.getFirst()).isEqualTo(new Row.Header(false, Optional.empty()));
        assertThat(product(rows))
                .returns("Käse", Product::name)
                .returns(Status.END_OF_LIFE, Product::status)
                .returns(new Prices("EUR", amount("1234.50"), amount("1234.50"), Optional.empty()), Product::prices)
                .returns(0L, Product::quantity)
                .returns(1L, Product::minimumQuantity)
                .returns("EA", Product::unit);
    }

    @Test
    void aQuotedCellMayHoldSeparatorsQuotesAndLineBreaks() {
        var rows = rows(Map.of(), "sku,name\n1,\"a, \"\"b\"\"\nand c\"\n2,d\nx\n");

        assertThat(((Row.Listed) rows.get(1)).product().name()).isEqualTo("a, \"b\"\nand c");
        assertThat(((Row.Listed) rows.get(2)).product().name()).isEqualTo("d");
        assertThat(rows.get(3)).isEqualTo(new Row.Malformed(5, "Line 5: it has 1 cells and not 2"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        assertThat(rows(Map.of(), "\uFEFF\"sku\",name\n1,a\n")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comma:,", "semicolon:;", "tab:\t", "pipe:|"})
    void anyUsualSeparatorWillDo(String named) {
        var name = named.substring(0, named.indexOf(':'));
        var separator = named.substring(named.indexOf(':') + 1);

        var rows = rows(Map.of("separator", name), "sku,name\n1,a\n".replace(",", separator));

        assertThat(product(rows).name()).isEqualTo("a");
    }

    @Test
    void whatCannotBeReadIsToldWithItsLine() {
        var rows = rows(Map.of(), """
                sku,name,cost,quantity,status

                1,a,"12,50",1,
                2,a,12.50,1.5,
                3,a,12.50,1,gone
                ,a,12.50,1,
                5,a,12.50,1
                6,a,12.50,1,
                """);

        assertThat(rows.subList(1, 6))
                .containsExactly(
                        new Row.Malformed(3, "Line 3: the cost \"12,50\" is no number"),
                        new Row.Malformed(4, "Line 4: the quantity is no whole number"),
                        new Row.Malformed(
                                5,
                                "Line 5: the status \"gone\" is not known; say what it means in the setting statuses"),
                        new Row.Malformed(6, "Line 6: a SKU has 1 to 40 visible ASCII characters"),
                        new Row.Malformed(7, "Line 7: it has 4 cells and not 5"));
        assertThat(product(rows).sku()).isEqualTo(new Sku("6"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', The file is empty",
        "'name,price\n', 'The file has no column \"sku\" for sku, nor \"Price\" for cost'",
        "'sku;name;Price\n', 'The file has no column \"sku\" for sku, nor \"name\" for name, nor \"Price\" for cost'"
    })
    void aFileWithoutAColumnThatIsNeededIsRefused(String file, String cause) {
        var expected = file.startsWith("name,price") ? cause.replace(", nor \"Price\" for cost", "") : cause;

        assertThatExceptionOfType(Unintelligible.class)
                .isThrownBy(() -> rows(Map.of("column.cost", "Price"), file))
                .withMessage(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,\"a", "1,\"a\"b\n2,c\n"})
    void aQuoteGoneWrongEndsTheFileWhereItIs(String rest) {
        assertThatExceptionOfType(Unintelligible.class)
                .isThrownBy(() -> rows(Map.of(), "sku,name\n0,z\n" + rest))
                .withMessageContaining("line 3");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
        assertThatExceptionOfType(Unintelligible.class)
                .isThrownBy(() -> rows(Map.of(), "sku,name\n1,\"" + "a,b\n".repeat(1_000_000)));
    }

    @Test
    void whateverAFileSaysItIsReadOrRefused() {
        var chance = new Random(6);
        var alphabet = "abc01,,,;\"\"\n\n\r .-\t\u0000é";

        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder("sku,name\n");
            for (var length = chance.nextInt(200); length > 0; length--) {
                text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
            }
            try {
                assertThat(rows(Map.of(), text.toString())).isNotEmpty();
            } catch (Unintelligible declared) {
                assertThat(declared.remedy()).isNotBlank();
            }
        }
    }

    @Test
    void aRowWithoutEndIsNotKeptInMemory() {
        assertThatThrownBy(() -> rows(Map.of(), "sku,name\n1" + ",".repeat(1_000_000)))
                .isInstanceOf(Unintelligible.class)
                .hasMessage("Line 2 has no end");
    }

    @Test
    void aPriceBelowZeroIsNone() {
        var rows = rows(Map.of(), "sku,name,cost\n1,Cable,-0.01\n2,Cable,0\n");

        assertThat(rows.get(1)).isEqualTo(new Row.Malformed(2, "Line 2: it has a price below zero"));
        assertThat(product(rows).prices().cost()).contains(BigDecimal.ZERO);
    }

    private static Product product(List<Row> rows) {
        return ((Row.Listed) rows.getLast()).product();
    }

    private static List<Row> rows(Map<String, String> settings, String file) {
        return rows(settings, file, StandardCharsets.UTF_8);
    }

    private static List<Row> rows(Map<String, String> settings, String file, Charset charset) {
        var connection = connection("supplier", SystemType.CSV, URI.create("https://supplier.example"), settings);
        return new CsvCatalogue(connection, GivenInbox.with(file.getBytes(charset)))
                .rows(new Edition("file", GivenInbox.ARRIVED, 1, "1"))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
