package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Choices;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.State;
import io.nowbridge.servicenow.TaskTable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The codes of states that people call by name. */
final class StateNames {

    private static final String STATE = "state";
    private static final Pattern CODE = Pattern.compile("-?\\d+");

    private final Choices choices;

    StateNames(Choices choices) {
        this.choices = choices;
    }

    /** The codes that {@code state} stands for in a table; none if it is the name of no state there. */
    Uni<Set<String>> codes(String table, String state) {
        var wanted = state.strip();
        return CODE.matcher(wanted).matches()
                ? Uni.createFrom().item(Set.of(wanted))
                : choices.of(table, Set.of(STATE))
                        // Integration users often may not.
                        .onFailure(Forbidden.class)
                        .recoverWithItem(Map.of())
                        .map(found -> codes(found.getOrDefault(STATE, List.of()), wanted))
                        .map(codes -> codes.isEmpty() ? shipped(table, wanted) : codes);
    }

    private static Set<String> shipped(String table, String name) {
        return TaskTable.named(table).map(known -> State.codes(known, name)).orElse(Set.of());
    }

    private static Set<String> codes(List<Choice> states, String name) {
        return states.stream()
                .filter(state -> state.label().equalsIgnoreCase(name))
                .map(Choice::value)
                .collect(Collectors.toSet());
    }
}
