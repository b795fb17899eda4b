package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connector.servicenow.product.Planner.Step;
import io.nowbridge.connector.servicenow.product.References.Ref;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Item;
import io.nowbridge.product.Part;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.template.ProductSync;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Products written by the Batch API: what is there is looked for in one call, product models are created in a second, vendor
 * items that refer to them in a third. What is where it was left is changed without a look, all of it in one call.
 *
 * <p>A batch whose answer was lost fails the whole; doing all of it again is safe: what was not known is looked for first, a
 * record is created under a key derived from what it is, so that one that is still on its way is met and not doubled, and a
 * change says what there is to be, not by how much. Only an instance that ignores chosen keys could double a record, and only
 * while the lost batch still runs, which is why the failure asks for 30 s.
 */
public final class BatchProductDesk implements ProductDesk {

    private final ConnectionId distributor;
    private final Uni<String> vendor;
    private final Layouts layouts;
    private final Paced batches;
    private final References references;
    private final Upserts upserts;
    private final boolean updatesExisting;

    /** Those that a distributor sells, as a template has them; {@code vendor} is the company that it is at the instance. */
    public BatchProductDesk(ServiceNow serviceNow, Template template, Uni<String> vendor) {
        this.distributor = template.form().distributor();
        this.vendor = vendor;
        this.layouts = new Layouts(serviceNow.dictionary(), template.form().mappings());
        this.batches = new Paced(serviceNow.batches());
        this.references = new References(batches);
        this.upserts = new Upserts(batches);
        this.updatesExisting = ProductSync.UPDATE_EXISTING.of(template);
    }

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        return layouts.of(changes)
                .flatMap(layout -> make(layout, changes))
                .onFailure(ServiceNowException.class)
                .transform(ProductFailures::ofAll);
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return layouts.of(changes)
                .flatMap(layout -> see(layout, changes, products(changes), true)
                        .flatMap(seen -> new Comparing(batches, layout, references, distributor, seen).of(changes)))
                .onFailure(ServiceNowException.class)
                .transform(ProductFailures::ofAll);
    }

    /** What was found, and who the vendor is there. */
    record Seen(Sight sight, SysId vendor) {}

    private Uni<List<Item>> make(Layout layout, List<Change> changes) {
        return pass(
                        layout,
                        changes,
                        changes.stream().map(BatchProductDesk::isUnknown).toList())
                .flatMap(made -> {
                    var gone = new ArrayList<Change>();
                    for (var i = 0; i < made.size(); i++) {
                        if (made.get(i).isEmpty()) {
                            gone.add(changes.get(i));
                        }
                    }
                    return gone.isEmpty()
                            ? Uni.createFrom().item(made)
                            // Somebody deleted them, or they are others by now.
                            : pass(
                                            layout,
                                            gone,
                                            gone.stream().map(change -> true).toList())
                                    .map(again -> filled(made, again));
                })
                .map(made -> {
                    var items = new ArrayList<Item>();
                    for (var i = 0; i < made.size(); i++) {
                        var change = changes.get(i);
                        items.add(made.get(i)
                                .orElseGet(() -> Item.failed(change, ProductFailures.vanished(change.sku()))));
                    }
                    return items;
                });
    }

    private static boolean isUnknown(Change change) {
        return change.action() == Action.CREATE
                || (change.parts().contains(Part.PRODUCT)
                        && change.ids().product().isEmpty()
                        && Sight.modelNumber(change.wanted()).isEmpty());
    }

    private static List<Optional<Item>> filled(List<Optional<Item>> made, List<Optional<Item>> again) {
        var rest = again.iterator();
        return made.stream().map(item -> item.or(rest::next)).toList();
    }

    // What became of each; empty where a record that was to be changed is not there.
    private Uni<List<Optional<Item>>> pass(Layout layout, List<Change> changes, List<Boolean> looks) {
        var sought = new ArrayList<DeskProduct>();
        for (var i = 0; i < changes.size(); i++) {
            if (looks.get(i)) {
                sought.add(changes.get(i).wanted());
            }
        }
        return see(layout, changes, sought, false).flatMap(seen -> {
            var planner = new Planner(layout, references, distributor, seen.vendor(), seen.sight(), updatesExisting);
            var steps = new ArrayList<Step>();
            for (var i = 0; i < changes.size(); i++) {
                steps.add(looks.get(i) ? planner.ofLookedFor(changes.get(i)) : planner.ofKnown(changes.get(i)));
            }
            return carryOut(steps);
        });
    }

    private Uni<Seen> see(Layout layout, List<Change> changes, List<DeskProduct> sought, boolean everyColumn) {
        return vendor.flatMap(name -> {
            var company = Ref.company(name, Layout.VENDOR);
            var names = references.unknown(names(layout, changes, sought, company, name));
            var named = references.lookups(names);
            var lookups = new ArrayList<>(named);
            lookups.addAll(Sight.lookups(
                    layout,
                    sought,
                    everyColumn ? Comparing.columns(layout, sought, Part.OFFER) : Set.of(),
                    everyColumn ? Comparing.columns(layout, sought, Part.PRODUCT) : Set.of()));
            return batches.find("Looking products up", lookups)
                    .call(found -> references.settle(names, found.subList(0, named.size()), !everyColumn))
                    .invoke(found -> {
                        if (!everyColumn && !sought.isEmpty()) {
                            requireVendor(company);
                        }
                    })
                    .flatMap(found -> withTaken(
                            layout,
                            Sight.of(
                                    layout,
                                    lookups.subList(named.size(), lookups.size()),
                                    found.subList(named.size(), found.size())),
                            references.of(company).orElseGet(() -> DerivedIds.company(name))));
        });
    }

    // A model that was there before us is taken over by one product alone: whose it is, its vendor item says.
    private Uni<Seen> withTaken(Layout layout, Sight sight, SysId company) {
        var strangers = sight.strangers();
        return strangers.isEmpty()
                ? Uni.createFrom().item(new Seen(sight, company))
                : batches.find(
                                "Looking for whose models are",
                                Lookup.of(
                                        layout.offers(),
                                        Set.of(Layout.VENDOR, layout.skuColumn()),
                                        Layout.MODEL,
                                        strangers))
                        .map(found -> found.stream()
                                .flatMap(some -> some.rows().stream())
                                .toList())
                        .map(rows -> new Seen(sight.taken(layout, company, rows), company));
    }

    // Without the company that sells it, no vendor item can be found or created.
    private void requireVendor(Ref company) {
        if (references.of(company).isEmpty()) {
            throw references.trouble(company).map(ProductFailures::ofAll).orElseGet(ProductFailures::tooSlow);
        }
    }

    private static Map<Ref, String> names(
            Layout layout, List<Change> changes, List<DeskProduct> sought, Ref company, String vendor) {
        var names = new LinkedHashMap<Ref, String>();
        if (!sought.isEmpty()) {
            names.put(company, vendor);
        }
        changes.forEach(change -> {
            for (var part : sought.isEmpty() ? change.parts() : Set.of(Part.values())) {
                names.putAll(RecordValues.names(layout, change.wanted(), part));
            }
        });
        return names;
    }

    private Uni<List<Optional<Item>>> carryOut(List<Step> steps) {
        var plans = steps.stream()
                .flatMap(step -> step instanceof Step.Ready(var plan) ? Stream.of(plan) : Stream.empty())
                .toList();
        var models = new Errand<>(plans, Plan::model);
        var early = new Errand<>(plans, Plan::earlyOffer);
        var first =
                Stream.concat(models.writes().stream(), early.writes().stream()).toList();
        return upserts.run("Writing products", first).flatMap(landed -> {
            var split = models.writes().size();
            var written = models.with(landed.subList(0, split), Landings::ofModel);
            var halves = new Errand<>(written, half -> half.plan().earlyOffer())
                    .with(landed.subList(split, landed.size()), Landings::withOffer);
            var late = new Errand<>(halves, Landings::lateOffer);
            return upserts.run("Writing vendor items", late.writes())
                    .map(others -> late.with(
                            others, (half, offer) -> half.withOffer(offer).item(distributor)))
                    .map(items -> inOrder(steps, items));
        });
    }

    private static List<Optional<Item>> inOrder(List<Step> steps, List<Optional<Item>> items) {
        var rest = items.iterator();
        return steps.stream()
                .map(step -> switch (step) {
                    case Step.Ready ready -> rest.next();
                    case Step.Settled(var item) -> Optional.of(item);
                })
                .toList();
    }

    private static List<DeskProduct> products(List<Change> changes) {
        return changes.stream().map(Change::wanted).toList();
    }
}
