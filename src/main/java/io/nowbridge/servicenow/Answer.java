package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * What ServiceNow really answered.
 *
 * @param result missing where there is no such record
 * @param total how many rows match in all, those that this user may not see included, if it was said
 * @param next whether a further page was announced
 */
record Answer(JsonNode result, OptionalLong total, boolean next) {

    static final Answer ABSENT = new Answer(MissingNode.getInstance(), OptionalLong.empty(), false);

    /** The record, if there is one. */
    Optional<Row> found() {
        return result.isMissingNode() ? Optional.empty() : Optional.of(row());
    }

    Row row() {
        return Row.of(result);
    }

    List<Row> rows() {
        if (!result.isArray()) {
            throw new IllegalArgumentException("a list that is none");
        }
        return StreamSupport.stream(result.spliterator(), false).map(Row::of).toList();
    }

    /** Whether there are rows that match and none that this user may read; no where no total was sent. */
    boolean hidesAll() {
        return rows().isEmpty() && total.isPresent() && total.getAsLong() > 0;
    }

    /** Whether some of the first {@code limit} rows that match are none that this user may read; no where no total was sent. */
    boolean hidesSome(int limit) {
        return total.isPresent() && Math.min(total.getAsLong(), limit) > rows().size();
    }

    /** Whether rows are left after the {@code read} first; a short page does not say so, since rows are hidden after the cut. */
    boolean hasMoreThan(int read) {
        return total.isPresent() ? total.getAsLong() > read : next;
    }
}
