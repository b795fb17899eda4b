package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.lambda.RunRequests.Act;
import io.nowbridge.lambda.RunRequests.Items;
import io.nowbridge.lambda.RunRequests.Listing;
import io.nowbridge.paging.Page;
import io.nowbridge.product.Item;
import io.nowbridge.product.ProductWork;
import io.nowbridge.product.Run;
import io.nowbridge.product.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Starts, shows, cancels and repeats product synchronisations, for Managers and Admins. */
@Named("productRuns")
@Singleton
public final class ProductRunsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Runs runs;
    private final Runs.Chunks chunks;
    private final HttpEdge http;
    private final Routes routes;

    ProductRunsHandler(
            Runs runs, Runs.Chunks chunks, ProductWork work, InstantSource clock, HttpEdge http, JsonBody json) {
        this.runs = runs;
        this.chunks = chunks;
        this.http = http;
        var path = "/product-runs/{runId}";
        this.routes = new Routes()
                .on(
                        "POST /templates/{templateId}/runs",
                        event -> RunRequests.start(event, json),
                        work.start()::run,
                        outcome -> RunWords.of(outcome, clock.instant()))
                .on("GET /product-runs", Listing::of, this::page, page -> word(page, clock))
                .on("GET " + path, RunRequests::path, runs::find, found -> RunWords.of(found, clock.instant()))
                .on("GET " + path + "/items", Items::of, this::items, ProductRunsHandler::word)
                .on(
                        "POST " + path + "/cancel",
                        Act::of,
                        act -> work.cancel().run(act.run(), act.by().subject()),
                        outcome -> RunWords.of(outcome, clock.instant()))
                .on(
                        "POST " + path + "/confirm",
                        Act::of,
                        act -> work.confirm().run(act.run(), act.by().subject()),
                        outcome -> RunWords.of(outcome, clock.instant()))
                .on(
                        "POST " + path + "/retry",
                        Act::of,
                        act -> work.retry().run(act.run(), act.by().subject()),
                        outcome -> RunWords.of(outcome, clock.instant()));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private Uni<Page<Run>> page(Listing listing) {
        return runs.page(listing.template(), listing.page());
    }

    private Uni<Optional<Page<Item>>> items(Items wanted) {
        return runs.find(wanted.run())
                .flatMap(found -> found.map(run -> chunks.items(run.id(), run.attempt(), wanted.only(), wanted.page())
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Reply word(Page<Run> page, InstantSource clock) {
        var now = clock.instant();
        return Pages.reply(page, run -> RunReply.of(run, now));
    }

    private static Reply word(Optional<Page<Item>> found) {
        return found.map(page -> Pages.reply(page, ProductItemReply::of))
                .orElseGet(() -> Problems.notFound(RunRequests.RUN));
    }
}
