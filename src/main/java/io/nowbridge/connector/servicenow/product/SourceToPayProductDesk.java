package io.nowbridge.connector.servicenow.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ProductSettings;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SupplierApi;
import io.nowbridge.servicenow.SupplierApi.Matter;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Products of a supplier of Source-to-Pay: what is new or changed is told to its catalogue, and of what is known only its price
 * and availability. The instance finds products by their SKU, so that all of it can be told again, whatever became of it.
 *
 * <p>A supplier cannot end a sale: what is to be deactivated has no unit available from then on, and stays published.
 */
public final class SourceToPayProductDesk implements ProductDesk {

    // ServiceNow docs, Spendint API: "... does not exist", of a SKU whose price or availability is told.
    private static final String UNKNOWN = "does not exist";

    private final SupplierApi api;
    private final Mappings mappings;
    private final ProductSettings settings;
    private final SupplierProducts reading;

    public SourceToPayProductDesk(ServiceNow serviceNow, Template template, ProductSettings settings) {
        this.api = serviceNow.supplierApi();
        this.mappings = template.form().mappings();
        this.settings = settings;
        this.reading = new SupplierProducts(serviceNow, mappings);
    }

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        return settings.supplier()
                .map(supplier -> tell(new Deliveries(api, supplier), changes))
                .orElseGet(() -> Uni.createFrom().failure(this::unset))
                .onFailure(ServiceNowException.class)
                .transform(ProductFailures::ofAll);
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return reading.compare(changes).onFailure(ServiceNowException.class).transform(ProductFailures::ofAll);
    }

    private Uni<List<Item>> tell(Deliveries deliveries, List<Change> changes) {
        var whole = changes.stream().filter(SourceToPayProductDesk::isToldWhole).toList();
        var known = changes.stream().filter(change -> !isToldWhole(change)).toList();
        var priced = known.stream().filter(SupplierWords::hasPrice).toList();
        var counted = known.stream().filter(SupplierWords::hasUnits).toList();
        var refusals = new HashMap<String, String>();
        return deliveries
                .tell(Matter.CATALOG, whole, SupplierWords::product)
                .invoke(refusals::putAll)
                .chain(() -> deliveries.tell(Matter.PRICE, priced, SupplierWords::price))
                .invoke(refusals::putAll)
                .chain(() -> deliveries.tell(Matter.AVAILABILITY, counted, SupplierWords::availability))
                .invoke(refusals::putAll)
                .chain(() -> tellAnew(deliveries, known, refusals))
                .map(done -> changes.stream()
                        .map(change -> item(change, refusal(refusals, change)))
                        .toList());
    }

    // Somebody deleted it there, or it never arrived.
    private Uni<Void> tellAnew(Deliveries deliveries, List<Change> known, Map<String, String> refusals) {
        var gone = known.stream()
                .filter(change -> change.action() != Action.DEACTIVATE && SupplierWords.isWhole(change))
                .filter(change -> refusal(refusals, change)
                        .filter(SourceToPayProductDesk::isUnknown)
                        .isPresent())
                .toList();
        gone.forEach(change -> refusals.remove(change.sku().value()));
        return deliveries
                .tell(Matter.CATALOG, gone, SupplierWords::product)
                .invoke(refusals::putAll)
                .replaceWithVoid();
    }

    // Of what is known, nothing but price and availability can be told apart from the rest.
    private static boolean isToldWhole(Change change) {
        return change.action() != Action.DEACTIVATE
                && SupplierWords.isWhole(change)
                && (change.action() == Action.CREATE
                        || change.parts().contains(Part.PRODUCT)
                        || !(SupplierWords.hasPrice(change) || SupplierWords.hasUnits(change)));
    }

    private Item item(Change change, Optional<String> refusal) {
        return refusal.map(reason -> change.action() == Action.DEACTIVATE && isUnknown(reason)
                        ? item(change, Outcome.MISSING, List.of())
                        : Item.failed(change, refused(change, reason)))
                .orElseGet(() -> switch (change.action()) {
                    case CREATE -> item(change, Outcome.CREATED, List.of());
                    case UPDATE, COMPARE -> item(change, Outcome.UPDATED, List.of());
                    case DEACTIVATE -> item(change, Outcome.DEACTIVATED, List.of(SupplierWords.leftOnSale(mappings)));
                });
    }

    private static Item item(Change change, Outcome outcome, List<Difference> differences) {
        return new Item(change.sku(), change.action(), outcome, DeskIds.DERIVED, differences, Optional.empty());
    }

    // What is said of no product in particular is said of all.
    private static Optional<String> refusal(Map<String, String> refusals, Change change) {
        return Optional.ofNullable(refusals.get(change.sku().value())).or(() -> Optional.ofNullable(refusals.get("")));
    }

    private static boolean isUnknown(String reason) {
        return reason.contains(UNKNOWN);
    }

    private static Failure refused(Change change, String reason) {
        return new Failure(
                change.sku().value(),
                "Source-to-Pay did not take it in: " + reason,
                WhoCanFix.ADMINISTRATOR,
                "Map the field that is named, or correct the connection's settings of the supplier; the message is"
                        + " ServiceNow's own.");
    }

    private Forbidden unset() {
        return new Forbidden(
                new Report(
                        "Products cannot be told to Source-to-Pay without the settings "
                                + String.join(", ", settings.missingOfSupplier()),
                        "Set them on the connection as they are agreed with the procurement of the instance.",
                        Effect.NONE),
                null);
    }
}
