package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Chance.Question;
import java.util.Arrays;

/** When products come, change and go. What happened up to a day is the same on every later day. */
final class Lives {

    /** How many days a discontinued product is still listed. */
    static final int LISTED_AFTER_END = 3;

    /** The day that does not come. */
    static final int NEVER = Integer.MAX_VALUE;

    // One of so many stays for ever, so that there is always something to replace others.
    private static final int STAYING = 20;

    // Of those that change: 3 in 8 in price, 5 in 8 in stock. Beside them, of all products and where 8 % change, 0.2 %
    // come,
    // 0.1 % are discontinued and 0.05 % replaced.
    private static final double PRICE = 3.0 / 8;
    private static final double STOCK = 5.0 / 8;
    private static final double NEW = 1.0 / 40;
    private static final double DISCONTINUED = 1.0 / 80;
    private static final double REPLACED = 1.0 / 160;

    private final Scenario scenario;
    private final Chance chance;
    private final int[] everSold;
    private final double[] changing;

    Lives(Scenario scenario, Chance chance) {
        this.scenario = scenario;
        this.chance = chance;
        var days = scenario.day();
        everSold = new int[days + 1];
        changing = new double[days + 1];
        everSold[0] = scenario.skus();
        for (var day = 1; day <= days; day++) {
            changing[day] = scenario.changedShare(day);
            everSold[day] = everSold[day - 1] + (int) Math.round(scenario.skus() * changing[day] * NEW);
        }
    }

    /** How many products there have been up to today. */
    int everSold() {
        return everSold[scenario.day()];
    }

    /** The first day of a product that has come by today. */
    int beginning(int product) {
        var found = Arrays.binarySearch(everSold, product + 1);
        if (found < 0) {
            return -found - 1;
        }
        // Several days on which nothing came have the same number.
        while (found > 0 && everSold[found - 1] == product + 1) {
            found--;
        }
        return found;
    }

    /** The day from which on a product is discontinued, {@link #NEVER} if that has not come by today. */
    int end(int product) {
        if (product % STAYING == 0) {
            return NEVER;
        }
        for (var day = beginning(product) + 1; day < changing.length; day++) {
            if (chance.share(Question.END, product, day) < changing[day] * (DISCONTINUED + REPLACED)) {
                return day;
            }
        }
        return NEVER;
    }

    /** Whether a product that ends on {@code end} is replaced by another. */
    boolean isReplaced(int product, int end) {
        return chance.share(Question.END, product, end) < changing[end] * REPLACED;
    }

    /** Who takes the place of a product that is replaced. */
    int replacement(int product, int end) {
        return STAYING * chance.below(1 + (scenario.skus() - 1) / STAYING, Question.REPLACEMENT, product, end);
    }

    int lastPriceChange(int product) {
        return lastChange(product, Question.PRICE_CHANGE, PRICE);
    }

    int lastStockChange(int product) {
        return lastChange(product, Question.STOCK_CHANGE, STOCK);
    }

    private int lastChange(int product, Question question, double part) {
        var beginning = beginning(product);
        for (var day = scenario.day(); day > beginning; day--) {
            if (chance.share(question, product, day) < changing[day] * part) {
                return day;
            }
        }
        return beginning;
    }
}
