package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    @ParameterizedTest
    @CsvSource({
        "INCIDENT, 1, New",
        "INCIDENT, 2, In Progress",
        "INCIDENT, 3, On Hold",
        "INCIDENT, 6, Resolved",
        "INCIDENT, 7, Closed",
        "INCIDENT, 8, Canceled",
        "PROBLEM, 101, New",
        "PROBLEM, 102, Assess",
        "PROBLEM, 103, Root Cause Analysis",
        "PROBLEM, 104, Fix in Progress",
        "PROBLEM, 106, Resolved",
        "PROBLEM, 107, Closed",
        "PROBLEM, 2, Known Error",
        "CHANGE_REQUEST, -5, New",
        "CHANGE_REQUEST, -4, Assess",
        "CHANGE_REQUEST, -3, Authorize",
        "CHANGE_REQUEST, -2, Scheduled",
        "CHANGE_REQUEST, -1, Implement",
        "CHANGE_REQUEST, 0, Review",
        "CHANGE_REQUEST, 3, Closed",
        "CHANGE_REQUEST, 4, Canceled",
        "CATALOG_TASK, -5, Pending",
        "CATALOG_TASK, 1, Open",
        "CATALOG_TASK, 2, Work in Progress",
        "CATALOG_TASK, 3, Closed Complete",
        "CATALOG_TASK, 4, Closed Incomplete",
        "CATALOG_TASK, 7, Closed Skipped"
    })
    void aStateHasTheLabelThatItsTableGivesIt(TaskTable table, String code, String label) {
        assertThat(new State(table, code).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"INCIDENT, 27", "INCIDENT, ''", "PROBLEM, 105", "CHANGE_REQUEST, 27", "CATALOG_TASK, 6"})
    void aStateWithoutALabelIsItsNumber(TaskTable table, String code) {
        assertThat(new State(table, code).label()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 - Critical", "2, 2 - High", "3, 3 - Moderate", "4, 4 - Low", "5, 5 - Planning", "9, 9", "'', ''"})
    void aPriorityHasItsLabelOrIsItsNumber(String code, String label) {
        assertThat(new Priority(code).label()).isEqualTo(label);
    }
}
