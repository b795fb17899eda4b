package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Whoever the credentials make us.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Self {

    /** The user that the instance takes us for; empty if that user may not read its own record. */
    Uni<Optional<Account>> account();
}
