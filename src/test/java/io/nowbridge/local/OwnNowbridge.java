package io.nowbridge.local;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A local run of a test class's own, for what would be in the way of others; calm before each test. */
public final class OwnNowbridge implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final Map<String, String> settings;
    private @Nullable LocalNowbridge nowbridge;

    public OwnNowbridge() {
        this(Map.of());
    }

    /** With these settings of the functions. */
    public OwnNowbridge(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        nowbridge = new LocalNowbridge(settings);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run().calm();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        run().close();
    }

    public LocalNowbridge run() {
        return Objects.requireNonNull(nowbridge);
    }
}
