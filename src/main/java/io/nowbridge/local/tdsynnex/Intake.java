package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.PlacedOrder.Line;
import io.nowbridge.local.tdsynnex.Portion.Fate;
import io.nowbridge.local.tdsynnex.Portion.OrderType;
import io.nowbridge.local.tdsynnex.PurchaseRequest.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes an order: what of it is in stock, what is to be awaited, looked at or refused. The stock stays as it is: it is worked
 * out anew each day.
 */
final class Intake {

    private static final String SOLD = "SALESORDER,A-CIS---SOLINE,A-CIS";
    private static final String OTHER_PRICE = "POLINEQC,A-SALESPND---PRICEVAR,A-SALESPND";
    private static final String COMMENTED = "OKCOMMENTS,A-SALESPND---CONVERTOK,A-SALESPND";

    private final Catalogue catalogue;
    private final PurchaseRequest request;
    private final Marks marks;
    private final Map<String, String> orderNumbers = new LinkedHashMap<>();

    private Intake(Catalogue catalogue, PurchaseRequest request, int before) {
        this.catalogue = catalogue;
        this.request = request;
        this.marks = new Marks(new Chance(catalogue.scenario().seed()), request.number(), -before);
    }

    /** {@code before} says how often the same number was taken already. */
    static PlacedOrder take(PurchaseRequest request, Catalogue catalogue, Instant now, int before) {
        var intake = new Intake(catalogue, request, before);
        var portions = request.items().stream().flatMap(intake::portions).toList();
        return new PlacedOrder(
                request.number(),
                now,
                portions.stream().anyMatch(Portion::isOpen) ? 1 : 0,
                0,
                now,
                request.delivery(),
                request.items().stream().map(intake::line).toList(),
                portions,
                List.of(),
                List.of());
    }

    private Line line(Item item) {
        var listing = listing(item);
        return new Line(
                item.line(),
                listing.map(Listing::sku).orElse(item.sku()),
                listing.map(Listing::partNumber).orElse(item.partNumber()),
                listing.map(Listing::name).orElse(""),
                item.quantity(),
                item.unitPrice(),
                listing.map(Listing::pounds).orElse(BigDecimal.ZERO),
                listing.filter(known -> known.department().isTangible()).isPresent());
    }

    private Stream<Portion> portions(Item item) {
        return listing(item).map(listing -> portions(item, listing)).orElseGet(() -> Stream.of(unknown(item)));
    }

    private Portion unknown(Item item) {
        return catalogue.isWithheld(item.sku())
                ? rejected(item, item.quantity(), "Not authorized SKU: " + item.sku())
                : rejected(item, item.quantity(), "Invalid SKU: " + item.sku() + item.partNumber());
    }

    private Stream<Portion> portions(Item item, Listing listing) {
        var least = Math.max(1, listing.minimum());
        if (listing.standing() == Standing.DISCONTINUED) {
            return Stream.of(rejected(item, item.quantity(), "Discontinued SKU: " + listing.sku()));
        }
        if (item.quantity() < least) {
            return Stream.of(rejected(item, item.quantity(), "Minimum order quantity is " + least));
        }
        if (request.commented()) {
            return Stream.of(reviewed(item, listing, COMMENTED));
        }
        return hasOtherPrice(item, listing)
                ? Stream.of(reviewed(item, listing, OTHER_PRICE))
                : allotted(item, listing).stream();
    }

    private boolean hasOtherPrice(Item item, Listing listing) {
        var variance = item.unitPrice().subtract(listing.prices().cost()).abs();
        return variance.compareTo(catalogue.scenario().region().tolerance()) > 0;
    }

    private Portion reviewed(Item item, Listing listing, String reference) {
        var warehouse = stores(listing).getFirst().warehouse();
        return open(item, OrderType.REVIEW, item.quantity(), warehouse, Optional.empty(), reference);
    }

    // From as many warehouses as it may be and takes; what is left is awaited in the first of them.
    private List<Portion> allotted(Item item, Listing listing) {
        var portions = new ArrayList<Portion>();
        var stores = stores(listing);
        var left = item.quantity();
        for (var store : request.split() ? stores : alone(stores, item.quantity())) {
            var part = Math.min(left, store.quantity());
            if (part > 0) {
                portions.add(open(item, OrderType.SO, part, store.warehouse(), Optional.empty(), SOLD));
                left -= part;
            }
        }
        if (left > 0) {
            portions.add(awaited(
                    item, left, stores.getFirst().warehouse(), listing.stock().eta()));
        }
        return portions;
    }

    private Portion awaited(Item item, long quantity, int warehouse, Optional<LocalDate> eta) {
        return request.backOrder()
                ? open(item, OrderType.BO, quantity, warehouse, eta, "")
                : rejected(item, quantity, "Insufficient stock: back orders are not wanted");
    }

    /** What a warehouse has of a product. */
    private record Store(int warehouse, long quantity) {}

    // The one that is asked for comes first, the fullest next, the manufacturer's own last.
    private List<Store> stores(Listing listing) {
        var stock = listing.stock();
        return Stream.concat(
                        stock.onHand().entrySet().stream()
                                .map(entry -> new Store(entry.getKey().number(), entry.getValue()))
                                .sorted(Comparator.comparingLong(Store::quantity)
                                        .reversed()),
                        Stream.of(new Store(Warehouse.DROP_SHIP, stock.dropShip())))
                .sorted(Comparator.comparing(store -> !isAskedFor(store)))
                .toList();
    }

    private List<Store> alone(List<Store> stores, long quantity) {
        return stores.stream()
                .filter(store -> request.warehouse().isEmpty() || isAskedFor(store))
                .filter(store -> store.quantity() >= quantity)
                .limit(1)
                .toList();
    }

    private boolean isAskedFor(Store store) {
        return request.warehouse()
                .filter(Integer.toString(store.warehouse())::equals)
                .isPresent();
    }

    private Portion open(
            Item item, OrderType type, long quantity, int warehouse, Optional<LocalDate> eta, String reference) {
        var orderNumber =
                orderNumbers.computeIfAbsent(type + " " + warehouse, where -> marks.orderNumber(orderNumbers.size()));
        return new Portion(item.line(), orderNumber, type, Fate.OPEN, quantity, warehouse, eta, "", reference);
    }

    private static Portion rejected(Item item, long quantity, String reason) {
        return new Portion(item.line(), "", OrderType.REVIEW, Fate.REJECTED, quantity, 0, Optional.empty(), reason, "");
    }

    private Optional<Listing> listing(Item item) {
        return item.sku().isEmpty()
                ? catalogue.partNumber(item.partNumber()).stream().findFirst()
                : catalogue.sku(item.sku());
    }
}
