package io.nowbridge.local.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PriceFileTest {

    private static final int PART_NUMBER = 3;
    private static final int SKU = 5;
    private static final int STATUS = 6;
    private static final int COST = 13;
    private static final int LIST_PRICE = 14;
    private static final int COST_WITHOUT_PROMOTION = 21;
    private static final int CATEGORY = 25;
    private static final int UPC = 34;

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @Test
    void theFirstRowSaysWhoseFileOfWhichDayItIs() {
        distributor.catalogue("{'day': 2}");

        var header = distributor.rows("u100042").getFirst();

        assertThat(header).containsExactly("100042", "HDR", "260107", "", "C");
    }

    @Test
    void everyOtherRowHasSeventyFieldsAndASkuOfItsOwn() {
        var rows = products();

        assertThat(rows)
                .hasSize(2000)
                .allSatisfy(row -> assertThat(row).hasSize(70).startsWith("100042", "DTL"));
        assertThat(new HashSet<>(column(rows, SKU))).hasSize(2000);
    }

    @Test
    void pricesHaveTwoDigitsAndPromotionsLowerThem() {
        var rows = products();

        var prices = Pattern.compile("\\d+\\.\\d\\d");
        assertThat(rows).allSatisfy(row -> {
            assertThat(List.of(field(row, COST), field(row, LIST_PRICE), field(row, COST_WITHOUT_PROMOTION)))
                    .allMatch(price -> prices.matcher(price).matches());
            assertThat(field(row, 47).equals("Y"))
                    .isEqualTo(!field(row, COST).equals(field(row, COST_WITHOUT_PROMOTION)));
        });
        assertThat(rows).anyMatch(row -> field(row, 47).equals("Y"));
    }

    @Test
    void theStockOfTheWarehousesAddsUp() {
        var american = List.of(15, 16, 22, 24, 30, 56, 61, 62, 63, 64, 69);

        assertThat(products()).allSatisfy(row -> assertThat(sum(row, american)).isEqualTo(number(row, 10)));
    }

    @Test
    void inCanadaTheSameFieldsMeanOtherWarehouses() {
        distributor.catalogue("{'region': 'CA'}");
        var canadian = List.of(16, 20, 22, 61, 62);
        var onlyAmerican = List.of(15, 24, 30, 56, 63, 64, 69);

        var rows = distributor.rows("c100042").stream().skip(1).toList();

        assertThat(rows).allSatisfy(row -> {
            assertThat(sum(row, canadian)).isEqualTo(number(row, 10));
            assertThat(onlyAmerican).allMatch(field -> field(row, field).isEmpty());
        });
    }

    @Test
    void everyUpcHasItsCheckDigit() {
        var codes =
                column(products(), UPC).stream().filter(code -> !code.isEmpty()).toList();

        assertThat(codes)
                .hasSizeGreaterThan(1000)
                .allSatisfy(code -> assertThat(code).matches("\\d{12}"));
        assertThat(codes)
                .allMatch(code -> IntStream.range(0, 12)
                                        .map(i -> (code.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1))
                                        .sum()
                                % 10
                        == 0);
    }

    @Test
    void categoriesHaveThreeLevels() {
        assertThat(column(products(), CATEGORY)).allMatch(code -> code.matches("0[0-2]\\d0[1-8]0[1-6]00"));
    }

    @Test
    void someProductsAreSoldUnderTwoSkus() {
        var parts = column(products(), PART_NUMBER);

        assertThat(parts.size() - new HashSet<>(parts).size()).isBetween(20, 60);
    }

    @Test
    void aDayCanHaveRowsThatCannotBeRead() {
        distributor.catalogue("{'malformedShare': 0.1}");

        var broken = distributor.rows("u100042").stream()
                .skip(1)
                .filter(row -> row.size() < 70
                        || field(row, SKU).isEmpty()
                        || field(row, COST).equals("#VALUE!"))
                .count();

        assertThat(broken).isBetween(150L, 250L);
    }

    @Test
    void aDayCanMissHalfOfItsRowsAndTheNextHasThemAgain() {
        distributor.catalogue("{'missingShare': 0.5}");
        var half = products().size();

        distributor.nextDay();

        assertThat(half).isBetween(900, 1100);
        assertThat(products()).hasSizeGreaterThan(1990);
    }

    @Test
    void aFileOfChangesHasWhatTheFullOneMarks() {
        distributor.catalogue("{'day': 3}");
        var changed = products().stream()
                .filter(row -> field(row, STATUS).equals("C"))
                .map(row -> field(row, SKU))
                .toList();

        distributor.catalogue("{'delta': true}");

        assertThat(distributor.rows("u100042").getFirst()).endsWith("U");
        assertThat(column(products(), SKU)).hasSizeBetween(120, 220).containsAll(changed);
    }

    private List<List<String>> products() {
        return distributor.rows("u100042").stream().skip(1).toList();
    }

    private static List<String> column(List<List<String>> rows, int field) {
        return rows.stream().map(row -> field(row, field)).toList();
    }

    private static int sum(List<String> row, List<Integer> fields) {
        return fields.stream().mapToInt(field -> number(row, field)).sum();
    }

    private static int number(List<String> row, int field) {
        return Integer.parseInt(field(row, field));
    }

    private static String field(List<String> row, int field) {
        return row.get(field - 1);
    }
}
