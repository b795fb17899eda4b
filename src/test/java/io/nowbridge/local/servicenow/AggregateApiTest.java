package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counts, sums and groups of rows. */
class AggregateApiTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void rowsAreCounted() {
        assertThat(stats("incident?sysparm_count=true&sysparm_query=active=true")
                        .body())
                .isEqualTo("{\"result\":{\"stats\":{\"count\":\"4\"}}}");
    }

    @Test
    void columnsAreSummedUp() {
        var stats = stats("proc_po_item?sysparm_sum_fields=total_cost&sysparm_avg_fields=cost"
                        + "&sysparm_min_fields=cost&sysparm_max_fields=cost"
                        + "&sysparm_query=purchase_order.number=PO0010001")
                .result()
                .getJsonObject("stats");

        assertThat(stats.getJsonObject("sum").getString("total_cost")).isEqualTo("3519.12");
        assertThat(stats.getJsonObject("avg").getString("cost")).isEqualTo("879.78");
        assertThat(stats.getJsonObject("min").getString("cost")).isEqualTo("514.36");
        assertThat(stats.getJsonObject("max").getString("cost")).isEqualTo("1245.2");
    }

    @Test
    void groupsComeAsAListWithTheirFields() {
        var groups = stats(
                        "incident?sysparm_count=true&sysparm_group_by=category&sysparm_having=count%5Ecategory%5E%3E%5E1")
                .results();

        assertThat(groups.encode())
                .isEqualTo("[{\"stats\":{\"count\":\"3\"},"
                        + "\"groupby_fields\":[{\"field\":\"category\",\"value\":\"network\"}]}]");
    }

    @Test
    void anAggregateOfNothingIsRefused() {
        var answer = stats("incident");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("No request parameter for aggregate operation specified");
    }

    @Test
    void anAggregateOfAnUnreadableTableIsRefused() {
        INSTANCE.settings("{\"unreadableTables\":[\"incident\"]}");

        var answer = stats("incident?sysparm_count=true");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).isEqualTo("No permission to read table 'incident'");
    }

    private static Incoming stats(String path) {
        return INSTANCE.get("/api/now/stats/" + path);
    }
}
