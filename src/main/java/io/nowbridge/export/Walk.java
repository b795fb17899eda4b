package io.nowbridge.export;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.Wanted;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Reads the log page by page, and the next only when the work on the one before is done. */
final class Walk {

    private final ActivityHistory history;

    Walk(ActivityHistory history) {
        this.history = history;
    }

    /**
     * Walks on from a place, the beginning if there is none, as long as {@code step} answers true.
     *
     * @return where it stopped; empty at the end
     */
    Uni<Optional<String>> from(Optional<String> beginning, Wanted wanted, Function<Page<Activity>, Uni<Boolean>> step) {
        var place = new AtomicReference<>(beginning);
        return Multi.createBy()
                .repeating()
                .uni(() -> history.page(wanted, new PageRequest(PageRequest.LARGEST, place.get()))
                        .invoke(page -> place.set(page.next()))
                        .flatMap(step::apply))
                .whilst(goesOn -> goesOn && place.get().isPresent())
                .collect()
                .last()
                .map(last -> place.get());
    }
}
