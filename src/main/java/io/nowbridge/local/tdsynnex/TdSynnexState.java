package io.nowbridge.local.tdsynnex;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What is kept of what is sold and of what was ordered: a copy, which stays as it is. */
record TdSynnexState(JsonObject feed, OrderBook.Kept book) {

    private static final String BOOK = "book";

    static TdSynnexState of(Feed feed, OrderBook book) {
        return new TdSynnexState(feed.json(), book.kept());
    }

    static void restore(JsonObject kept, Feed feed, OrderBook book) {
        feed.restore(kept);
        // A file from before orders were taken has none.
        Optional.ofNullable(kept.getJsonObject(BOOK)).map(OrderJson::read).ifPresent(book::restore);
    }

    JsonObject json() {
        return feed.copy().put(BOOK, OrderJson.of(book));
    }
}
