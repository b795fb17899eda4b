package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The {@code sys_user} table.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Users {

    /**
     * Finds the users, active or not, whose sys_id, user name or e-mail address is {@code text}, whatever its case. Text that
     * no query can carry, such as a blank or a script, is nobody's name.
     */
    Uni<List<User>> find(String text);

    /**
     * The active users whose name, user name or e-mail address begins with {@code text}, whatever its case: the first {@code
     * most} in the order of their names. Nobody's begins with text that no query can carry.
     */
    Uni<List<User>> beginningWith(String text, int most);
}
