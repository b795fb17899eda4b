package io.nowbridge.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list, in its order.
 *
 * @param next where the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> word) {
        return new Page<>(items.stream().map(word).toList(), next);
    }
}
