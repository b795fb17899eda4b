package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.tdsynnex.Tables.cell;
import static io.nowbridge.local.tdsynnex.Tables.heads;
import static io.nowbridge.local.tdsynnex.Tables.table;

import io.nowbridge.local.standin.Html;
import io.vertx.ext.web.Router;

/** The page for people: what is sold today, the first products of the file, and a button for the next day. */
final class CataloguePage {

    private static final int SHOWN = 100;

    private final Feed feed;
    private final Controls controls;
    private final Account account;

    CataloguePage(Feed feed, Controls controls, Account account) {
        this.feed = feed;
        this.controls = controls;
        this.account = account;
    }

    void mount(Router router) {
        router.get("/")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/html;charset=UTF-8")
                        .end(html()));
        // Back to the page, where the change shows.
        router.post("/next-day").handler(context -> {
            controls.nextDay();
            context.response().setStatusCode(303).putHeader("Location", "/").end();
        });
    }

    private String html() {
        var scenario = feed.scenario();
        var body = """
                <p>Day %d: the prices of %s, from %s, of a catalogue that began with %d products.
                %s has them all, for the user %s. <a href="/orders">What was ordered</a></p>
                <form method="post" action="/next-day"><button>Go on by a day</button></form>
                <h2>The first %d products</h2>
                %s
                """.formatted(
                scenario.day(),
                scenario.date(),
                scenario.region(),
                scenario.skus(),
                "/files/" + account.customerNumber() + ".zip",
                scenario.region().fileUser(account.customerNumber()),
                SHOWN,
                table(
                        heads("SKU", "Product", "Category", "Standing", "Cost", "List price", "Stock", "Replaced by"),
                        feed.catalogue().listed().limit(SHOWN).map(CataloguePage::line)));
        return Html.page("Catalogue", body, "TD SYNNEX stand-in. None of these products exists.");
    }

    private static String line(Listing listing) {
        return "<tr><th scope=\"row\">" + listing.sku() + "</th>"
                + cell("Product", listing.name() + " (" + listing.partNumber() + ")")
                + cell("Category", listing.category())
                + cell("Standing", listing.standing().word())
                + cell("Cost", listing.prices().cost().toPlainString())
                + cell("List price", listing.prices().list().toPlainString())
                + cell("Stock", Integer.toString(listing.stock().total()))
                + cell("Replaced by", listing.replacement().orElse(""))
                + "</tr>";
    }
}
