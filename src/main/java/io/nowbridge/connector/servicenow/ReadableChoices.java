package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Choices;
import io.nowbridge.servicenow.ServiceNowException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The choices of columns, as far as the integration user may read any, which often it may not. */
final class ReadableChoices {

    private final Choices choices;

    ReadableChoices(Choices choices) {
        this.choices = choices;
    }

    /** The choices by column; a column that has none, or none that may be read, is empty or left out. */
    Uni<Map<String, List<Choice>>> of(String table, Set<String> columns) {
        return choices.of(table, columns)
                .onFailure(ReadableChoices::isUnreadable)
                .recoverWithItem(Map.of());
    }

    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof ServiceNowException.Forbidden || failure instanceof ServiceNowException.Rejected;
    }
}
