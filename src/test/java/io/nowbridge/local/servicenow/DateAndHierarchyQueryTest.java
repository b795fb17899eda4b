package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query operators on parts of dates, distances between dates and hierarchies. */
class DateAndHierarchyQueryTest {

    private static final String PROBLEM = "/api/now/table/problem";
    private static final String BETH = "46d44a23a9fe19810012d100cca80666";
    private static final String DAVID = "5137153cc611227c000bbd1bd8cd2005";

    private static RunningInstance instance;

    @BeforeAll
    static void start() {
        instance = new RunningInstance();
        // A Sunday in January, a Monday and a Wednesday in the second quarter.
        problem("sunday", "2026-01-18 23:30:00", "2026-01-20 23:30:00");
        problem("monday", "2026-04-20 00:30:00", "2026-04-20 01:30:00");
        problem("wednesday", "2025-06-10 20:00:00", "2025-06-10 19:59:00");
        problem("undated", "", "2026-01-01 00:00:00");
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dayofweek, monday, EE, monday",
        "dayofweek, monday, LE, monday sunday",
        "dayofweek, monday, GE, monday wednesday",
        "dayofweek, monday, LT, sunday",
        "dayofweek, monday, GT, wednesday",
        "month, january, EE, sunday",
        "month, January, GT, monday wednesday",
        "quarter, 2, EE, monday wednesday",
        "year, 2025, EE, wednesday",
        "hour, 20, GE, sunday wednesday",
        "week, 4, EE, sunday",
        "fortnight, 1, EE, ''",
        "month, brumaire, EE, ''"
    })
    void aPartOfADateIsCompared(String unit, String value, String operator, String expected) {
        var query = "due_dateDATEPARTlabel@javascript:gs.datePart('" + unit + "','" + value + "','" + operator + "')";

        assertThat(found(query)).isEqualTo(expected);
    }

    @Test
    void aPartIsThatOfTheDateInTheZoneOfWhoAsks() {
        var monday = "due_dateDATEPARTMonday@javascript:gs.datePart('dayofweek','monday','EE')";

        var inLosAngeles = instance.call("GET", path(monday)).asAdmin().send();

        assertThat(found(monday)).isEqualTo("monday");
        assertThat(inLosAngeles.results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MORETHAN, hour@before@1, sunday",
        "MORETHAN, day@before@2, ''",
        "LESSTHAN, hour@before@1, monday",
        "LESSTHAN, day@before@2, monday sunday",
        "LESSTHAN, minute@after@1, wednesday",
        "MORETHAN, minute@after@0, wednesday",
        "MORETHAN, minute@after@1, ''",
        "LESSTHAN, week@before@1, monday sunday",
        "LESSTHAN, century@before@1, ''"
    })
    void theDistanceOfTwoDatesIsCompared(String operator, String span, String expected) {
        assertThat(found("due_date" + operator + "follow_up@" + span)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({BETH + ", beth.anglin david.loo", DAVID + ", david.loo", "none, ''", "'', ''"})
    void aHierarchyIncludesItsTopAndAllBelow(String top, String expected) {
        assertThat(groups("managerIN_HIERARCHYfdd0fa0f93f5d2505bd0bd886cba1015@" + top))
                .isEqualTo(expected);
    }

    @Test
    void aDynamicHierarchyBeginsWithWhoAsks() {
        var query = "managerIN_HIERARCHY_DYNAMICfdd0fa0f93f5d2505bd0bd886cba1015@90d1921e5f510100a9ad2572f2b477fe";
        var path = "/api/now/table/sys_user_group?sysparm_fields=name&sysparm_query="
                + RunningInstance.encode(query + "^ORDERBYname");

        var mine = instance.call("GET", path).as("beth.anglin", "beth").send();

        assertThat(mine.all("name")).containsExactly("Network", "Service Desk");
        assertThat(instance.get(path).results()).isEmpty();
    }

    @Test
    void aLoopOfSuperiorsEnds() {
        instance.patch("/api/now/table/sys_user/" + BETH, "{\"manager\":\"" + DAVID + "\"}");

        assertThat(groups("managerIN_HIERARCHY" + DAVID)).isEqualTo("beth.anglin david.loo");

        instance.patch("/api/now/table/sys_user/" + BETH, "{\"manager\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", ""})
    void aTinyUrlThatStandsForNothingIsRefused(String key) {
        var answer = instance.get(PROBLEM + "?sysparm_tiny=" + key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("result");
    }

    private static void problem(String name, String due, String followUp) {
        var body = "{'short_description':'%s','due_date':'%s','follow_up':'%s'}".formatted(name, due, followUp);
        assertThat(instance.post(PROBLEM, body).status()).isEqualTo(201);
    }

    private static String path(String query) {
        return PROBLEM + "?sysparm_fields=short_description&sysparm_query="
                + RunningInstance.encode(query + "^number>PRB0040000^ORDERBYshort_description");
    }

    private static String found(String query) {
        return joined(instance.get(path(query)).all("short_description"));
    }

    private static String groups(String query) {
        var path = "/api/now/table/sys_user_group?sysparm_fields=manager.user_name&sysparm_query="
                + RunningInstance.encode(query + "^nameINNetwork,Service Desk^ORDERBYname");
        return joined(instance.get(path).all("manager.user_name"));
    }

    private static String joined(List<Object> values) {
        return String.join(" ", values.stream().map(String::valueOf).toList());
    }
}
