package io.nowbridge.local.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final int SKUS = 20_000;
    private static final Scenario FIRST = Scenario.of(7, SKUS, LocalDate.parse("2026-01-05"));
    private static final Assortment ASSORTMENT = Assortment.read();

    @Test
    void theSameNumbersMakeTheSameCatalogue() {
        var one = on(FIRST.on(3));
        var other = on(FIRST.on(3));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void anotherSeedMakesAnotherCatalogue() {
        var one = on(FIRST).keySet();
        var other = on(Scenario.of(8, SKUS, FIRST.since())).keySet();

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void whatAProductIsStaysAsItIs() {
        var first = on(FIRST);
        var later = on(FIRST.on(30));

        later.values().stream()
                .filter(listing -> first.containsKey(listing.sku()))
                .forEach(listing -> {
                    var before = first.get(listing.sku());
                    assertThat(listing.name()).isEqualTo(before.name());
                    assertThat(listing.partNumber()).isEqualTo(before.partNumber());
                    assertThat(listing.upc()).isEqualTo(before.upc());
                    assertThat(listing.created()).isEqualTo(before.created());
                    assertThat(listing.prices().list())
                            .isEqualTo(before.prices().list());
                });
    }

    @Test
    void fromADayToTheNextThreeInAHundredGetAnotherPriceAndFiveOtherStock() {
        var before = on(FIRST.on(4));
        var after = on(FIRST.on(5));

        assertThat(differing(before, after, Listing::prices)).isBetween(0.025, 0.035);
        assertThat(differing(before, after, Listing::stock)).isBetween(0.043, 0.057);
    }

    @Test
    void twoInAThousandComeAndSomeEnd() {
        var before = on(FIRST.on(4));
        var after = on(FIRST.on(5));

        assertThat(without(after.keySet(), before.keySet())).hasSize(SKUS / 500);
        assertThat(ended(after, 5)).isBetween(15L, 50L);
    }

    @Test
    void whatEndsIsListedForThreeDaysMoreAndThenNeverAgain() {
        var ending = on(FIRST.on(1)).values().stream()
                .filter(listing -> listing.standing() == Standing.DISCONTINUED)
                .map(Listing::sku)
                .collect(Collectors.toSet());

        assertThat(ending).isNotEmpty();
        assertThat(on(FIRST.on(3)).keySet()).containsAll(ending);
        assertThat(on(FIRST.on(4)).keySet()).doesNotContainAnyElementsOf(ending);
        assertThat(on(FIRST.on(60)).keySet()).doesNotContainAnyElementsOf(ending);
    }

    @Test
    void aReplacementIsSoldAsLongAsItIsNamed() {
        var named = 0;
        for (var day = 1; day < 20; day++) {
            var listed = on(FIRST.on(day));
            for (var listing : listed.values()) {
                if (listing.replacement().isPresent()) {
                    assertThat(listed.get(listing.replacement().orElseThrow()).standing())
                            .isNotEqualTo(Standing.DISCONTINUED);
                    named++;
                }
            }
        }

        assertThat(named).isGreaterThan(100);
    }

    @Test
    void aShareOfChangesHoldsFromTheNextDayOnAndLeavesThePastAlone() {
        var quiet = FIRST.on(3).changing(0);
        var busy = FIRST.on(3).changing(0.4);

        assertThat(on(quiet)).isEqualTo(on(FIRST.on(3))).isEqualTo(on(busy));
        assertThat(differing(on(quiet), on(quiet.on(4)), Listing::prices)).isZero();
        assertThat(without(on(quiet.on(4)).keySet(), on(quiet).keySet())).isEmpty();
        assertThat(differing(on(busy), on(busy.on(4)), Listing::stock)).isBetween(0.22, 0.28);
    }

    @Test
    void whatIsMarkedAsChangedIsWhatHasChanged() {
        var before = on(FIRST.on(4));
        var after = on(FIRST.on(5));

        var unmarked = after.values().stream()
                .filter(listing -> !listing.changed() && before.containsKey(listing.sku()))
                .toList();

        assertThat(unmarked).hasSizeGreaterThan(SKUS * 9 / 10).allSatisfy(listing -> {
            var old = before.get(listing.sku());
            assertThat(listing.prices()).isEqualTo(old.prices());
            assertThat(listing.stock()).isEqualTo(old.stock());
            assertThat(listing.standing()).isEqualTo(old.standing());
        });
    }

    @Test
    void everyNumberLeadsBackToItsProduct() {
        var catalogue = new Catalogue(FIRST.on(5), ASSORTMENT);

        assertThat(catalogue.listed().limit(2000)).allSatisfy(listing -> {
            assertThat(catalogue.sku(listing.sku())).contains(listing);
            assertThat(catalogue.partNumber(listing.partNumber())).contains(listing);
        });
    }

    @Test
    void aSingleProductHasNobodyToTakeItsPlace() {
        var alone = Scenario.of(7, 1, FIRST.since()).changing(1).on(Scenario.LAST_DAY);

        assertThat(new Catalogue(alone, ASSORTMENT).listed().count()).isLessThanOrEqualTo(1);
    }

    @Test
    void hundredsOfManufacturersAndCategoriesAreSold() {
        var all = on(FIRST).values();

        assertThat(all.stream().map(Listing::maker).distinct()).hasSizeGreaterThan(250);
        assertThat(all.stream().map(Listing::category).distinct()).hasSize(20 * 8 * 6);
        assertThat(all.stream().map(Listing::name)).allMatch(name -> name.length() <= 80);
    }

    private static Map<String, Listing> on(Scenario scenario) {
        return new Catalogue(scenario, ASSORTMENT)
                .listed()
                .collect(Collectors.toMap(Listing::sku, Function.identity()));
    }

    private static double differing(
            Map<String, Listing> before, Map<String, Listing> after, Function<Listing, Object> part) {
        return after.values().stream()
                        .filter(listing -> before.containsKey(listing.sku())
                                && listing.standing() != Standing.DISCONTINUED
                                && !part.apply(listing).equals(part.apply(before.get(listing.sku()))))
                        .count()
                / (double) SKUS;
    }

    private static long ended(Map<String, Listing> listed, int day) {
        var before = on(FIRST.on(day - 1));
        return listed.values().stream()
                .filter(listing -> listing.standing() == Standing.DISCONTINUED
                        && before.get(listing.sku()).standing() != Standing.DISCONTINUED)
                .count();
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(sku -> !others.contains(sku)).collect(Collectors.toSet());
    }
}
