package io.nowbridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.TicketSettings.ClosedTickets;
import io.nowbridge.connection.TicketSettings.NotesBack;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketSettingsTest {

    private static final TicketSettings NONE = settings(Map.of());

    @Test
    void withoutSettingsNothingButNotesFlows() {
        assertThat(NONE.platformName()).isEqualTo("Qualytics");
        assertThat(NONE.linksLeaveUntouched()).isFalse();
        assertThat(NONE.closedTickets()).isEqualTo(ClosedTickets.UPDATE);
        assertThat(NONE.notesBack()).isEqualTo(NotesBack.NOTHING);
        assertThat(NONE.stateOnStatus("incident", "Resolved")).isEmpty();
        assertThat(NONE.statusOnState("incident", "6")).isEmpty();
        assertThat(NONE.fieldDefaults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "incident, 6, true",
        "incident, 2, false",
        "problem, 107, true",
        "change_request, -5, false",
        "change_request, 3, true",
        "sc_task, 7, true",
        "u_custom, 7, false"
    })
    void whatIsClosedIsAsServiceNowShipsIt(String table, String state, boolean closed) {
        assertThat(NONE.isClosed(table, state)).isEqualTo(closed);
    }

    @Test
    void anInstanceMayHaveStatesOfItsOwn() {
        var own = settings(Map.of("closedStates.incident", "7,-12", "stateOnStatus.incident", "Resolved=-12,Active=1"));

        assertThat(own.isClosed("incident", "-12")).isTrue();
        assertThat(own.isClosed("incident", "6")).isFalse();
        assertThat(own.stateOnStatus("incident", "Resolved")).contains("-12");
        assertThat(own.stateOnStatus("problem", "Resolved")).isEmpty();
    }

    @Test
    void aStatusIsNotTakenForAnotherThatEndsLikeIt() {
        var own = settings(Map.of("statusOnState.incident", "16=Resolved,6=Invalid"));

        assertThat(own.statusOnState("incident", "6")).contains("Invalid");
    }

    @Test
    void defaultsAreNamedAsTheFormNamesItsFields() {
        var own = settings(Map.of("default.category", "software", "default.fields.u_dataset", "orders"));

        assertThat(own.fieldDefaults())
                .containsOnly(Map.entry("category", "software"), Map.entry("fields.u_dataset", "orders"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linksLeaveUntouched | perhaps",
                "closedTickets | close",
                "notesBack | work_notes",
                "closedStates.incident | 6;7",
                "closedStates.incident | 6,,7",
                "stateOnStatus.incident | Resolved:6",
                "statusOnState.incident | 6=",
                "reopenState.incident | a b"
            })
    void whatCannotBeMeantIsNamed(String name, String value) {
        assertThat(TicketSettings.flaw(name, value)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"colour", "closedStates", "closedStates.In cident", "default.", "platformName.incident"})
    void nothingElseIsASetting(String name) {
        assertThat(TicketSettings.knows(name)).isFalse();
    }

    private static TicketSettings settings(Map<String, String> settings) {
        return new TicketSettings(new TreeMap<>(settings));
    }
}
