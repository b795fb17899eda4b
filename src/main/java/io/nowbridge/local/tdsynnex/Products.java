package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Assortment.Department;
import io.nowbridge.local.tdsynnex.Assortment.Maker;
import io.nowbridge.local.tdsynnex.Chance.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a product is, which no day changes. */
final class Products {

    private static final int MAKERS_OF_DEPARTMENT = 45;

    /** A product without its offer. */
    record Described(
            String partNumber,
            Maker maker,
            Department department,
            String category,
            String name,
            String description,
            Standing standing,
            boolean secondHand,
            String upc,
            BigDecimal pounds,
            int minimum) {}

    private final Assortment assortment;
    private final Chance chance;
    private final Numbers numbers;

    Products(Assortment assortment, Chance chance, Numbers numbers) {
        this.assortment = assortment;
        this.chance = chance;
        this.numbers = numbers;
    }

    Described of(int product) {
        var original = original(product);
        var secondHand = original != product;
        var departmentNumber = departmentNumber(original);
        var department = assortment.departments().get(departmentNumber);
        var kind = below(department.kinds().size(), Question.KIND, original);
        var range = below(department.ranges().size(), Question.RANGE, original);
        var maker = maker(departmentNumber, original);
        var partNumber = numbers.partNumber(maker.prefix(), original);
        var what = department.ranges().get(range) + " " + department.kinds().get(kind) + " "
                + traits(department, original);
        var name = maker.name() + " " + what + (secondHand ? " Refurbished" : "");
        return new Described(
                partNumber,
                maker,
                department,
                category(departmentNumber, kind, range),
                name.substring(0, Math.min(name.length(), 80)),
                maker.name() + " " + what + ", part number " + partNumber
                        + (department.isTangible() ? ", sealed in the maker's box." : ", delivered by e-mail.")
                        + (secondHand ? " Inspected and refurbished, with a warranty of 90 days." : ""),
                standing(product),
                secondHand,
                department.isTangible() ? upc(maker, original) : "",
                pounds(department, original),
                below(50, Question.MINIMUM, product) == 0 ? 10 : 1);
    }

    Department department(int product) {
        return assortment.departments().get(departmentNumber(original(product)));
    }

    /** The product itself; in two of a hundred cases the one before, which it is offered as once more, refurbished. */
    int original(int product) {
        return product % 2 == 1 && chance.share(Question.SECOND_SKU, product, 0) < 0.04 ? product - 1 : product;
    }

    private int departmentNumber(int product) {
        return below(assortment.departments().size(), Question.DEPARTMENT, product);
    }

    private static String category(int department, int kind, int range) {
        return Integer.toString(1_001_010_100 + department * 1_000_000 + kind * 10_000 + range * 100)
                .substring(1);
    }

    // Each department has makers of its own and shares others with its neighbours; the first of them sell the most.
    private Maker maker(int department, int product) {
        var share = chance.share(Question.MAKER, product, 0);
        var makers = assortment.makers();
        return makers.get((department * 15 + (int) (share * share * MAKERS_OF_DEPARTMENT)) % makers.size());
    }

    private String traits(Department department, int product) {
        return IntStream.range(0, department.traits().size())
                .mapToObj(i -> {
                    var choices = department.traits().get(i);
                    return choices.get(chance.below(choices.size(), Question.TRAITS, product, i));
                })
                .collect(Collectors.joining(" "));
    }

    private Standing standing(int product) {
        var share = chance.share(Question.STANDING, product, 0);
        if (share < 0.86) {
            return Standing.ACTIVE;
        }
        return share < 0.96
                ? Standing.SPECIAL_ORDER
                : share < 0.98 ? Standing.END_OF_LIFE : Standing.TO_BE_DISCONTINUED;
    }

    // UPC-A: eleven digits, and one that the ten before and itself are checked by.
    private String upc(Maker maker, int product) {
        var digits = maker.code() + numbers.sku(product);
        var sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1))
                .sum();
        return digits + Math.floorMod(-sum, 10);
    }

    private BigDecimal pounds(Department department, int product) {
        var lightest = department.pounds().getFirst();
        var heaviest = department.pounds().getLast();
        return BigDecimal.valueOf(lightest + (heaviest - lightest) * chance.share(Question.WEIGHT, product, 0))
                .setScale(2, RoundingMode.HALF_UP);
    }

    private int below(int bound, Question question, int product) {
        return chance.below(bound, question, product, 0);
    }
}
