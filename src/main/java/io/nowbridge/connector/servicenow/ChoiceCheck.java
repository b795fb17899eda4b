package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Choice;
import io.nowbridge.ticket.TicketForm;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the values that choice columns store for what a person chose, by value or by label. */
final class ChoiceCheck {

    private static final Set<String> COLUMNS = Set.of("category", "subcategory", "impact", "urgency");
    private static final Pattern CODE_AND_LABEL = Pattern.compile("(\\d+) - .*");
    private static final int MOST_LISTED = 40;
    private static final String UNREADABLE =
            "It could not be checked: the column has no choices, or none that the integration user"
                    + " may read in sys_choice. ServiceNow replaces a value that it does not know.";

    private final ReadableChoices choices;

    ChoiceCheck(ReadableChoices choices) {
        this.choices = choices;
    }

    Uni<ChosenValues> check(String table, TicketForm form) {
        return offered(table, form).map(offered -> {
            var category = judge("category", form.category(), offered, choice -> true);
            var subcategory = judge("subcategory", form.subcategory(), offered, under(category));
            var impact = judge("impact", form.impact(), offered, choice -> true);
            var urgency = judge("urgency", form.urgency(), offered, choice -> true);
            return new ChosenValues(category, subcategory, impact, urgency);
        });
    }

    private Uni<Map<String, List<Choice>>> offered(String table, TicketForm form) {
        var nothingChosen = Stream.of(form.category(), form.subcategory(), form.impact(), form.urgency())
                .allMatch(Optional::isEmpty);
        return nothingChosen ? Uni.createFrom().item(Map.of()) : choices.of(table, COLUMNS);
    }

    // Which subcategories are offered depends on the category.
    private static Predicate<Choice> under(Finding category) {
        return choice -> choice.dependentValue().isEmpty()
                || category.value().isEmpty()
                || category.value().get().equals(choice.dependentValue());
    }

    private static Finding judge(
            String field, Optional<String> chosen, Map<String, List<Choice>> offered, Predicate<Choice> applies) {
        if (chosen.isEmpty()) {
            return Finding.leftOut();
        }
        // Rows that a user may not read are left out, not refused: a column without choices says nothing.
        var all = offered.getOrDefault(field, List.of());
        if (all.isEmpty()) {
            return Finding.unchecked(field, code(chosen.get()), UNREADABLE);
        }
        var fitting = all.stream().filter(applies).toList();
        return Stream.<Predicate<Choice>>of(
                        choice -> choice.value().equals(chosen.get()),
                        choice -> choice.label().equals(chosen.get()))
                .flatMap(test -> fitting.stream().filter(test))
                .findFirst()
                .map(choice -> Finding.of(choice.value()))
                .orElseGet(() -> Finding.unfit(field, "is not one of: " + list(fitting)));
    }

    private static String list(List<Choice> fitting) {
        var listed = fitting.stream()
                .limit(MOST_LISTED)
                .map(choice -> choice.label().startsWith(choice.value() + " ")
                        ? choice.label()
                        : choice.value() + " (" + choice.label() + ")")
                .collect(Collectors.joining(", "));
        return fitting.size() > MOST_LISTED ? listed + " and " + (fitting.size() - MOST_LISTED) + " more" : listed;
    }

    private static String code(String chosen) {
        var match = CODE_AND_LABEL.matcher(chosen);
        return match.matches() ? match.group(1) : chosen;
    }
}
