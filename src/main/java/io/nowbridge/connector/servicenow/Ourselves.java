package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Account;
import io.nowbridge.servicenow.Self;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whoever the connection's credentials make us, asked until it is known. */
final class Ourselves {

    private final Self self;
    private final AtomicReference<Optional<String>> known = new AtomicReference<>(Optional.empty());

    Ourselves(Self self) {
        this.self = self;
    }

    /** The user name that bears what we write; empty if we may not read our own record. */
    Uni<Optional<String>> userName() {
        return known.get().isPresent()
                ? Uni.createFrom().item(known.get())
                : self.account()
                        .map(account -> account.map(Account::userName).filter(name -> !name.isEmpty()))
                        .onFailure(Forbidden.class)
                        .recoverWithItem(Optional.empty())
                        .invoke(known::set);
    }
}
