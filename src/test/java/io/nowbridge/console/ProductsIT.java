package io.nowbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.nowbridge.local.OwnNowbridge;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks through the pages about products in a real browser, with the distributor that every local run has. */
class ProductsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private Visit visit;

    @AfterEach
    void leave() {
        var troubles = visit.troubles();
        visit.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aCatalogueIsTriedOutThenWrittenAndWhatFailedIsRetried() {
        enter("/products");

        visit.button("Dry run").click();
        assertThat(visit.text("A synchronisation would write")).isVisible();
        visit.link("Dry run").click();
        assertThat(row("Missing")).containsText("to be created");
        row("Missing").getByText("columns").click();
        assertThat(row("Missing").locator("ins").first()).isVisible();

        NOWBRIDGE.run().fault("""
                {"match": {"method": "POST", "path": "/api/now/table/pc_vendor_cat_item"}, "fault": "status", "status": 403,
                 "body": {"error": {"message": "Insufficient rights", "detail": "ACL"}, "status": "failure"}}""");
        visit.to("/products");
        visit.button("Run now").click();
        assertThat(visit.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(visit.text("Partial success")).isVisible();
        visit.link("Synchronisation").click();
        assertThat(failures().getByText("1 product", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        var sku = failures().getByRole(AriaRole.LINK).first().innerText();

        visit.button("Retry the failed ones").click();
        assertThat(visit.text("1 products written")).isVisible();
        visit.to("/products");
        visit.field("SKU").fill(sku);
        visit.button("Show the product").click();
        assertThat(visit.text("can be ordered")).isVisible();
        assertThat(row("Failed")).hasCount(1);
        assertThat(row("Synchronisation")).hasCount(2);

        visit.button("Refresh price and stock now").click();
        assertThat(row("Refresh of price and stock")).isVisible();
    }

    @Test
    void whatIsChosenIsCountedBeforeItIsSaved() {
        enter("/templates/" + template() + "?tab=selection");
        var counted = visit.page().getByText(Pattern.compile("([\\d,]+) of \\1 products are selected"));
        assertThat(counted).isVisible();

        var widest = visit.page().getByRole(AriaRole.CHECKBOX).first();
        widest.check();
        assertThat(counted).isHidden();
        assertThat(visit.text("products are selected")).isVisible();
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open category"))
                .first()
                .press("Enter");
        visit.page().getByRole(AriaRole.CHECKBOX).nth(1).press("Space");

        assertThat(widest)
                .isChecked(new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions()
                        .setIndeterminate(true));
        visit.field("These SKUs never").fill("100001, 100002\nnot a SKU");
        assertThat(visit.text("2 SKUs. 1 is none: not a SKU.")).isVisible();
        assertThat(visit.text("Not saved yet")).isVisible();
    }

    private void enter(String address) {
        visit = Visit.of(CHROMIUM.browser(), NOWBRIDGE.run().console(), "Mara").to(address);
    }

    private Locator row(String text) {
        return visit.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private Locator failures() {
        return visit.page().locator("nb-run-failures article");
    }

    private static String template() {
        return NOWBRIDGE.run().call("GET", "/templates", "").text("/items/0/id");
    }
}
