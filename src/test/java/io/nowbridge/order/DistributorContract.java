package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Placement;
import io.nowbridge.order.Distributor.Placement.Duplicate;
import io.nowbridge.order.Distributor.Placement.Taken;
import io.nowbridge.order.Distributor.Request;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What orders may expect of every distributor. */
public abstract class DistributorContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ShipTo SHIP_TO = new ShipTo(
            "Acme", "", "1 Main Street", "", "Fredericksburg", "VA", "22407", "US", "Ann", "", "ann@example.com");

    protected abstract Distributor distributor();

    /** A line of something that is in stock, at its price. */
    protected abstract Request.Item inStock(int line, long quantity);

    /** The next order is taken, and its answer lost. */
    protected abstract void loseNextAnswer();

    /** The next order finds nobody. */
    protected abstract void beGoneForNext();

    @Test
    void anOrderThatWasTakenStandsThereLineByLine() {
        var request = request("PO1", inStock(1, 2), inStock(2, 1));

        var placed = place(request);

        assertThat(placed)
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.lines())
                                .extracting(Placement.Line::line, Placement.Line::status)
                                .containsExactly(tuple(1, Status.ACCEPTED), tuple(2, Status.ACCEPTED)));
        assertThat(standing("PO1").orElseThrow().lines())
                .extracting(Standing.Line::line, Standing.Line::sku, Standing.Line::ordered, Standing.Line::status)
                .containsExactly(
                        tuple(1, request.items().getFirst().sku(), 2L, Status.ACCEPTED),
                        tuple(2, request.items().getLast().sku(), 1L, Status.ACCEPTED));
    }

    @Test
    void anOrderThatNobodyPlacedIsNotThere() {
        assertThat(standing("PO1")).isEmpty();
    }

    @Test
    void aNumberIsTakenOnce() {
        place(request("PO1", inStock(1, 2)));

        var again = place(request("PO1", inStock(1, 7)));

        assertThat(again).isInstanceOf(Duplicate.class);
        assertThat(standing("PO1").orElseThrow().lines())
                .extracting(Standing.Line::ordered)
                .containsExactly(2L);
    }

    @Test
    void anOrderWhoseAnswerWasLostIsThereAndNobodySaysThatItIsNot() {
        loseNextAnswer();

        var failure = catchThrowableOfType(ConnectedSystemException.class, () -> place(request("PO1", inStock(1, 2))));

        assertThat(failure.nothingHappened()).isFalse();
        assertThat(standing("PO1")).isPresent();
    }

    @Test
    void anOrderThatFoundNobodyIsNotThereAndMayBePlaced() {
        beGoneForNext();

        var failure = catchThrowableOfType(ConnectedSystemException.class, () -> place(request("PO1", inStock(1, 2))));

        assertThat(failure.nothingHappened()).isTrue();
        assertThat(place(request("PO1", inStock(1, 2)))).isInstanceOf(Taken.class);
    }

    @Test
    void anAccountIsTheSameEachTime() {
        assertThat(distributor().account().await().atMost(PATIENCE))
                .isEqualTo(distributor().account().await().atMost(PATIENCE));
    }

    protected static Request request(String number, Request.Item... items) {
        return new Request(number, SHIP_TO, true, false, "", "", "", List.of(items));
    }

    protected final Placement place(Request request) {
        return distributor().place(request).await().atMost(PATIENCE);
    }

    protected final Optional<Standing> standing(String number) {
        return distributor().standing(number).await().atMost(PATIENCE);
    }
}
