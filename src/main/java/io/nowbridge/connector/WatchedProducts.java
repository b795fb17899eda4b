package io.nowbridge.connector;

import io.nowbridge.product.Change;
import io.nowbridge.product.Item;
import io.nowbridge.product.ProductDesk;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The products at a desk whose connection is watched: nothing is written there once that is closed. */
record WatchedProducts(ProductDesk desk, Watch watch) implements ProductDesk {

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        return watch.onWrite(() -> desk.write(changes));
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return watch.on(desk.compare(changes));
    }
}
