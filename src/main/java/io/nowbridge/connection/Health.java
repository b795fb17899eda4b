package io.nowbridge.connection;

import java.time.Instant;

/** How a connection is, as far as its last test, and the work since, have shown. */
public sealed interface Health {

    /** Nobody has seen the system accept the credentials. */
    record Unproven(String why) implements Health {}

    record Well(Instant testedAt) implements Health {}

    /** Something that the connection is needed for does not work. */
    record Failing(Instant testedAt, String cause) implements Health {}
}
