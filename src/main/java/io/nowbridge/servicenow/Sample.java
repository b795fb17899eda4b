package io.nowbridge.servicenow;

import java.util.Set;

/**
 * A table's first rows, as far as a user is shown any.
 *
 * @param rows how many are shown, of the first 20
 * @param hidden whether there are rows, and none of the first 20 is shown
 * @param columns those that came with them, of those asked for: one that may not be read, or does not exist, does not come
 */
public record Sample(int rows, boolean hidden, Set<String> columns) {

    public Sample {
        columns = Set.copyOf(columns);
    }
}
