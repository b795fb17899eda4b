package io.nowbridge.qualytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Request;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Streams a list that comes in pages, numbered from 1, each with the total of all. */
final class Pages {

    private final Calls calls;
    private final int size;

    Pages(Calls calls, int size) {
        this.calls = calls;
        this.size = size;
    }

    record Page<T>(List<T> items, boolean hasNext) {}

    <T> Multi<T> all(String name, String path, Map<String, String> parameters, Function<JsonNode, T> read) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, turned -> page(name, path, parameters, turned.incrementAndGet(), read))
                .whilst(Page::hasNext)
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.items()));
    }

    <T> Uni<Page<T>> page(
            String name, String path, Map<String, String> parameters, int number, Function<JsonNode, T> read) {
        return calls.read(name, request(path, parameters, number), body -> page(body, number, read));
    }

    /** A list's items; an {@link IllegalArgumentException} says where it is none. */
    static List<JsonNode> items(JsonNode body) {
        var items = body.path("items");
        if (!items.isArray()) {
            throw new IllegalArgumentException("a list that is none");
        }
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private <T> Page<T> page(JsonNode body, int number, Function<JsonNode, T> read) {
        var items = items(body).stream().map(read).toList();
        var total = body.path("total").asLong(0);
        return new Page<>(items, !items.isEmpty() && (long) number * size < total);
    }

    private Request request(String path, Map<String, String> parameters, int number) {
        var all = new HashMap<>(parameters);
        all.put("page", Integer.toString(number));
        all.put("size", Integer.toString(size));
        return Request.get(path, all);
    }
}
