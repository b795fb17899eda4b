package io.nowbridge.order;

import io.nowbridge.order.Distributor.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;

class FakeDistributorTest extends DistributorContract {

    private final FakeDistributor distributor = new FakeDistributor(InstantSource.fixed(Instant.EPOCH));

    @Override
    protected Distributor distributor() {
        return distributor;
    }

    @Override
    protected Request.Item inStock(int line, long quantity) {
        return new Request.Item(line, "SKU-" + line, quantity, BigDecimal.TEN);
    }

    @Override
    protected void loseNextAnswer() {
        distributor.failNext(FakeDistributor.Fault.LOST_ANSWER);
    }

    @Override
    protected void beGoneForNext() {
        distributor.failNext(FakeDistributor.Fault.UNAVAILABLE);
    }
}
