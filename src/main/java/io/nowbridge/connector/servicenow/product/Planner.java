package io.nowbridge.connector.servicenow.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.product.RecordValues.Named;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.product.Sku;
import io.nowbridge.servicenow.SysId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what is to be written for each product, by what is known of it and what the instance has. */
final class Planner {

    private final Layout layout;
    private final References references;
    private final ConnectionId distributor;
    private final SysId vendor;
    private final Sight sight;
    private final boolean updatesExisting;

    Planner(
            Layout layout,
            References references,
            ConnectionId distributor,
            SysId vendor,
            Sight sight,
            boolean updatesExisting) {
        this.layout = layout;
        this.references = references;
        this.distributor = distributor;
        this.vendor = vendor;
        this.sight = sight;
        this.updatesExisting = updatesExisting;
    }

    /** Something to write, or what has become of it already. */
    sealed interface Step {

        record Ready(Plan plan) implements Step {}

        record Settled(Item item) implements Step {}
    }

    /** Of a product that was looked for. */
    Step ofLookedFor(Change change) {
        var wanted = change.wanted();
        var offer = sight.offer(layout, distributor, wanted, vendor);
        if (offer.isEmpty() && change.action() == Action.DEACTIVATE) {
            return new Step.Settled(new Item(
                    change.sku(), change.action(), Outcome.MISSING, DeskIds.DERIVED, List.of(), Optional.empty()));
        }
        if (offer.isPresent() && leaves(change) && isAnothers(change, offer.get())) {
            return new Step.Settled(adopted(change, offer.get()));
        }
        var product = RecordValues.of(layout, wanted, Part.PRODUCT, references);
        var seen = sight.model(distributor, change, modelKey(layout, product));
        var modelId = offer.flatMap(row -> Lookup.reference(row, Layout.MODEL)).or(() -> seen.flatMap(Lookup::id));
        var isKnownWell = Sight.modelNumber(wanted).isPresent();
        if (!isKnownWell && (offer.isEmpty() || modelId.isEmpty())) {
            return new Step.Settled(Item.failed(change, ProductFailures.missing(change.sku())));
        }
        var ours = DerivedIds.model(distributor, wanted.sku());
        var isLeft = leaves(change) && modelId.filter(id -> !id.equals(ours)).isPresent();
        var writesModel = !isLeft && (change.parts().contains(Part.PRODUCT) || modelId.isEmpty() || offer.isEmpty());
        var model =
                Optional.of(model(change, product, modelId, seen, isKnownWell)).filter(write -> writesModel);
        var values = RecordValues.of(layout, wanted, Part.OFFER, references);
        var write = offer(wanted, values, offer.flatMap(Lookup::id), true);
        return ready(
                new Plan(change, model, modelId, Optional.of(write), true, cut(product, values)),
                writesModel ? Stream.of(product, values) : Stream.of(values));
    }

    private boolean leaves(Change change) {
        return change.action() == Action.CREATE && !updatesExisting;
    }

    private boolean isAnothers(Change change, Map<String, String> offer) {
        return !Lookup.id(offer).equals(Optional.of(DerivedIds.offer(distributor, change.sku())));
    }

    private Item adopted(Change change, Map<String, String> offer) {
        var ids = DerivedIds.others(distributor, change.sku(), Lookup.reference(offer, Layout.MODEL), Lookup.id(offer));
        return new Item(change.sku(), change.action(), Outcome.ADOPTED, ids, List.of(), Optional.empty());
    }

    /** Of a product whose records are where they were left. */
    Step ofKnown(Change change) {
        var wanted = change.wanted();
        var product = RecordValues.of(layout, wanted, Part.PRODUCT, references);
        var values = RecordValues.of(layout, wanted, Part.OFFER, references);
        var modelId = change.ids().product().map(SysId::new);
        var model = Optional.of(model(
                        change,
                        product,
                        Optional.of(modelId.orElseGet(() -> DerivedIds.model(distributor, wanted.sku()))),
                        Optional.empty(),
                        false))
                .filter(write -> change.parts().contains(Part.PRODUCT));
        var at = change.ids().offer().map(SysId::new).orElseGet(() -> DerivedIds.offer(distributor, wanted.sku()));
        var offer = Optional.of(offer(wanted, values, Optional.of(at), false))
                .filter(write -> change.parts().contains(Part.OFFER));
        var written = Stream.concat(model.map(write -> product).stream(), offer.map(write -> values).stream())
                .toList();
        return ready(
                new Plan(change, model, modelId, offer, false, cut(written.toArray(RecordValues[]::new))),
                written.stream());
    }

    private Step ready(Plan plan, Stream<RecordValues> written) {
        return written.flatMap(values -> values.unknown().stream())
                .findFirst()
                .<Step>map(named -> new Step.Settled(
                        Item.failed(plan.change(), unknown(plan.change().sku(), named))))
                .orElseGet(() -> new Step.Ready(plan));
    }

    private Failure unknown(Sku sku, Named named) {
        return references
                .trouble(named.ref())
                .map(failure -> ProductFailures.of(sku, failure))
                .orElseGet(() -> ProductFailures.unknown(sku, named.ref().table(), named.name()));
    }

    private Write model(
            Change change,
            RecordValues values,
            Optional<SysId> at,
            Optional<Map<String, String>> seen,
            boolean mayCreate) {
        var wanted = change.wanted();
        var key = modelKey(layout, values);
        var known = seen.filter(row -> Lookup.id(row).equals(at));
        var table = known.map(row -> Lookup.text(row, Sight.CLASS))
                .filter(name -> !name.isEmpty())
                // Of a model that a vendor item leads to, the class is not told.
                .orElseGet(() -> mayCreate && at.isPresent() ? Layout.familyOf(wanted.table()) : wanted.table());
        return new Write(
                at.isPresent() ? table : wanted.table(),
                at,
                DerivedIds.model(distributor, wanted.sku()),
                values.columns(),
                layout.modelNumberColumn(),
                key,
                sight.notIts(change, key, at),
                Map.of(),
                mayCreate);
    }

    private Write offer(DeskProduct wanted, RecordValues values, Optional<SysId> at, boolean mayCreate) {
        var sku = wanted.sku();
        var onInsert = new LinkedHashMap<String, String>();
        onInsert.put(Layout.VENDOR, vendor.value());
        onInsert.put(layout.skuColumn(), sku.value());
        layout.offerName(wanted).ifPresent(name -> onInsert.put(Layout.NAME, name));
        return new Write(
                layout.offers(),
                at,
                DerivedIds.offer(distributor, sku),
                values.columns(),
                layout.skuColumn(),
                Map.of(layout.skuColumn(), sku.value(), Layout.VENDOR, vendor.value()),
                Set.of(),
                onInsert,
                mayCreate);
    }

    /** What two models do not have both of. */
    static Map<String, String> modelKey(Layout layout, RecordValues product) {
        var key = new LinkedHashMap<String, String>();
        key.put(layout.modelNumberColumn(), product.columns().getOrDefault(layout.modelNumberColumn(), ""));
        layout.manufacturerColumn()
                .ifPresent(column -> key.put(column, product.columns().getOrDefault(column, "")));
        return key;
    }

    private static List<Item.Difference> cut(RecordValues... values) {
        return Stream.of(values).flatMap(part -> part.cut().stream()).toList();
    }
}
