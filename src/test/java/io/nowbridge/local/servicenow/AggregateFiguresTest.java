package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Aggregate API computes, and in which order. */
class AggregateFiguresTest {

    private static final String STATS = "/api/now/stats/";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @ParameterizedTest
    @CsvSource({
        "AVG^priority, 'database hardware network'",
        "AVG^priority^DESC, 'network hardware database'",
        "COUNT^DESC|category, 'hardware database network'",
        "COUNT|category^DESC, 'network database hardware'",
        "category, 'database hardware network'",
        "category^DESC, 'network hardware database'",
        "MAX^opened_at^DESC|category, 'database hardware network'"
    })
    void groupsComeInTheOrderThatIsAskedFor(String order, String expected) {
        incident("network", 3, 3);
        incident("hardware", 2, 2);
        incident("hardware", 2, 2);
        incident("database", 1, 1);

        var groups = INSTANCE.get(STATS + "incident?sysparm_count=true&sysparm_group_by=category"
                + "&sysparm_query=" + RunningInstance.encode("correlation_id=ordered")
                + "&sysparm_order_by=" + RunningInstance.encode(order.replace('|', ',')));

        assertThat(String.join(
                        " ",
                        names(groups.results().stream()
                                .map(JsonObject.class::cast)
                                .toList())))
                .isEqualTo(expected);
    }

    @Test
    void theFirstAndLastOfTimesAreTimes() {
        var stats = stats("incident?sysparm_min_fields=opened_at&sysparm_max_fields=opened_at");

        var opened = INSTANCE.get("/api/now/table/incident?sysparm_query=ORDERBYopened_at")
                .all("opened_at");
        assertThat(stats.getJsonObject("min").getString("opened_at")).isEqualTo(opened.getFirst());
        assertThat(stats.getJsonObject("max").getString("opened_at")).isEqualTo(opened.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"avg", "min", "max", "sum"})
    void ofNothingNothingIsComputed(String function) {
        var stats = stats("incident?sysparm_count=true&number=none&sysparm_" + function + "_fields=priority");

        assertThat(stats.getString("count")).isEqualTo("0");
        assertThat(stats.getJsonObject(function).getString("priority")).isEmpty();
    }

    @Test
    void aGroupWithoutFiguresMeetsNoConditionOnThem() {
        var groups = INSTANCE.get(STATS + "incident?sysparm_avg_fields=business_stc&sysparm_group_by=category"
                + "&sysparm_having=" + RunningInstance.encode("avg^business_stc^<^1"));

        assertThat(groups.results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothingCanBeWritten(String method) {
        assertThat(INSTANCE.call(method, STATS + "incident?sysparm_count=true")
                        .send()
                        .status())
                .isEqualTo(405);
    }

    @Test
    void aPageIsNotAcceptable() {
        var answer = INSTANCE.call("GET", STATS + "incident?sysparm_count=true")
                .header("Accept", "text/html")
                .send();

        assertThat(answer.status()).isEqualTo(406);
    }

    private static void incident(String category, int impact, int urgency) {
        var body = "{'correlation_id':'ordered','category':'%s','impact':'%d','urgency':'%d'}"
                .formatted(category, impact, urgency);
        assertThat(INSTANCE.post("/api/now/table/incident", body).status()).isEqualTo(201);
    }

    private static JsonObject stats(String path) {
        return INSTANCE.get(STATS + path).result().getJsonObject("stats");
    }

    private static List<String> names(List<JsonObject> groups) {
        return groups.stream()
                .map(group ->
                        group.getJsonArray("groupby_fields").getJsonObject(0).getString("value"))
                .toList();
    }
}
