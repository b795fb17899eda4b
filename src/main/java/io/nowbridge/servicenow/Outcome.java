package io.nowbridge.servicenow;

import java.util.List;
import java.util.Map;

/** What became of an {@link Operation} of a batch. */
public sealed interface Outcome {

    /**
     * What a look-up found: raw values by column, the {@code sys_id} among them. A column that this user may not read is left
     * out.
     */
    record Found(List<Map<String, String>> rows) implements Outcome {

        public Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A record that was written.
     *
     * @param differences the columns whose stored value is not the one that was sent, a chosen {@code sys_id} among them
     */
    record Wrote(SysId sysId, List<Difference> differences) implements Outcome {

        public Wrote {
            differences = List.copyOf(differences);
        }
    }

    /** There is no such record to be changed, for this user. */
    record Absent() implements Outcome {}

    /** It failed by itself. */
    record Refused(ServiceNowException failure) implements Outcome {}

    /** The batch ended before it; whatever was under way at that moment may have been carried out all the same. */
    record Unserviced() implements Outcome {}
}
