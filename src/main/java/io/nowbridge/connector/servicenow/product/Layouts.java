package io.nowbridge.connector.servicenow.product;

import io.nowbridge.product.Change;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.Dictionary;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.template.Mappings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up, once for each table, what columns there are. */
final class Layouts {

    private final Dictionary dictionary;
    private final Mappings mappings;
    private final Map<String, Uni<Map<String, Column>>> known = new ConcurrentHashMap<>();

    Layouts(Dictionary dictionary, Mappings mappings) {
        this.dictionary = dictionary;
        this.mappings = mappings;
    }

    Uni<Layout> of(List<Change> changes) {
        var tables = new TreeSet<String>();
        tables.add(Layout.offers(mappings));
        changes.forEach(change -> tables.add(change.wanted().table()));
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(table -> columns(table).map(columns -> Map.entry(table, columns)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(dictionaries -> new Layout(mappings, dictionaries));
    }

    private Uni<Map<String, Column>> columns(String table) {
        return known.computeIfAbsent(table, this::read);
    }

    private Uni<Map<String, Column>> read(String table) {
        return dictionary
                .columns(table)
                .onFailure(Forbidden.class)
                .recoverWithItem(Map.of())
                .onFailure()
                .invoke(failure -> known.remove(table))
                .memoize()
                .indefinitely();
    }
}
