package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Priorities as rows of the {@code dl_u_priority} table. */
final class TablePriorities implements Priorities {

    private static final List<String> COLUMNS = List.of("sys_id", "impact", "urgency", "priority");

    private final Instance instance;

    TablePriorities(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<List<Rule>> rules() {
        var query = Query.where("active", "true").orderBy("order");
        return instance.all("Listing priorities", "dl_u_priority", COLUMNS, query, TablePriorities::rule)
                .collect()
                .asList();
    }

    private static Rule rule(Row row) {
        return new Rule(row.text("impact"), row.text("urgency"), new Priority(row.text("priority")));
    }
}
