package io.nowbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the console, in a browser of their own that remembers whatever went wrong in it. */
final class Visit implements AutoCloseable {

    private final URI console;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    private Visit(URI console, BrowserContext context) {
        this.console = console;
        this.context = context;
        this.page = context.newPage();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            // What the API refuses is the page's to show, and Chromium's to mention.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add(message.text());
            }
        });
    }

    /** Opens the console, where a stranger sees its door. */
    static Visit stranger(Browser browser, URI console) {
        var visit = new Visit(console, browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)));
        visit.page.navigate(console.toString());
        return visit;
    }

    /** Signs in at the identity provider, as one of those that it knows: Mara, Ada, Ben, Nora. */
    static Visit of(Browser browser, URI console, String person) {
        var visit = stranger(browser, console);
        visit.button("Sign in").click();
        visit.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person))
                .click();
        assertThat(visit.page.getByRole(AriaRole.NAVIGATION)).isVisible();
        return visit;
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the console, such as {@code /activity}, and waits for its page. */
    Visit to(String address) {
        page.navigate(console + "#" + address);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    Visit dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    Visit light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    /** As on a telephone. */
    Visit narrow() {
        page.setViewportSize(390, 844);
        return this;
    }

    /** What went wrong so far: scripts that failed, and what the page's own security policy has stopped. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
    }
}
