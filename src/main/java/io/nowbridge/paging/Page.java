package io.nowbridge.paging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

    /** The items of all pages, each fetched when those before have been consumed. */
    public static <T> Multi<T> all(Function<PageRequest, Uni<Page<T>>> fetch) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        place -> fetch.apply(new PageRequest(PageRequest.LARGEST, place.get()))
                                .invoke(page -> place.set(page.next())))
                .whilst(page -> page.next().isPresent())
                .onItem()
                .transformToIterable(Page::items);
    }

    public <R> Page<R> map(Function<T, R> word) {
        return new Page<>(items.stream().map(word).toList(), next);
    }
}
