package io.nowbridge.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system's Chromium, for the tests of a class; where there is none they are skipped, and that is said. */
final class Chromium implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    // What is expected is waited for; a busy machine takes its time.
    private static final double PATIENCE_MILLIS = 30_000;

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (PLACES.stream().anyMatch(Files::isExecutable)) {
            return ConditionEvaluationResult.enabled("Chromium is installed");
        }
        System.err.printf(
                "SKIPPED: %s, for no Chromium is installed (apt-get install chromium). The console is not tested.%n",
                context.getDisplayName());
        return ConditionEvaluationResult.disabled("no Chromium is installed");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var chromium = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    Browser browser() {
        if (browser == null) {
            throw new IllegalStateException("Chromium runs only within a class of tests");
        }
        return browser;
    }
}
