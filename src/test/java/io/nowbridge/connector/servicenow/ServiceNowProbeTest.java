package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.setup.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way into an instance, as far as the user who signs in. */
class ServiceNowProbeTest {

    @RegisterExtension
    static final TestedInstance INSTANCE = new TestedInstance();

    @Test
    void anInstanceThatIsAsItShouldBePassesAllThatCanBeProven() {
        var found = INSTANCE.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.skipped()).extracting(Check::name).containsExactly("tls", "create", "write", "procurement");
        assertThat(found.checks())
                .extracting(Check::name)
                .containsExactly(
                        "address",
                        "name-resolution",
                        "connection",
                        "tls",
                        "reachable",
                        "awake",
                        "clock",
                        "credentials",
                        "user",
                        "time-zone",
                        "choices",
                        "journal",
                        "read",
                        "field",
                        "create",
                        "write",
                        "procurement");
    }
}
