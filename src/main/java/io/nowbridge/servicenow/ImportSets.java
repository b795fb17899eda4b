package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Staging tables, out of which transform maps make records (ServiceNow docs, Import Set API).
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface ImportSets {

    /**
     * Puts rows into a staging table in one call, and answers the import set that they are in; they are transformed later. Never
     * repeated here. All values are text.
     */
    Uni<SysId> insertMultiple(String staging, List<Map<String, String>> rows);

    /** What has become of the rows of an import set so far, each with what it holds in the column {@code key}. */
    Uni<List<StagedRow>> rows(String staging, SysId importSet, String key);

    /**
     * A row of a staging table.
     *
     * @param state as ServiceNow names it: {@code pending}, {@code inserted}, {@code updated}, {@code ignored},
     *     {@code skipped}, {@code error}; empty before it is looked at
     * @param target the record that came of it
     * @param comment why none did
     */
    record StagedRow(String key, String state, Optional<SysId> target, String comment) {

        /** Whether it has not been transformed yet. */
        public boolean isPending() {
            return state.isEmpty() || state.equals("pending");
        }

        public boolean failed() {
            return state.equals("error") || state.equals("skipped");
        }
    }
}
