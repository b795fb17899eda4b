package io.nowbridge.local.tdsynnex;

/** Chance that repeats itself: the same seed, product, day and question always have the same answer. */
record Chance(long seed) {

    /** What is left to chance. */
    enum Question {
        DEPARTMENT,
        KIND,
        RANGE,
        TRAITS,
        MAKER,
        PRICE,
        MARGIN,
        PROMOTION,
        STANDING,
        STOCK,
        SPREAD,
        ARRIVAL,
        WEIGHT,
        DROP_SHIP,
        MINIMUM,
        SECOND_SKU,
        PRICE_CHANGE,
        STOCK_CHANGE,
        END,
        REPLACEMENT,
        DAMAGE,
        LOSS,
        ORDER_NUMBER,
        COURSE,
        LATE_INVOICE,
        SHIPMENT,
        QUANTITY,
        APART,
        SAME_BOX,
        TRACKING,
        SERIAL,
        INVOICE
    }

    /** From 0, inclusive, to 1, exclusive. */
    double share(Question question, int product, int day) {
        return (mixed(question, product, day) >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0, inclusive, to {@code bound}, exclusive. */
    int below(int bound, Question question, int product, int day) {
        return (int) (share(question, product, day) * bound);
    }

    // The finalizer of SplitMix64, after each of the four.
    private long mixed(Question question, int product, int day) {
        return mix(mix(mix(seed + question.name().hashCode()) + product) + day);
    }

    private static long mix(long value) {
        var next = value + 0x9e3779b97f4a7c15L;
        next = (next ^ next >>> 30) * 0xbf58476d1ce4e5b9L;
        next = (next ^ next >>> 27) * 0x94d049bb133111ebL;
        return next ^ next >>> 31;
    }
}
