package io.nowbridge.connector.servicenow.order;

import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Choices;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What an instance stores for a choice, and what people see of it: templates may name either. */
final class ChoiceWords {

    private final Map<String, List<Choice>> byColumn;

    ChoiceWords(Map<String, List<Choice>> byColumn) {
        this.byColumn = byColumn;
    }

    /** Those of some columns of a table. */
    static Uni<ChoiceWords> of(Choices choices, String table, Set<String> columns) {
        return columns.isEmpty()
                ? Uni.createFrom().item(new ChoiceWords(Map.of()))
                : choices.of(table, columns)
                        // Integration users often may not read them: then a word stands for itself.
                        .onFailure(Forbidden.class)
                        .recoverWithItem(Map.of())
                        .map(ChoiceWords::new);
    }

    /** What is stored for a word: the word itself, if it is no choice's label alone. */
    String stored(String column, String word) {
        var isValue = byColumn.getOrDefault(column, List.of()).stream()
                .anyMatch(choice -> choice.value().equals(word));
        return isValue ? word : translated(column, choice -> choice.label().equals(word), Choice::value, word);
    }

    /** What people see of what is stored. */
    String shown(String column, String value) {
        return translated(column, choice -> choice.value().equals(value), Choice::label, value);
    }

    private String translated(
            String column, Predicate<Choice> which, Function<Choice, String> translation, String otherwise) {
        return byColumn.getOrDefault(column, List.of()).stream()
                .filter(which)
                .map(translation)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
