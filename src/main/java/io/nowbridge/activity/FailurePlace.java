package io.nowbridge.activity;

import io.nowbridge.paging.PageRequest;
import java.util.regex.Pattern;

/** Where a page of an entry's failures begins: behind one of them, named by its number among all, from 0, in 7 digits. */
public final class FailurePlace {

    private static final Pattern SHAPE = Pattern.compile("\\d{7}");

    private FailurePlace() {}

    public static String behind(int number) {
        return "%07d".formatted(number);
    }

    /**
     * The number of the first failure of a page; fails with an {@link IllegalArgumentException} where it does not begin at a
     * place that an earlier one gave.
     */
    public static int first(PageRequest page) {
        return page.from().map(FailurePlace::following).orElse(0);
    }

    private static int following(String place) {
        if (!SHAPE.matcher(place).matches()) {
            throw new IllegalArgumentException("is not one that an answer gave as next");
        }
        return Integer.parseInt(place) + 1;
    }
}
