package io.nowbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import io.nowbridge.local.OwnNowbridge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks through the pages about products in a real browser, with the distributor that every local run has. */
class ProductsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private Visit visit;

    @BeforeAll
    static void keepACatalogue() {
        NOWBRIDGE.run().keepCatalogue();
    }

    @AfterEach
    void leave() {
        var troubles = visit.troubles();
        visit.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aCatalogueIsTriedOutThenWrittenThenVerified() {
        enter("/products");
        visit.button("Dry run").click();
        assertThat(visit.text("A synchronisation would write")).isVisible();
        visit.link("Dry run").click();
        assertThat(row("To be created")).isVisible();

        NOWBRIDGE.run().fault("""
                {"match": {"method": "POST", "path": "/api/now/table/pc_vendor_cat_item"}, "fault": "status", "status": 403,
                 "body": {"error": {"message": "Insufficient rights", "detail": "ACL"}, "status": "failure"}}""");
        visit.to("/products");
        visit.button("Run now").click();
        assertThat(visit.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(visit.text("Partial success")).isVisible();
        visit.link("Synchronisation").click();
        assertThat(failures()).containsText("1 product");
        var sku = failures().getByRole(AriaRole.LINK).innerText();

        visit.link("In the Sync Activity Log").click();
        visit.link("Product by product").click();
        visit.button("Retry the failed ones").click();
        assertThat(visit.text("1 product written")).isVisible();
        visit.to("/products");
        visit.field("SKU").fill(sku);
        visit.button("Show the product").click();
        assertThat(visit.text("can be ordered")).isVisible();
        assertThat(row("Failed")).isVisible();
        assertThat(row("Dry run")).isVisible();

        visit.button("Refresh price and stock now").click();
        assertThat(row("Refresh of price and stock")).isVisible();

        changeAtTheDesk(sku);
        visit.to("/products/" + template());
        visit.button("Verify").click();
        assertThat(visit.text("1 different")).isVisible();
        visit.link("Verification").first().click();
        assertThat(row(sku).locator("del")).containsText("0.01");
        visit.page().navigate(visit.page().url() + "?outcome=same");
        assertThat(row("As it should be")).isVisible();
    }

    @Test
    void whatIsChosenIsCountedBeforeItIsSaved() {
        enter("/templates/" + template() + "?tab=selection");
        var counted = visit.text("products are selected.");
        assertThat(counted).isVisible();
        var before = counted.innerText();
        var widest = visit.page().getByRole(AriaRole.CHECKBOX).first();

        widest.uncheck();
        assertThat(counted).not().hasText(before);
        visit.button("Open category 001").press("Enter");
        visit.page()
                .locator("nb-categories ul ul")
                .getByRole(AriaRole.CHECKBOX)
                .first()
                .press("Space");

        assertThat(widest).isChecked(new IsCheckedOptions().setIndeterminate(true));
        assertThat(visit.text("Not saved yet")).isVisible();
    }

    @Test
    void skusThatAreNoneAreNamed() {
        enter("/templates/" + template() + "?tab=selection");

        visit.field("These SKUs never").fill("100001, 100002\nnot a SKU");

        assertThat(visit.text("2 SKUs. 1 is none: not a SKU.")).isVisible();
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

    private static void changeAtTheDesk(String sku) {
        var run = NOWBRIDGE.run();
        var offer = run.records("pc_vendor_cat_item", "product_id=" + sku).getFirst();
        run.changeTicket("pc_vendor_cat_item", offer.path("sys_id").asText(), "{\"vendor_price\": \"0.01\"}");
    }

    private static String template() {
        return NOWBRIDGE.run().call("GET", "/templates", "").text("/items/0/id");
    }
}
