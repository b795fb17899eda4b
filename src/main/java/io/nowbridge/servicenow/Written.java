package io.nowbridge.servicenow;

import java.util.List;

/**
 * A record as a write left it.
 *
 * @param differences the columns whose stored value is not the one that was sent
 */
public record Written<T>(T record, List<Difference> differences) {

    public Written {
        differences = List.copyOf(differences);
    }
}
