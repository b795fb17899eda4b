package io.nowbridge.connector;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.product.Change;
import io.nowbridge.product.Item;
import io.nowbridge.product.ProductDesk;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The products at a desk that can be compared, and written in a way only that this version does not know. */
record UnwritableProducts(ProductDesk desk, String way) implements ProductDesk {

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        return Uni.createFrom()
                .failure(new Forbidden(
                        new Report(
                                "This version does not write products through " + way,
                                "Set how the connection writes products to batch or import-set.",
                                Effect.NONE),
                        null));
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return desk.compare(changes);
    }
}
