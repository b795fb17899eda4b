package io.nowbridge.product;

import io.nowbridge.product.Change.Action;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts the new products of one manufacturer's part number: a distributor sells it new and refurbished, in packs or by the
 * piece. So each knows which of the models that a desk has of it are left to others, whoever works on those.
 */
final class Twins {

    private final SeenNames firsts = new SeenNames();
    private final Map<String, Integer> others = new HashMap<>();

    /** The change, which comes after all that were counted before. */
    Change counted(Change change) {
        var number = change.wanted().product().getOrDefault("manufacturerPartNumber", "");
        if (change.action() != Action.CREATE || number.isBlank()) {
            return change;
        }
        var name = normalised(change.wanted().product().getOrDefault("manufacturer", "")) + "\n" + normalised(number);
        return firsts.add(name) ? change : change.after(others.merge(name, 1, Integer::sum));
    }

    private static String normalised(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
