package io.nowbridge.activity;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names by which an entry is found exactly, whatever their case: of what it is about, and of what failed in it. */
public final class ItemNames {

    /** Longer ones, in characters, are no names. */
    public static final int LONGEST = 256;

    private static final Set<String> KINDS = Set.of("anomaly", "ticket", "link", "sku", "order");

    private ItemNames() {}

    /** A name in the one case that all are compared in. */
    public static String folded(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }

    /** Those of an entry with the failures that it has here, folded. */
    public static Set<String> of(Activity entry) {
        var subjects = entry.subjects().entrySet().stream()
                .filter(subject -> KINDS.contains(subject.getKey()))
                .map(subject -> subject.getValue());
        return Stream.concat(subjects, entry.failures().stream().map(Failure::subject))
                .filter(name -> !name.isBlank() && name.length() <= LONGEST)
                .map(ItemNames::folded)
                .collect(Collectors.toSet());
    }
}
