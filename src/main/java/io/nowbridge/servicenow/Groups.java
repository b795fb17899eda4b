package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The {@code sys_user_group} table.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Groups {

    /**
     * Finds the groups, active or not, whose sys_id or whole name is {@code text}, whatever its case. Text that no query can
     * carry, such as a blank or a script, is no group's name.
     */
    Uni<List<Group>> find(String text);

    /**
     * The active groups whose name contains {@code text}, whatever its case: the first {@code most} in the order of their
     * names. None contains text that no query can carry.
     */
    Uni<List<Group>> containing(String text, int most);
}
