package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.RecordedInstance.Received;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of two, as an instance gives them. */
@QuarkusTest
class PagingTest {

    private static final Query ACTIVE = Query.where("active", "true");

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Tasks incidents = instance.client().tasks(TaskTable.INCIDENT);

    @Test
    void pagesGoByKeyUntilTheTotalIsReached() {
        instance.on(TABLE, page("3", 1, 2), page("1", 3));

        var found = itemOf(incidents.query(ACTIVE).collect().asList());

        assertThat(found).extracting(Task::number).containsExactly("INC1", "INC2", "INC3");
        assertThat(queries())
                .containsExactly(
                        "active=true^ORDERBYsys_id",
                        "active=true^sys_id>00000000000000000000000000000002^ORDERBYsys_id");
    }

    @Test
    void aShortPageIsNotTheLastOne() {
        instance.on(TABLE, page("5", 1), page("3"), page("3", 5));

        var found = itemOf(incidents.query(ACTIVE).collect().asList());

        assertThat(found).extracting(Task::number).containsExactly("INC1", "INC5");
        assertThat(instance.received(TABLE))
                .extracting(request -> request.query("sysparm_offset"))
                .containsExactly("0", "0", "2");
    }

    @Test
    void anOrderOfTheQuerysOwnIsKeptByOffset() {
        instance.on(TABLE, page("3", 2, 1), page("3", 3));

        var found = itemOf(
                incidents.query(ACTIVE.orderByDescending("opened_at")).collect().asList());

        assertThat(found).extracting(Task::number).containsExactly("INC2", "INC1", "INC3");
        assertThat(queries()).containsOnly("active=true^ORDERBYDESCopened_at^ORDERBYsys_id");
        assertThat(instance.received(TABLE))
                .extracting(request -> request.query("sysparm_offset"))
                .containsExactly("0", "2");
    }

    @Test
    void withoutATotalTheLinkToTheNextPageDecides() {
        var next = "<http://localhost/api/now/table/incident?sysparm_offset=2>;rel=\"next\"";
        instance.on(TABLE, Reply.json(rows(1, 2)).with("Link", next), Reply.json(rows(3)));

        var found = itemOf(incidents.query(ACTIVE).collect().asList());

        assertThat(found).hasSize(3);
    }

    @Test
    void aPageThatNobodyConsumesIsNotFetched() {
        instance.on(TABLE, page("9", 1, 2));

        var found = itemOf(incidents.query(ACTIVE).select().first(2).collect().asList());

        assertThat(found).hasSize(2);
        assertThat(instance.received(TABLE)).hasSize(1);
    }

    @Test
    void anInstanceThatIgnoresTheKeyIsNotAskedForEver() {
        instance.on(TABLE, page("9", 1, 2));

        var failure = failureOf(incidents.query(ACTIVE).collect().asList());

        assertThat(failure).isInstanceOf(Unintelligible.class);
        assertThat(instance.received(TABLE)).hasSize(2);
    }

    private List<String> queries() {
        return instance.received(TABLE).stream()
                .map((Received request) -> request.query("sysparm_query"))
                .toList();
    }

    private static Reply page(String total, int... numbers) {
        return Reply.json(rows(numbers)).with("X-Total-Count", total);
    }

    private static String rows(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj("{\"sys_id\":\"%1$032d\",\"number\":\"INC%1$d\",\"state\":\"1\"}"::formatted)
                .collect(Collectors.joining(",", "{\"result\":[", "]}"));
    }
}
