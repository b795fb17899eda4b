package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.product.Write.Landing;
import io.nowbridge.connector.servicenow.product.Write.Landing.Landed;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.servicenow.Difference;
import io.nowbridge.servicenow.SysId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a product's records.
 *
 * @param model empty if it was not written
 * @param offer empty if it was not written
 */
record Landings(Plan plan, Optional<Landing> model, Optional<Landing> offer) {

    static Landings ofModel(Plan plan, Optional<Landing> model) {
        return new Landings(plan, model, Optional.empty());
    }

    /** The same, if its vendor item was written just now. */
    Landings withOffer(Optional<Landing> written) {
        return written.isPresent() ? new Landings(plan, model, written) : this;
    }

    /** The vendor item that had to wait for its model, now that this is there. */
    Optional<Write> lateOffer() {
        return offer.isEmpty() && modelStands() ? plan.offerOf(modelId()) : Optional.empty();
    }

    /** Where the model is now. */
    private Optional<SysId> modelId() {
        return model.flatMap(Landings::id).or(plan::modelId);
    }

    /** Whether the model is there, so that something can refer to it. */
    private boolean modelStands() {
        return model.map(Landed.class::isInstance).orElse(true);
    }

    /** What became of the product; empty if a record that was to be changed is not there. */
    Optional<Item> item(ConnectionId distributor) {
        var change = plan.change();
        var differences = new ArrayList<>(plan.cut());
        for (var part : Part.values()) {
            var landing = of(part).orElse(null);
            switch (landing) {
                case null -> {}
                case Landing.Absent absent -> {
                    return Optional.empty();
                }
                case Landing.Failed(var failure) -> {
                    return Optional.of(Item.failed(change, ProductFailures.of(change.sku(), failure)));
                }
                case Landed landed -> differences.addAll(worded(part, landed.differences()));
            }
        }
        return Optional.of(new Item(
                change.sku(), change.action(), outcome(distributor), ids(distributor), differences, Optional.empty()));
    }

    private Optional<Landing> of(Part part) {
        return switch (part) {
            case PRODUCT -> model;
            case OFFER -> offer;
        };
    }

    private Outcome outcome(ConnectionId distributor) {
        if (plan.change().action() == Action.DEACTIVATE) {
            return Outcome.DEACTIVATED;
        }
        var created = offer.map(landing -> landing instanceof Landed landed && landed.created())
                .orElse(false);
        if (created) {
            return Outcome.CREATED;
        }
        if (plan.change().action() == Action.CREATE) {
            // What is there under our key was created by an attempt whose answer got lost.
            var isOurs = offer.flatMap(Landings::id)
                    .equals(Optional.of(
                            DerivedIds.offer(distributor, plan.change().sku())));
            return isOurs ? Outcome.CREATED : Outcome.ADOPTED;
        }
        return Outcome.UPDATED;
    }

    private DeskIds ids(ConnectionId distributor) {
        var wanted = plan.change().wanted();
        var ours = DerivedIds.offer(distributor, wanted.sku());
        return new DeskIds(
                modelId()
                        .filter(id -> !id.equals(DerivedIds.model(distributor, wanted.sku())))
                        .map(SysId::value),
                offer.isPresent()
                        ? offer.flatMap(Landings::id)
                                .filter(id -> !id.equals(ours))
                                .map(SysId::value)
                        : plan.change().ids().offer());
    }

    private static Optional<SysId> id(Landing landing) {
        return landing instanceof Landed(var id, var created, var differences) ? Optional.of(id) : Optional.empty();
    }

    private static List<Item.Difference> worded(Part part, List<Difference> differences) {
        return differences.stream()
                .filter(difference -> !Values.same(difference.sent(), difference.stored()))
                .map(difference ->
                        new Item.Difference(part, difference.field(), difference.stored(), difference.sent()))
                .toList();
    }
}
