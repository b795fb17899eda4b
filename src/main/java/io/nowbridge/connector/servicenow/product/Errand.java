package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connector.servicenow.product.Write.Landing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes for some of a list, and gives each of the list what became of its own. */
final class Errand<T> {

    private final List<T> all;
    private final List<Optional<Write>> writes;

    Errand(List<T> all, Function<T, Optional<Write>> write) {
        this.all = all;
        this.writes = all.stream().map(write).toList();
    }

    List<Write> writes() {
        return writes.stream().flatMap(Optional::stream).toList();
    }

    <R> List<R> with(List<Landing> landings, BiFunction<T, Optional<Landing>, R> join) {
        var rest = landings.iterator();
        var places = writes.iterator();
        return all.stream()
                .map(one -> join.apply(one, places.next().map(write -> rest.next())))
                .toList();
    }
}
