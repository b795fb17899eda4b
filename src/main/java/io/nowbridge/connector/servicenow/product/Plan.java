package io.nowbridge.connector.servicenow.product;

import io.nowbridge.product.Change;
import io.nowbridge.product.Item;
import io.nowbridge.servicenow.SysId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be written for one product.
 *
 * @param model its model, if that is written
 * @param modelId where its model is, if that is known beforehand
 * @param offer its vendor item, if that is written; it lacks the model
 * @param links whether the vendor item is to refer to the model
 * @param cut what does not fit into its column
 */
record Plan(
        Change change,
        Optional<Write> model,
        Optional<SysId> modelId,
        Optional<Write> offer,
        boolean links,
        List<Item.Difference> cut) {

    /** The vendor item, if it need not wait for its model: that is there, and is only changed. */
    Optional<Write> earlyOffer() {
        return model.filter(write -> write.at().isEmpty() || write.mayCreate()).isEmpty()
                ? offerOf(modelId)
                : Optional.empty();
    }

    /** The vendor item, now that it is known where the model is. */
    Optional<Write> offerOf(Optional<SysId> id) {
        return offer.map(write ->
                id.filter(known -> links).map(known -> linked(write, known)).orElse(write));
    }

    private static Write linked(Write write, SysId model) {
        var values = new HashMap<>(write.values());
        values.put(Layout.MODEL, model.value());
        return new Write(
                write.table(),
                write.at(),
                write.ours(),
                Map.copyOf(values),
                write.keyColumn(),
                write.key(),
                write.except(),
                write.onInsert(),
                write.mayCreate());
    }
}
