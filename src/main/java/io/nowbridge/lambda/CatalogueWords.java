package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.product.CountSelection;
import io.nowbridge.product.ShowCatalogue;
import io.nowbridge.product.ShowProduct;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Words what a catalogue says. */
final class CatalogueWords {

    static final String CATALOGUE = "open connection to a distributor of this name";

    private CatalogueWords() {}

    /** How many of how many. */
    @RegisterForReflection
    record CountReply(long selected, long of) {}

    static Reply of(ShowCatalogue.Outcome outcome) {
        return switch (outcome) {
            case ShowCatalogue.Outcome.Shown(var contents) -> Reply.ok(CatalogueReply.of(contents));
            case ShowCatalogue.Outcome.NoEdition() -> noEdition();
            case ShowCatalogue.Outcome.NoSuchCatalogue() -> Problems.notFound(CATALOGUE);
        };
    }

    static Reply of(CountSelection.Outcome outcome) {
        return switch (outcome) {
            case CountSelection.Outcome.Counted(var selected, var of) -> Reply.ok(new CountReply(selected, of));
            case CountSelection.Outcome.NoEdition() -> noEdition();
            case CountSelection.Outcome.NoSuchTemplate() -> Problems.notFound(TemplateWords.TEMPLATE);
            case CountSelection.Outcome.NotAProductSync() -> RunWords.notAProductSync();
            case CountSelection.Outcome.NotReady(var obstacles) -> RunWords.notReady(obstacles);
        };
    }

    static Reply of(ShowProduct.Outcome outcome) {
        return switch (outcome) {
            case ShowProduct.Outcome.Shown shown -> Reply.ok(ProductReply.of(shown));
            case ShowProduct.Outcome.NoSuchTemplate() -> Problems.notFound(TemplateWords.TEMPLATE);
            case ShowProduct.Outcome.NotAProductSync() -> RunWords.notAProductSync();
            case ShowProduct.Outcome.NotReady(var obstacles) -> RunWords.notReady(obstacles);
        };
    }

    private static Reply noEdition() {
        return Reply.problem(Kind.NOT_FOUND.saying(
                "No file of this distributor has arrived yet",
                "See the connection's test: it says where the file is awaited.",
                WhoCanFix.ADMINISTRATOR));
    }
}
