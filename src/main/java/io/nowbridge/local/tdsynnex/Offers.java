package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Chance.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a product costs on a day, and how many there are. */
final class Offers {

    private static final BigDecimal PROMOTED = new BigDecimal("0.93");
    private static final int MOST_IN_STOCK = 900;

    private final Scenario scenario;
    private final Chance chance;
    private final Lives lives;
    private final Products products;

    Offers(Scenario scenario, Chance chance, Lives lives, Products products) {
        this.scenario = scenario;
        this.chance = chance;
        this.lives = lives;
        this.products = products;
    }

    /** Whether anything is another than the day before; {@code end} is the day on which it ends. */
    boolean hasChanged(int product, int end) {
        var today = scenario.day();
        return lives.beginning(product) < today
                && (end == today || lives.lastPriceChange(product) == today || lives.lastStockChange(product) == today);
    }

    Listing.Prices prices(int product) {
        var changed = lives.lastPriceChange(product);
        var level = scenario.region().priceLevel();
        var range = products.department(product).price();
        var original = products.original(product);
        var share = chance.share(Question.PRICE, original, 0);
        // Most are nearer to the lower end.
        var dollars = range.getFirst() + (int) (share * share * (range.getLast() - range.getFirst()));
        var list = cents(BigDecimal.valueOf(dollars).multiply(level).setScale(0, RoundingMode.HALF_UP))
                .subtract(new BigDecimal("0.01"));
        var usual = list.multiply(
                perMille((original == product ? 780 : 480) + chance.below(140, Question.MARGIN, product, 0)));
        var cost =
                cents(usual.multiply(perMille(930 + chance.below(140, Question.PRICE_CHANGE, product, -1 - changed))));
        return chance.below(8, Question.PROMOTION, product, 0) == 0
                ? new Listing.Prices(cents(cost.multiply(PROMOTED)), cost, list, Optional.of(promotedUntil()))
                : new Listing.Prices(cost, cost, list, Optional.empty());
    }

    Listing.Stock stock(int product, boolean ended) {
        var changed = lives.lastStockChange(product);
        var dropShip =
                products.department(product).isTangible() && chance.below(10, Question.DROP_SHIP, product, 0) == 0
                        ? 1 + chance.below(200, Question.DROP_SHIP, product, changed + 1)
                        : 0;
        if (ended) {
            return new Listing.Stock(onHand(0, product, changed), 0, 0, Optional.empty());
        }
        var share = chance.share(Question.STOCK, product, changed);
        // A quarter is sold out; of the rest, there are few of most.
        var total = share < 0.25 ? 0 : 1 + (int) (Math.pow((share - 0.25) / 0.75, 3) * MOST_IN_STOCK);
        var arrival = scenario.since().plusDays(changed + 5L + chance.below(40, Question.ARRIVAL, product, changed));
        return total == 0
                ? new Listing.Stock(onHand(0, product, changed), dropShip, 50, Optional.of(arrival))
                : new Listing.Stock(onHand(total, product, changed), dropShip, 0, Optional.empty());
    }

    // Half of what is left lies in each warehouse, the last one has the rest.
    private Map<Warehouse, Integer> onHand(int total, int product, int changed) {
        var all = Warehouse.of(scenario.region());
        var spread = new EnumMap<Warehouse, Integer>(Warehouse.class);
        var left = total;
        var first = chance.below(all.size(), Question.SPREAD, product, changed);
        for (var i = 0; i < all.size(); i++) {
            var here = i == all.size() - 1 ? left : (left + 1) / 2;
            spread.put(all.get((first + i) % all.size()), here);
            left -= here;
        }
        return spread;
    }

    private LocalDate promotedUntil() {
        return scenario.since().plusDays(Scenario.LAST_DAY);
    }

    private static BigDecimal perMille(int number) {
        return BigDecimal.valueOf(number, 3);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
