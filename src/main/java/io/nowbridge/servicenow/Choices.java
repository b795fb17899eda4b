package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The {@code sys_choice} table: what a choice column accepts.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else; that users of an integration may not
 * read this table ({@link ServiceNowException.Forbidden}) is common.
 */
public interface Choices {

    /**
     * Lists the active choices of a column in their order, labelled in English; empty if it has none. A table without choices
     * of its own has those of {@code task}, if it extends it.
     */
    Uni<List<Choice>> of(String table, String column);
}
