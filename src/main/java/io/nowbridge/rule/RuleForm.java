package io.nowbridge.rule;

import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person says of a rule.
 *
 * @param order the lowest is asked first; the first rule that holds decides
 * @param desk where the tickets go; where that of the anomaly's datastore, or the default one, is if empty
 * @param fields what the tickets hold: templates by the fields' names in requests, {@code shortDescription}, {@code
 * fields.u_dataset}
 * @param mostPerHour how many tickets it opens in an hour of the clock, in UTC, before the others share one; at most {@value
 * #HIGHEST_BRAKE}
 * @param recurrence for how long after an anomaly its recurrences belong to its ticket
 */
public record RuleForm(
        String name,
        boolean enabled,
        int order,
        Conditions conditions,
        Optional<ConnectionId> desk,
        String table,
        SortedMap<String, String> fields,
        int mostPerHour,
        Duration recurrence) {

    public static final int USUAL_BRAKE = 10;
    public static final int HIGHEST_BRAKE = 200;
    public static final Duration USUAL_RECURRENCE = Duration.ofDays(30);

    public RuleForm {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
