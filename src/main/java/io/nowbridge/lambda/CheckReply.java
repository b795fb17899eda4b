package io.nowbridge.lambda;

import io.nowbridge.setup.Check;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** A check of a connection's test as it goes over the wire; {@code cause} and {@code fix} are empty where there is nothing to say. */
@RegisterForReflection
record CheckReply(String name, String subject, String verdict, String cause, String fix, String whoCanFix) {

    static CheckReply of(Check check) {
        return new CheckReply(
                check.name(),
                check.subject(),
                check.verdict().name().toLowerCase(Locale.ROOT),
                check.cause(),
                check.fix(),
                check.whoCanFix().label());
    }
}
