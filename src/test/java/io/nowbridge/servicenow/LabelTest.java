package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    @ParameterizedTest
    @CsvSource({
        "1, New",
        "2, In Progress",
        "3, On Hold",
        "6, Resolved",
        "7, Closed",
        "8, Canceled",
        "4, 4",
        "27, 27",
        "'', ''"
    })
    void aStateHasItsLabelOrIsItsNumber(String code, String label) {
        assertThat(new State(code).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 - Critical", "2, 2 - High", "3, 3 - Moderate", "4, 4 - Low", "5, 5 - Planning", "9, 9", "'', ''"})
    void aPriorityHasItsLabelOrIsItsNumber(String code, String label) {
        assertThat(new Priority(code).label()).isEqualTo(label);
    }
}
