package io.nowbridge.local.tdsynnex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** So much of a portion. */
record Part(Portion portion, long quantity) {

    /** So much of a line as is still to leave, of the first portions first. Refuses more than that. */
    static List<Part> of(PlacedOrder order, int line, long quantity, Comparator<Portion> first) {
        var outstanding = order.outstanding(order.line(line).number());
        if (quantity < 1 || quantity > outstanding) {
            throw new IllegalArgumentException("Of line " + line + ", " + outstanding + " can still leave");
        }
        var parts = new ArrayList<Part>();
        var left = quantity;
        for (var portion : order.waiting().sorted(first).toList()) {
            if (left > 0 && portion.line() == line) {
                var part = Math.min(left, order.outstanding(portion));
                parts.add(new Part(portion, part));
                left -= part;
            }
        }
        return parts;
    }

    Portion taken() {
        return portion.of(quantity);
    }

    /** What stays of the portion; it may be nothing. */
    Portion left() {
        return portion.of(portion.quantity() - quantity);
    }
}
