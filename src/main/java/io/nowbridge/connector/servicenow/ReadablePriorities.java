package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Priorities;
import io.nowbridge.servicenow.Priorities.Rule;
import io.nowbridge.servicenow.Priority;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.ticket.TicketForms.PriorityRule;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The priority that will result, by the instance's own rules, or by those that ServiceNow ships where they may not be read. */
final class ReadablePriorities {

    private final Priorities priorities;

    ReadablePriorities(Priorities priorities) {
        this.priorities = priorities;
    }

    /** One for each pair of impact and urgency; none for a table whose priority ServiceNow does not compute. */
    Uni<List<PriorityRule>> of(TaskTable table) {
        return switch (table) {
            case INCIDENT, PROBLEM ->
                priorities
                        .rules()
                        .onFailure(ReadablePriorities::isUnreadable)
                        .recoverWithItem(List.of())
                        .map(ReadablePriorities::known);
            case CHANGE_REQUEST, CATALOG_TASK -> Uni.createFrom().item(List.of());
        };
    }

    private static List<PriorityRule> known(List<Rule> rules) {
        // An empty column is a rule for any value, which a form cannot tell by the pair alone.
        var whole = rules.stream()
                .filter(rule -> Stream.of(
                                rule.impact(), rule.urgency(), rule.priority().code())
                        .noneMatch(String::isEmpty))
                .toList();
        return whole.isEmpty() ? shipped() : firstOfEach(whole);
    }

    private static List<PriorityRule> firstOfEach(List<Rule> rules) {
        var pairs = new LinkedHashSet<String>();
        return rules.stream()
                .filter(rule -> pairs.add(rule.impact() + " " + rule.urgency()))
                .map(rule -> told(rule, false))
                .sorted(Comparator.comparing(PriorityRule::impact).thenComparing(PriorityRule::urgency))
                .toList();
    }

    // ServiceNow docs, "Priority lookup rules": from 1 and 1, which is 1, to 3 and 3, which is 5.
    private static List<PriorityRule> shipped() {
        return IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(impact -> IntStream.rangeClosed(1, 3).mapToObj(urgency -> {
                    var priority = new Priority(Integer.toString(impact + urgency - 1));
                    return told(new Rule(Integer.toString(impact), Integer.toString(urgency), priority), true);
                }))
                .toList();
    }

    private static PriorityRule told(Rule rule, boolean assumed) {
        return new PriorityRule(
                rule.impact(),
                rule.urgency(),
                rule.priority().code(),
                rule.priority().label(),
                assumed);
    }

    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof ServiceNowException.Forbidden || failure instanceof ServiceNowException.Rejected;
    }
}
