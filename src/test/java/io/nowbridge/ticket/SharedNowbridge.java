package io.nowbridge.ticket;

import io.nowbridge.local.LocalNowbridge;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One local run for all tests of a Maven phase, calmed before each test and stopped at the end. */
final class SharedNowbridge implements BeforeAllCallback, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedNowbridge.class);

    // Short enough that a test sees what a crash or a silent instance leads to without waiting for it.
    private static final Map<String, String> IMPATIENT = Map.of(
            "nowbridge.tables.claim-lease", "PT2S",
            "nowbridge.servicenow.call-timeout", "PT1S",
            "nowbridge.create-ticket.patience", "5",
            "nowbridge.create-ticket.settling", "PT3S");

    private @Nullable LocalNowbridge nowbridge;

    @Override
    public void beforeAll(ExtensionContext context) {
        nowbridge = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("nowbridge", key -> new LocalNowbridge(IMPATIENT), LocalNowbridge.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run().calm();
    }

    LocalNowbridge run() {
        return Objects.requireNonNull(nowbridge);
    }
}
